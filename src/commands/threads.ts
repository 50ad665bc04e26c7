import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { threadViews } from '../derive/thread-views.ts';
import { nothingFound, UserError } from '../errors.ts';
import { statusOf } from '../normalise/identity.ts';
import { threadJson, threadsJson } from '../render/json.ts';
import { renderThread, renderThreads } from '../render/thread.ts';
import { resolveWhen } from '../store/scope.ts';
import { conversationOf, conversationsIn } from '../store/threads.ts';
import { jsonOption, positive, whenArgument, whenOf } from './options.ts';
import type { Desk, Shell } from './verb.ts';

/** `edchat threads [WHEN]` */
export function declareThreads(command: Command, shell: Shell): void {
  jsonOption(command)
    .addArgument(whenArgument())
    .option('--limit <n>', 'conversations to show, longest first', positive, 10)
    .addHelpText('after', '\nExamples:\n  $ edchat threads\n  $ edchat threads 2016-04-17 --limit 3')
    .action((value: When | string, options: { json?: boolean; limit: number }) =>
      shell.reading(({ db, chat }) => {
        const scope = resolveWhen(db, chat, whenOf(value));
        const threads = threadViews(conversationsIn(db, scope))
          .filter(({ tweets }) => tweets > 1)
          .toSorted((a, b) => b.tweets - a.tweets || a.startsAt - b.startsAt);
        if (options.json) return shell.print(threadsJson(chat, threads.slice(0, options.limit)));
        if (threads.length === 0)
          throw nothingFound(`No conversation on ${chat.title} in ${scope.label}. List the sessions with: edchat weeks`);
        return shell.print(renderThreads(threads.slice(0, options.limit), shell.look, { zone: chat.zone, all: threads.length }));
      }),
    );
}

/** `edchat thread ID` */
export function declareThread(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('<id>', 'the id or address of any tweet of the conversation')
    .addHelpText(
      'after',
      '\nExamples:\n  $ edchat thread 721852617572552704\n  $ edchat thread https://twitter.com/someone/status/721852617572552704',
    )
    .action((id: string, options: { json?: boolean }) => shell.reading((desk) => show(shell, desk, id, options)));
}

async function show(shell: Shell, { db, chat }: Desk, id: string, options: { json?: boolean }): Promise<void> {
  const key = statusOf(id)?.id ?? id.trim();
  if (key === '') throw new UserError('Name a tweet by its id or address: edchat thread 721852617572552704');
  const [thread] = threadViews(conversationOf(db, chat.name, key)).toSorted((a, b) => b.tweets - a.tweets);
  if (thread === undefined) throw nothingFound(`The archive holds no tweet ${key}. Find tweets with: edchat search WORDS`);
  await shell.print(options.json ? threadJson(chat, thread) : renderThread(thread, shell.look, { zone: chat.zone }));
}
