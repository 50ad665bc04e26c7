/** What a command is made of, and what it may use of the world. */
import type { Command } from 'commander';
import type { Readable } from 'node:stream';
import type { Chat } from '../chat.ts';
import type { Output } from '../output.ts';
import type { Look } from '../render/terminal.ts';
import type { Database } from '../store/open.ts';
import type { Waiting } from '../store/turns.ts';

/** One command of the command line; `load` brings the code that declares and runs it, and may begin what the words behind its name will need. */
export interface Verb {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  readonly load: (words: readonly string[]) => Promise<Declare>;
}

/** Declares arguments, options, help and action of a verb. */
type Declare = (command: Command, shell: Shell) => void;

/** The streams and the environment a run is given. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** UTC, milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** An open archive and the chat a command is about. */
export interface Desk {
  readonly db: Database;
  readonly chat: Chat;
}

/** What commands share: the archive, the chat, and the two outputs. */
export interface Shell {
  readonly io: Io;
  /** How results look on standard output. */
  readonly look: Look;
  /** The path of the archive: --db, else EDCHAT_DB, else the platform's data folder. */
  readonly archivePath: () => Promise<string>;
  /** The value of --chat as typed, or null. */
  readonly chatOption: () => string | null;
  /** How to wait for another process that is writing. */
  readonly waiting: Waiting;
  /** Opens the archive for reading, runs the work, closes. */
  readonly reading: <T>(work: (desk: Desk) => T | Promise<T>) => Promise<T>;
  /** Opens the archive for writing, making it when there is none. */
  readonly writing: <T>(work: (db: Database) => T | Promise<T>) => Promise<T>;
  /** Writes a result. */
  readonly print: (text: string) => Promise<void>;
  /** Writes a result for people to read: page by page where it is longer than their screen. */
  readonly show: (text: string) => Promise<void>;
  /** Writes a hint or warning to standard error. */
  readonly note: (text: string) => void;
  /** Runs another command line in the same process and returns its exit code. */
  readonly runAgain: (argv: readonly string[]) => Promise<number>;
  /** Ends the run with this exit code once the command is done. */
  readonly exitWith: (code: number) => void;
}
