import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { nothingFound } from '../errors.ts';
import { peopleJson } from '../render/json.ts';
import { renderPeople } from '../render/people.ts';
import { listPeople, listUnheard } from '../store/people.ts';
import { resolveWhen } from '../store/scope.ts';
import { jsonOption, whenArgument, whenOf } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat people [WHEN]` */
export function declarePeople(command: Command, shell: Shell): void {
  jsonOption(command)
    .addArgument(whenArgument())
    .option('--unanswered', 'only people whose tweets nobody answered or passed on, new ones first')
    .addHelpText('after', '\nExamples:\n  $ edchat people\n  $ edchat people 2016\n  $ edchat people latest --unanswered')
    .action((value: When | string, options: { json?: boolean; unanswered?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const scope = resolveWhen(db, chat, whenOf(value));
        const people = options.unanswered ? listUnheard(db, scope) : listPeople(db, scope);
        if (options.json) return shell.print(peopleJson(chat, people));
        if (people.length === 0 && options.unanswered)
          throw nothingFound(`Nobody in ${chat.title} in ${scope.label} went unanswered. List all people with: edchat people`);
        if (people.length === 0)
          throw nothingFound(`Nobody took part in ${chat.title} in ${scope.label}. List the sessions with: edchat weeks`);
        return shell.print(renderPeople(people, chat, shell.look));
      }),
    );
}
