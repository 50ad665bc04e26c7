import type { Command } from 'commander';
import { localDate, parseWhen, type When } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { missingDates } from '../derive/missing-dates.ts';
import { nothingFound } from '../errors.ts';
import { missingJson, weeksJson } from '../render/json.ts';
import { renderMissing, renderWeeks } from '../render/weeks.ts';
import { nothingYet, resolveWhen, type Scope, wholeScope } from '../store/scope.ts';
import { listSessions } from '../store/session-views.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly missing?: boolean;
}

/** `edchat weeks [WHEN]` */
export function declareWeeks(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[when]', 'only these: a month, a year, a range (default: all)', (text): When => parseWhen(text))
    .option('--missing', 'list the dates of the timetable that have no session')
    .addHelpText(
      'after',
      '\nExamples:\n  $ edchat weeks\n  $ edchat weeks 2016\n  $ edchat weeks --missing\n  $ edchat weeks 2016-04..2016-06 --json',
    )
    .action((when: When | undefined, options: Options) =>
      shell.reading(async ({ db, chat }) => {
        const scope = when === undefined ? wholeScope(db, chat) : resolveWhen(db, chat, when);
        const sessions = listSessions(db, scope);
        if (options.missing) {
          const all = listSessions(db, wholeScope(db, chat));
          if (all.length === 0) throw nothingYet(db, chat);
          if (chat.schedule.length === 0) throw noTimetable(chat);
          const held = all.map(({ startsAt }) => localDate(startsAt, chat.zone));
          const dates = missingDates(chat, held, scope.range);
          return shell.print(options.json ? missingJson(chat, dates) : renderMissing(dates, chat, shell.look));
        }
        if (options.json) return shell.print(weeksJson(chat, sessions));
        if (sessions.length === 0) throw when === undefined ? nothingYet(db, chat) : nothingIn(scope);
        return shell.print(renderWeeks(sessions, chat, shell.look));
      }),
    );
}

function nothingIn({ chat, label }: Scope): Error {
  return nothingFound(`No session of ${chat.title} in ${label}. Choose another time, or another chat with --chat (see: edchat chats)`);
}

function noTimetable({ name, title, slow }: Chat): Error {
  return nothingFound(
    slow
      ? `${title} runs all week, so no date of it is missing. List its weeks with: edchat weeks --chat ${name}`
      : `edchat does not know when ${title} is due to meet, so it cannot tell what is missing. Tell it: edchat chats add ${name} --weekday DAY --time HH:MM`,
  );
}
