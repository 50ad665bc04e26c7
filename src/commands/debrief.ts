import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { debriefer } from '../recap/debrief.ts';
import { debriefJson, renderDebrief } from '../render/debrief.ts';
import { resolveWhen } from '../store/scope.ts';
import { noSession } from './no-session.ts';
import { jsonOption, whenArgument, whenOf } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat debrief [WHEN]` */
export function declareDebrief(command: Command, shell: Shell): void {
  jsonOption(command)
    .addArgument(whenArgument())
    .addHelpText('after', '\nExamples:\n  $ edchat debrief\n  $ edchat debrief 2016-04-10\n  $ edchat debrief 2016 --json')
    .action((value: When | string, options: { json?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const when = whenOf(value);
        const scope = resolveWhen(db, chat, when);
        if (scope.sessions.length === 0) throw noSession(db, scope, when, 'debrief');
        const debrief = debriefer(db, scope);
        const views = scope.sessions.flatMap((session) => debrief(session) ?? []);
        if (options.json) return shell.print(debriefJson(chat, views));
        return shell.print(views.map((view) => renderDebrief(view, chat, shell.look)).join('\n'));
      }),
    );
}
