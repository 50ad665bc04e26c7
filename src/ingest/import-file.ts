/** Reads one source into the archive, in one transaction. */
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { type Forgotten, hiddenPath, withoutForgotten } from '../normalise/forgotten.ts';
import { Interrupted } from '../steps.ts';
import { beginImport, findImport, finishImport, hasImportOfSize } from '../store/imports.ts';
import type { MembershipWriter } from '../store/membership.ts';
import type { Database } from '../store/open.ts';
import { listChats } from '../store/chats.ts';
import { refile } from '../store/refile.ts';
import { saidOf, type SaidTweet, tweetSaid } from '../store/said-tweet.ts';
import type { SaidWriter, Stored } from '../store/tweets.ts';
import { digest } from './digest.ts';
import { readFile } from './read-file.ts';
import type { Item, TweetItem } from './reader.ts';
import { Counter, type FileReport, fileReport, tallyOf } from './report.ts';

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
  /** Whether posts that are not public are kept. */
  readonly includePrivate: boolean;
  /** Who must not come back; null for nobody. */
  readonly forgotten: Forgotten | null;
  readonly signal: AbortSignal | undefined;
  /** Told of every tweet stored. */
  readonly onStored: (stored: Stored) => void;
  /** Told now and then how many records of the file were read. */
  readonly onProgress: (path: string, read: number) => void;
}

const FORGOTTEN = 'kept out: it was forgotten on request (see: edchat forget --list)';
/** A file that goes on like this is no export, or not in this format. */
const MOST_IN_A_ROW = 20_000;
const PROGRESS_EVERY = 500;

/** Imports a source with the importer that claims it. All of it is kept or, when it fails, nothing. */
export async function importFile(desk: Desk, source: Source, importer: Importer): Promise<FileReport> {
  const { db, chat, at } = desk;
  desk.writer.begin();
  desk.members.begin();
  const known = await knownImport(desk, source, importer);
  const importId =
    known ?? beginImport(db, { batch: desk.batch(), path: namelessPath(desk, source.path), format: importer.name, chat, at });
  const counter = new Counter();
  const reading = readFile(source, importer, { hints: desk.hints, includePrivate: desk.includePrivate, now: at });
  for await (const items of reading.batches) {
    const isWorthIt = keepAll(desk, counter, { importId, path: source.path }, items);
    if (desk.signal?.aborted) throw new Interrupted();
    if (!isWorthIt) break;
  }
  if (counter.disagreeing > 0) counter.warnings.push(disagreementWarning(counter.disagreeing));
  desk.writer.end();
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

function namelessPath({ forgotten }: Desk, path: string): string {
  return forgotten === null ? path : hiddenPath(path, forgotten);
}

interface Place {
  readonly importId: number;
  readonly path: string;
}

// Says whether it is worth reading on.
function keepAll(desk: Desk, counter: Counter, { importId, path }: Place, items: readonly Item[]): boolean {
  for (const item of items) {
    if (item.kind === 'warning') counter.warnings.push(item.message);
    else {
      if (item.kind === 'rejected') counter.rejected.push({ at: item.at, reason: item.reason, ...(item.onPurpose && { onPurpose: true }) });
      else keep(desk, counter, importId, item);
      counter.noteRow();
    }
    if (counter.uselessInARow > MOST_IN_A_ROW) {
      counter.warnings.push(`the last ${MOST_IN_A_ROW} records in a row could not be used, so reading stopped there`);
      return false;
    }
    if (counter.read % PROGRESS_EVERY === 0) desk.onProgress(path, counter.read);
  }
  return true;
}

function keep(desk: Desk, counter: Counter, importId: number, item: TweetItem): void {
  if (item.disagrees) counter.disagreeing += 1;
  for (const whole of item.said) {
    const said = leftOf(whole, desk.forgotten);
    if (said === null) {
      counter.rejected.push({ at: item.at, reason: FORGOTTEN, onPurpose: true });
      continue;
    }
    const stored = desk.writer.store(said, importId);
    counter[stored.outcome] += 1;
    desk.members.note(stored, stored.tweet.context ? null : desk.chat);
    desk.onStored(stored);
  }
}

// What is left of a tweet without those who must not come back; null for nothing.
function leftOf(said: SaidTweet, forgotten: Forgotten | null): SaidTweet | null {
  if (forgotten === null) return said;
  const tweet = tweetSaid(said);
  const left = withoutForgotten(tweet, forgotten);
  if (left === tweet) return said;
  return left === null ? null : saidOf(left);
}

function disagreementWarning(count: number): string {
  const times = count === 1 ? 'The stated time of 1 tweet is' : `The stated times of ${count} tweets are`;
  return `${times} more than two minutes from the time in the id; the id was believed`;
}
