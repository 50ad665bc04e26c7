import type { Command } from 'commander';
import { lookOf } from '../render/terminal.ts';
import type { Desk, Io, Shell } from './verb.ts';

// Of a terminal that does not say how high it is.
const USUAL_ROWS = 24;

/** The shell of one run: it reads the global options when they are asked for. */
export function makeShell(io: Io, program: Command, { exitWith, runAgain }: Pick<Shell, 'exitWith' | 'runAgain'>): Shell {
  const option = (name: string): string | null => {
    const value: unknown = program.opts()[name];
    return typeof value === 'string' ? value : null;
  };
  const archivePath = async () => option('db') ?? (io.env['EDCHAT_DB'] || (await import('./archive-path.ts')).defaultArchive());

  const waiting = {
    onWait: () => io.stderr.write('edchat: another edchat is writing to the archive; waiting for it to finish…\n'),
    get signal() {
      return io.signal;
    },
  };

  const reading = async <T>(work: (desk: Desk) => T | Promise<T>): Promise<T> => {
    const { openDerived } = await import('./open-derived.ts');
    const { chooseChat } = await import('./choose-chat.ts');
    const db = await openDerived(await archivePath(), waiting);
    try {
      return await work({ db, chat: chooseChat(db, option('chat')) });
    } finally {
      db.close();
    }
  };

  const print = async (text: string): Promise<void> => {
    // A slow reader must not make us hold everything in memory.
    if (!io.stdout.write(text)) await new Promise<void>((resolve) => io.stdout.once('drain', resolve));
  };

  const show = async (text: string): Promise<void> => {
    const isLong = io.stdout.isTTY && text.split('\n').length > (io.stdout.rows || USUAL_ROWS);
    if (isLong && program.opts()['pager'] !== false) {
      const { pagerOf, showIn } = await import('./pager.ts');
      const pager = pagerOf(io.env);
      if (pager !== null && (await showIn(pager, text, io.env))) return;
    }
    await print(text);
  };

  return {
    io,
    look: lookOf(io.stdout, io.env),
    archivePath,
    waiting,
    chatOption: () => option('chat'),
    reading,
    writing: async (work) => {
      const { openInTurn } = await import('../store/turns.ts');
      const { stillThere } = await import('../store/still-there.ts');
      const db = await openInTurn(await archivePath(), waiting);
      const checkThere = stillThere(db);
      try {
        const result = await work(db);
        checkThere();
        return result;
      } finally {
        db.close();
      }
    },
    print,
    show,
    note: (text) => io.stderr.write(`${text}\n`),
    exitWith,
    runAgain,
  };
}
