import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { nothingFound } from '../errors.ts';
import { linksJson } from '../render/json.ts';
import { renderLinks } from '../render/links.ts';
import { linkWeeks } from '../store/link-weeks.ts';
import { resolveWhen } from '../store/scope.ts';
import { jsonOption, whenArgument, whenOf } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat links [WHEN]` */
export function declareLinks(command: Command, shell: Shell): void {
  jsonOption(command)
    .addArgument(whenArgument())
    .option('--markdown', 'write a list to paste into a blog')
    .addHelpText('after', '\nExamples:\n  $ edchat links\n  $ edchat links 2016-04 --markdown > april-links.md')
    .action((value: When | string, options: { json?: boolean; markdown?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const scope = resolveWhen(db, chat, whenOf(value));
        const weeks = linkWeeks(db, scope);
        if (options.json) return shell.print(linksJson(chat, weeks));
        if (weeks.length === 0)
          throw nothingFound(
            `Nobody shared a link on ${chat.title} in ${scope.label}. Choose a longer time, such as a year: edchat links 2016`,
          );
        if (options.markdown) return shell.print((await import('../render/markdown.ts')).linksMarkdown(weeks, chat));
        return shell.print(renderLinks(weeks, chat, shell.look));
      }),
    );
}
