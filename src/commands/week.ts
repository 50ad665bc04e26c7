import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { hourOf } from '../derive/hour.ts';
import { sessionsJson } from '../render/json.ts';
import { renderWeek } from '../render/week.ts';
import { sessionTimes } from '../store/counted.ts';
import { resolveWhen } from '../store/scope.ts';
import { sessionView } from '../store/session-in-full.ts';
import type { SessionView } from '../views.ts';
import { noSession } from './no-session.ts';
import { jsonOption, positive, whenArgument, whenOf } from './options.ts';
import type { Shell } from './verb.ts';

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
        const views = scope.sessions.flatMap((session) => sessionView(db, scope, session) ?? []);
        if (views.length === 0) throw noSession(db, scope, when, 'week');
        if (options.json) return shell.print(sessionsJson(chat, views));
        const answers = options.all ? 'all' : options.answers;
        const hour = (view: SessionView) => hourOf(view, sessionTimes(db, chat.name, view.session), view.questionList);
        return shell.print(views.map((view) => renderWeek(view, shell.look, { answers, hour: hour(view) })).join('\n'));
      }),
    );
}
