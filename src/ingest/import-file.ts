/** Reads one source into the archive, in one transaction. */
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { beginImport, findImport, finishImport, hasImportOfSize } from '../store/imports.ts';
import type { MembershipWriter } from '../store/membership.ts';
import type { Database } from '../store/open.ts';
import { listChats } from '../store/chats.ts';
import { refile } from '../store/refile.ts';
import type { SaidWriter, Stored } from '../store/tweets.ts';
import { digest } from './digest.ts';
import { readFile } from './read-file.ts';
import type { Item } from './reader.ts';
import { Counter, type FileReport, fileReport, tallyOf } from './report.ts';

/** Thrown when the user stops the run; the file at hand is undone. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** What the writing of a file needs. */
export interface Desk {
  readonly db: Database;
  readonly chat: string | null;
  /** UTC, milliseconds; the same for all files of a run. */
  readonly at: number;
  /** The number of the run; asked for when its first file is registered. */
  readonly batch: () => number;
  readonly writer: SaidWriter;
  readonly members: MembershipWriter;
  /** What the user said of the files. */
  readonly hints: ExtractOptions;
  readonly signal: AbortSignal | undefined;
  /** Told of every tweet stored. */
  readonly onStored: (stored: Stored) => void;
  /** Told now and then how many records of the file were read. */
  readonly onProgress: (path: string, read: number) => void;
}

const PROGRESS_EVERY = 500;

/** Imports a source with the importer that claims it. All of it is kept or, when it fails, nothing. */
export async function importFile(desk: Desk, source: Source, importer: Importer): Promise<FileReport> {
  const { db, chat, at } = desk;
  desk.writer.begin();
  desk.members.begin();
  const known = await knownImport(desk, source, importer);
  const importId = known ?? beginImport(db, { batch: desk.batch(), path: source.path, format: importer.name, chat, at });
  const counter = new Counter();
  const reading = readFile(source, importer, { hints: desk.hints, now: at });
  for await (const items of reading.batches) {
    for (const item of items) {
      keep(desk, counter, importId, item);
      if (counter.read % PROGRESS_EVERY === 0) desk.onProgress(source.path, counter.read);
    }
    if (desk.signal?.aborted) throw new Interrupted();
  }
  if (counter.disagreeing > 0) counter.warnings.push(disagreementWarning(counter.disagreeing));
  desk.members.flush();
  const released = desk.members.released();
  if (released.length > 0) refile(db, listChats(db), released);
  const report = fileReport(source.path, importer.name, counter, null);
  if (known === null) finishImport(db, importId, tallyOf(report), await reading.digest());
  return report;
}

// The number of an earlier import of the very same file. A file of a size that was never read needs no look at its bytes.
async function knownImport({ db, chat, signal }: Desk, source: Source, importer: Importer): Promise<number | null> {
  if (source.size !== null && !hasImportOfSize(db, source.size)) return null;
  const { sha256 } = await digest(source, () => {
    if (signal?.aborted) throw new Interrupted();
  });
  return findImport(db, { sha256, chat, format: importer.name });
}

function keep(desk: Desk, counter: Counter, importId: number, item: Item): void {
  if (item.kind === 'warning') counter.warnings.push(item.message);
  else if (item.kind === 'rejected') counter.rejected.push({ at: item.at, reason: item.reason });
  else {
    if (item.disagrees) counter.disagreeing += 1;
    for (const said of item.said) {
      const stored = desk.writer.store(said, importId);
      counter[stored.outcome] += 1;
      desk.members.note(stored, stored.tweet.context ? null : desk.chat);
      desk.onStored(stored);
    }
  }
}

function disagreementWarning(count: number): string {
  const times = count === 1 ? 'The stated time of 1 tweet is' : `The stated times of ${count} tweets are`;
  return `${times} more than two minutes from the time in the id; the id was believed`;
}
