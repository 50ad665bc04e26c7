/** What an import came to, in numbers that add up. */
import type { Tally } from '../store/imports.ts';

/** A record that could not be used. */
export interface Rejected {
  readonly at: string;
  readonly reason: string;
  /** True where nothing went wrong: it is kept out on purpose. */
  readonly onPurpose?: boolean;
}

/** One file that was read, or could not be. */
export interface FileReport extends Omit<Tally, 'rejected'> {
  readonly path: string;
  /** The importer's name; null when no format was recognised. */
  readonly format: string | null;
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly string[];
  /** One sentence when the file as a whole failed: nothing of it was kept. */
  readonly error: string | null;
}

/** A whole run. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  /** Files in a folder or archive that are no exports: left alone, and no failure. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly totals: Tally;
  /** The chat whose sessions are named: the one asked for, else the one most of the new tweets belong to. */
  readonly chat: string | null;
  /** Sessions of that chat that were derived anew. */
  readonly sessions: readonly string[];
  /** The commonest hashtag of what came in, when no known chat claims it. */
  readonly unknownHashtag: string | null;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  /** Whether the paths were read to their end; of an interrupted run only what is derived is then left to do. */
  readonly allRead?: boolean;
}

/** The counts of one file while it is being read. */
export class Counter {
  added = 0;
  updated = 0;
  unchanged = 0;
  context = 0;
  readonly rejected: Rejected[] = [];
  readonly warnings: string[] = [];
  disagreeing = 0;
  /** Records since the last usable one, those kept out on purpose aside. */
  uselessInARow = 0;
  #seen = 0;

  /** Call it after each record. */
  noteRow(): void {
    const isUseless = this.rejected.length > this.#seen && this.rejected.at(-1)?.onPurpose !== true;
    this.uselessInARow = isUseless ? this.uselessInARow + 1 : 0;
    this.#seen = this.rejected.length;
  }

  get read(): number {
    return this.added + this.updated + this.unchanged + this.context + this.rejected.length;
  }
}

/** The report of a file from its counts. */
export function fileReport(path: string, format: string | null, counter: Counter, error: string | null): FileReport {
  const { read, added, updated, unchanged, context, rejected, warnings } = counter;
  return { path, format, read, added, updated, unchanged, context, rejected, warnings, error };
}

/** The numbers of a file. */
export function tallyOf(file: FileReport): Tally {
  const { read, added, updated, unchanged, context, rejected } = file;
  return { read, added, updated, unchanged, context, rejected: rejected.length };
}

/** The sum of all files. */
export function totalsOf(files: readonly FileReport[]): Tally {
  const zero: Tally = { read: 0, added: 0, updated: 0, unchanged: 0, context: 0, rejected: 0 };
  return files.map(tallyOf).reduce((sum, tally) => {
    const add = (name: keyof Tally) => sum[name] + tally[name];
    return {
      read: add('read'),
      added: add('added'),
      updated: add('updated'),
      unchanged: add('unchanged'),
      context: add('context'),
      rejected: add('rejected'),
    };
  }, zero);
}
