/** Derives again what imports have touched: the sessions of those chat weeks, the topics that compare sessions, the full-text indexes. */
import { announcedTopics } from '../derive/announced-topics.ts';
import { deriveTopics } from '../derive/topics.ts';
import { atOnce, stepByStep, type Steps } from '../steps.ts';
import type { Database } from '../store/open.ts';
import { earlierIn, settleNewcomers } from '../store/newcomers.ts';
import { noteTopics, statedTopics } from '../store/search-context.ts';
import { feedingIndexes, type IndexProgress } from '../store/search-index.ts';
import { inTransaction } from '../store/transaction.ts';
import { announcements, dropWeek, saveTopics, saveWeek, sessionTerms, type StaleWeek, staleWeeks } from '../store/sessions.ts';
import { beginInTurn } from '../store/turns.ts';
import { type DerivedWeek, weekDeriver } from './derive-week.ts';
import { feedMuch } from './feed-indexes.ts';
import { isWorthAThread, shareOut } from './share-out.ts';
import { unlessTooLarge } from './thread.ts';

/** Called now and then with how many chat weeks, or rows of the indexes, of all are done. */
export interface DeriveProgress {
  readonly weeks?: (done: number, all: number) => void;
  readonly rows?: IndexProgress;
}

/** Derives every stale chat week and feeds the indexes, at once; returns the names of the sessions found in those weeks, by chat. */
export function deriveStale(db: Database, progress: DeriveProgress = {}): Map<string, string[]> {
  return atOnce(derivingStale(db, progress));
}

/** The same in steps: one for each week, all of them in a transaction, and then those of the indexes. */
export function* derivingStale(db: Database, progress: DeriveProgress = {}): Steps<Map<string, string[]>> {
  const job = derivingJob(db, progress);
  if (job.stale.length > 0) yield* inTransaction(db, derivingAll(db, job));
  yield* feedingIndexes(db, progress.rows);
  return job.found();
}

function* derivingAll(db: Database, job: DerivingJob): Steps {
  const derive = weekDeriver(db);
  job.begin();
  for (const week of job.stale) {
    job.keep(derive(week));
    yield;
  }
  job.end();
}

/** The same, with a thread that helps where there is much to derive; a signal is heard in between, and leaves stale what was not done. */
export async function deriveMuch(db: Database, progress: DeriveProgress = {}, signal?: AbortSignal): Promise<Map<string, string[]>> {
  const shared = isWorthAThread(db, staleWeeks(db)) ? await derivedInThreads(db, progress, signal).catch(unlessTooLarge) : null;
  return shared ?? stepByStep(derivingStale(db, progress), signal);
}

async function derivedInThreads(db: Database, progress: DeriveProgress, signal?: AbortSignal): Promise<Map<string, string[]>> {
  const job = derivingJob(db, progress);
  await beginInTurn(db, { signal });
  try {
    job.begin();
    await shareOut(db, job.stale, job.keep, signal);
    job.end();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  await feedMuch(db, progress.rows, signal);
  return job.found();
}

type DerivingJob = ReturnType<typeof derivingJob>;

// Weeks may be derived in any order: none of them sees another. Topics compare them all, at the end.
function derivingJob(db: Database, { weeks: progress = () => {} }: DeriveProgress) {
  const stale = staleWeeks(db);
  const chats = [...new Set(stale.map(({ chat }) => chat))];
  const topics = new Map<string, ReadonlyMap<string, string>>();
  const earlier = new Map<string, ReturnType<typeof earlierIn>>();
  const mondaysOf = (chat: string) => stale.filter((week) => week.chat === chat).map(({ monday }) => monday);
  const found = new Map<string, readonly string[]>();
  return {
    stale,
    begin: () => {
      for (const chat of chats) {
        earlier.set(chat, earlierIn(db, chat, mondaysOf(chat)));
        topics.set(chat, statedTopics(db, chat));
      }
    },
    keep: ({ week, sessions, tweets }: DerivedWeek) => {
      if (tweets === null) dropWeek(db, week);
      else saveWeek(db, week, sessions, tweets);
      found.set(
        nameOf(week),
        sessions.map(({ session }) => session),
      );
      progress(found.size, stale.length);
    },
    end: () => {
      for (const [chat, before] of topics) {
        saveTopics(db, chat, deriveTopics(sessionTerms(db, chat)), announcedTopics(announcements(db, chat)));
        noteTopics(db, chat, before);
      }
      for (const [chat, before] of earlier) settleNewcomers(db, chat, mondaysOf(chat), before);
    },
    found: () =>
      new Map(
        chats.map((chat) => [chat, stale.filter((week) => week.chat === chat).flatMap((week) => found.get(nameOf(week)) ?? [])] as const),
      ),
  };
}

function nameOf({ chat, monday }: StaleWeek): string {
  return `${chat} ${monday}`;
}
