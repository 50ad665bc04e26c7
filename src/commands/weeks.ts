import type { Command } from 'commander';
import { parseWhen, type When } from '../calendar.ts';
import { nothingFound } from '../errors.ts';
import { weeksJson } from '../render/json.ts';
import { renderWeeks } from '../render/weeks.ts';
import { resolveWhen, wholeScope } from '../store/scope.ts';
import { listSessions } from '../store/session-views.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat weeks [WHEN]` */
export function declareWeeks(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[when]', 'only these: a month, a year, a range (default: all)', (text): When => parseWhen(text))
    .addHelpText('after', '\nExamples:\n  $ edchat weeks\n  $ edchat weeks 2016\n  $ edchat weeks 2016-04..2016-06 --json')
    .action((when: When | undefined, options: { json?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const scope = when === undefined ? wholeScope(db, chat) : resolveWhen(db, chat, when);
        const sessions = listSessions(db, scope);
        if (options.json) return shell.print(weeksJson(chat, sessions));
        if (sessions.length === 0)
          throw nothingFound(
            when === undefined
              ? `The archive has no session of ${chat.title} yet. Import an export of it, or choose another chat with --chat`
              : `No session of ${chat.title} in ${scope.label}. Choose another time, or another chat with --chat (see: edchat chats)`,
          );
        return shell.print(renderWeeks(sessions, chat, shell.look));
      }),
    );
}
