import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { nothingFound } from '../errors.ts';
import { sourcesJson } from '../render/json.ts';
import { renderSources } from '../render/sources.ts';
import { resolveWhen, wholeScope } from '../store/scope.ts';
import { completenessOf, listSources } from '../store/sources.ts';
import { jsonOption, whenArgument, whenOf } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat sources [WHEN]` */
export function declareSources(command: Command, shell: Shell): void {
  jsonOption(command)
    .addArgument(whenArgument().default('all', 'all time'))
    .addHelpText('after', '\nExamples:\n  $ edchat sources\n  $ edchat sources 2016-W15')
    .action((value: When | string, options: { json?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const scope = value === 'all' ? wholeScope(db, chat) : resolveWhen(db, chat, whenOf(value));
        const sources = listSources(db, scope);
        const completeness = completenessOf(db, scope);
        if (options.json) return shell.print(sourcesJson(chat, sources, completeness));
        if (sources.length === 0)
          throw nothingFound(`No export holds tweets of ${chat.title} in ${scope.label}. List the sessions with: edchat weeks`);
        return shell.print(renderSources(sources, completeness, scope.label === 'all time' ? 'the archive' : scope.label, shell.look));
      }),
    );
}
