/** Reads one source into the archive, in one transaction. */
import { createHash } from 'node:crypto';
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { type Forgotten, hiddenPath, withoutForgotten } from '../normalise/forgotten.ts';
import { normalise } from '../normalise/tweet.ts';
import { beginImport, findImport, finishImport } from '../store/imports.ts';
import type { MembershipWriter } from '../store/membership.ts';
import type { Database } from '../store/open.ts';
import { listChats } from '../store/chats.ts';
import { refile } from '../store/refile.ts';
import type { Stored, tweetWriter } from '../store/tweets.ts';
import type { RawTweet } from '../tweet.ts';
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
  readonly write: ReturnType<typeof tweetWriter>;
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

/** More than this (ms) between the id's clock and the stated time is worth a warning. */
const DISAGREEMENT = 120_000;
const FORGOTTEN = 'kept out: it was forgotten on request (see: edchat forget --list)';
/** A file that goes on like this is no export, or not in this format. */
const MOST_IN_A_ROW = 20_000;
const PROGRESS_EVERY = 500;

/** Imports a source with the importer that claims it. All of it is kept or, when it fails, nothing. */
export async function importFile(desk: Desk, source: Source, importer: Importer): Promise<FileReport> {
  const { db, chat, at } = desk;
  const file = await digest(source, desk.signal);
  const known = findImport(db, { sha256: file.sha256, chat, format: importer.name });
  const importId =
    known ?? beginImport(db, { batch: desk.batch(), path: namelessPath(desk, source.path), format: importer.name, chat, at, ...file });
  const counter = new Counter();
  for await (const extracted of importer.extract(source, desk.hints)) {
    if (extracted.kind === 'warning') counter.warnings.push(extracted.message);
    else if (extracted.kind === 'rejected') counter.rejected.push({ at: extracted.at, reason: extracted.reason });
    else storeRecord(desk, counter, importId, extracted.tweet);
    if (extracted.kind !== 'warning') counter.noteRow();
    if (counter.uselessInARow > MOST_IN_A_ROW) {
      counter.warnings.push(`the last ${MOST_IN_A_ROW} records in a row could not be used, so reading stopped there`);
      break;
    }
    if (counter.read % PROGRESS_EVERY === 0) desk.onProgress(source.path, counter.read);
    if (desk.signal?.aborted) throw new Interrupted();
  }
  if (counter.disagreeing > 0) counter.warnings.push(disagreementWarning(counter.disagreeing));
  desk.members.flush();
  const released = desk.members.released();
  if (released.length > 0) refile(db, listChats(db), released);
  const report = fileReport(source.path, importer.name, counter, null);
  finishImport(db, importId, tallyOf(report));
  return report;
}

function namelessPath({ forgotten }: Desk, path: string): string {
  return forgotten === null ? path : hiddenPath(path, forgotten);
}

const PRIVATE = {
  followers: 'for followers only',
  direct: 'a private mention',
  protected: 'of a protected account',
} as const;

// What came along inside a public post may be private itself.
function publicParts(raw: RawTweet): RawTweet {
  if (!raw.context?.length) return raw;
  return { ...raw, context: raw.context.filter(({ audience }) => audience == null).map(publicParts) };
}

function storeRecord(desk: Desk, counter: Counter, importId: number, read: RawTweet): void {
  if (read.audience != null && !desk.includePrivate) {
    const reason = `${PRIVATE[read.audience]}: edchat keeps public posts (with --include-private these too)`;
    counter.rejected.push({ at: read.at, reason, onPurpose: true });
    return;
  }
  const raw = desk.includePrivate ? read : publicParts(read);
  const result = normalise(raw, desk.at);
  if ('reason' in result) {
    counter.rejected.push({ at: raw.at, reason: result.reason });
    return;
  }
  if (result.disagreement > DISAGREEMENT) counter.disagreeing += 1;
  for (const whole of [result.tweet, ...result.context]) {
    const tweet = desk.forgotten === null ? whole : withoutForgotten(whole, desk.forgotten);
    if (tweet === null) {
      counter.rejected.push({ at: raw.at, reason: FORGOTTEN, onPurpose: true });
      continue;
    }
    const stored = desk.write(tweet, importId);
    counter[stored.outcome] += 1;
    desk.members.note(stored, tweet.context ? null : desk.chat);
    desk.onStored(stored);
  }
}

function disagreementWarning(count: number): string {
  const times = count === 1 ? 'The stated time of 1 tweet is' : `The stated times of ${count} tweets are`;
  return `${times} more than two minutes from the time in the id; the id was believed`;
}

async function digest(source: Source, signal: AbortSignal | undefined): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source.open()) {
    hash.update(chunk);
    bytes += chunk.length;
    if (signal?.aborted) throw new Interrupted();
  }
  return { sha256: hash.digest('hex'), bytes };
}
