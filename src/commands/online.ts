/** What the three commands that use the network share: nothing else ever loads it. */
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT, UserError } from '../errors.ts';
import type { Network } from '../network/network.ts';
import { progressBar } from '../render/bar.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import type { Database } from '../store/open.ts';
import type { Scope } from '../store/scope.ts';
import { version } from '../version.ts';
import type { When } from '../calendar.ts';
import { chooseChat } from './choose-chat.ts';
import { existingArchive } from './open-derived.ts';
import { anyWhenArgument, jsonOption, positive, scopeOf } from './options.ts';
import type { Io, Shell } from './verb.ts';

const HOMEPAGE = 'https://www.npmjs.com/package/edchat';
const MOST_AT_ONCE = 32;

/** The options of all three. */
export interface OnlineOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly limit?: number;
}

/** Declares WHEN and the options of all three. */
export function onlineOptions(command: Command): Command {
  return jsonOption(command)
    .addArgument(anyWhenArgument())
    .option('--dry-run', 'say what would be asked, and ask nothing')
    .option('--limit <n>', 'ask for at most this many', positive);
}

/** Reads how many pages are asked for at once. */
export function atOnce(text: string): number {
  const number = positive(text);
  if (number > MOST_AT_ONCE) throw new InvalidArgumentError(`Write a number up to ${MOST_AT_ONCE}.`);
  return number;
}

/** What a command that uses the network is given. */
export interface Online {
  readonly db: Database;
  readonly scope: Scope;
  /** Opens the network, on the first call only. */
  readonly network: () => Promise<Network>;
  /** Shows how far something is. */
  readonly report: (words: string) => (done: number, all: number) => void;
  /** Writes the result, in the place of how far it is. */
  readonly print: (text: string) => Promise<void>;
}

/** Runs work on the archive that may ask the network, and closes both behind it. */
export async function online<T>(shell: Shell, when: When | string, work: (online: Online) => Promise<T>): Promise<T> {
  existingArchive(await shell.archivePath());
  const { io } = shell;
  const line = progress(lookOf(io.stderr, io.env), io.stderr);
  let opened: Network | undefined;
  try {
    return await shell.writing((db) =>
      work({
        db,
        scope: scopeOf(db, chooseChat(db, shell.chatOption()), when),
        network: async () => (opened ??= await openNetwork(io)),
        report: (words) => (done, all) => line.update(progressBar(words, done, all)),
        print: (text) => {
          line.stop();
          return shell.print(text);
        },
      }),
    );
  } finally {
    line.stop();
    await opened?.close();
  }
}

async function openNetwork(io: Io): Promise<Network> {
  const door = await import('../network/network.ts');
  return door.openNetwork({ version: version(), homepage: HOMEPAGE, ...testSettings(io) });
}

// For tests only: a port of this machine whose server stands for every host of the world, and how long (ms) it may take to answer.
function testSettings({ env }: Io) {
  const standIn = Number(env['EDCHAT_TEST_SERVER'] ?? '');
  if (!Number.isInteger(standIn) || standIn <= 0) return {};
  return { standIn, allowLoopback: true, backoffMs: 5, connectMs: 2000, timeoutMs: Number(env['EDCHAT_TEST_TIMEOUT'] ?? 20_000) };
}

/** Sets the exit code of a run that was called off, and throws the sentence when nothing could be reached. */
export function endOf(shell: Shell, { interrupted, offline }: { readonly interrupted: boolean; readonly offline: boolean }): void {
  if (offline) {
    throw new UserError('No page can be reached: this computer seems to be offline. Nothing was marked; try again when it is connected', {
      exitCode: EXIT.nothing,
    });
  }
  if (!interrupted) return;
  shell.exitWith(EXIT.interrupted);
  shell.note('Stopped. What was learned until now is kept: run the same again to go on.');
}
