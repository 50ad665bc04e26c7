import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { hourOf } from '../derive/hour.ts';
import { sessionsJson } from '../render/json.ts';
import { renderOutline, renderWeek } from '../render/week.ts';
import { ANSWERS_KEPT } from '../store/questions.ts';
import { resolveWhen, type Scope } from '../store/scope.ts';
import { answerReader, sessionOutline, sessionView } from '../store/session-in-full.ts';
import type { SessionOutline, SessionView } from '../views.ts';
import { noSession } from './no-session.ts';
import { jsonOption, positive, whenArgument, whenOf } from './options.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly answers: number;
}

/** `edchat week [WHEN]` */
export function declareWeek(command: Command, shell: Shell): void {
  jsonOption(command)
    .addArgument(whenArgument())
    .option('--all', 'show every answer')
    .option('--answers <n>', 'answers to show under each question', positive, 3)
    .addHelpText('after', '\nExamples:\n  $ edchat week\n  $ edchat week 2016-04-17 --all\n  $ edchat week 2016-W15 --json')
    .action((value: When | string, options: Options) =>
      shell.reading(async ({ db, chat }) => {
        const when = whenOf(value);
        const scope = resolveWhen(db, chat, when);
        const read = <View>(viewOf: (db: Desk['db'], scope: Scope, session: string) => View | null): View[] => {
          const views = scope.sessions.flatMap((session) => viewOf(db, scope, session) ?? []);
          if (views.length === 0) throw noSession(db, scope, when, 'week');
          return views;
        };
        if (options.json) return shell.print(sessionsJson(chat, read(sessionView)));
        const hour = (view: SessionOutline | SessionView) => hourOf(view, view.bars, view.questionList);
        const answers = options.all ? 'all' : options.answers;
        const inFull = answerReader(db, chat.name);
        const weeks =
          answers === 'all' || answers > ANSWERS_KEPT
            ? read(sessionView).map((view) => renderWeek(view, shell.look, { answers, hour: hour(view) }))
            : read(sessionOutline).map((view) => renderOutline(view, inFull, shell.look, { answers, hour: hour(view) }));
        return shell.print(weeks.join('\n'));
      }),
    );
}
