import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { threadViews } from '../derive/thread-views.ts';
import { shippedFile } from '../files.ts';
import { openForReading } from '../store/open.ts';
import { resolveWhen } from '../store/scope.ts';
import { conversationsIn } from '../store/threads.ts';
import { chooseChat } from './choose-chat.ts';
import type { Shell } from './verb.ts';

const EXPORTS = shippedFile('data/demo');

/** `edchat demo` */
export function declareDemo(command: Command, shell: Shell): void {
  command
    .addHelpText(
      'after',
      '\nThe exports it reads are invented: three Sundays of #iaedchat, in three formats that overlap. Your own\narchive is not touched.',
    )
    .action(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'edchat-demo-'));
      try {
        await tour(shell, join(folder, 'archive.db'));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}

async function tour(shell: Shell, archive: string): Promise<void> {
  const show = async (shown: readonly string[], argv: readonly string[] = shown) => {
    await shell.print(`\n$ edchat ${shown.map(quoted).join(' ')}\n\n`);
    shell.exitWith(await shell.runAgain(['--db', archive, ...argv]));
  };
  await shell.print('The tour of edchat, on an invented archive: first three exports that overlap come in.\n');
  await show(['import', 'data/demo'], ['import', EXPORTS]);
  await shell.print('\nThe same again: nothing is stored twice.\n');
  await show(['import', 'data/demo'], ['import', EXPORTS]);
  await show(['weeks']);
  await show(['week']);
  await show(['search', '(choice OR menu)', 'week:2016-W15', '--limit', '5']);
  await show(['thread', longestThread(archive)]);
  await show(['links', '--markdown']);
  await shell.print('\nAnd the summary for the blog:\n');
  await show(['recap', '--length', 'short']);
  await shell.print('\nThat was the tour. Your turn: edchat import YOUR-EXPORT\n');
}

// The conversation with the most tweets of the latest week.
function longestThread(archive: string): string {
  const db = openForReading(archive);
  try {
    const chat = chooseChat(db, null);
    const threads = threadViews(conversationsIn(db, resolveWhen(db, chat, { kind: 'latest' })));
    return threads.toSorted((a, b) => b.depth - a.depth || b.tweets - a.tweets || a.startsAt - b.startsAt)[0]?.thread ?? '';
  } finally {
    db.close();
  }
}

function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `"${word}"`;
}
