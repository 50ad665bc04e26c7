import { atOnce, stepByStep, type Steps } from '../steps.ts';
import { listChats } from '../store/chats.ts';
import { rebuildingMembership } from '../store/membership.ts';
import type { Database } from '../store/open.ts';
import { countSessions } from '../store/sessions.ts';
import { countTweets, rebuildingColumns } from '../store/rebuild.ts';
import { forgetIndexes } from '../store/search-index.ts';
import { inTransaction } from '../store/transaction.ts';
import { derivingStale } from './derive-stale.ts';

/** What was made again. */
export interface Rebuilt {
  readonly tweets: number;
  readonly sessions: number;
}

type Step = (text: string) => void;

/** Makes everything derived again, in one transaction: index, links, memberships, sessions, topics. */
export function rebuildAll(db: Database, step: Step): Rebuilt {
  return atOnce(inTransaction(db, rebuildingAll(db, step)));
}

/** The same; a signal is heard in between, and leaves the archive as it was. */
export async function rebuildUnlessStopped(db: Database, step: Step, signal: AbortSignal): Promise<Rebuilt> {
  return stepByStep(inTransaction(db, rebuildingAll(db, step)), signal, 'interrupted; the archive is as it was');
}

function* rebuildingAll(db: Database, step: Step): Steps<Rebuilt> {
  step('Reading every tweet again…');
  yield* rebuildingColumns(db);
  step('Sorting tweets into chats…');
  yield* rebuildingMembership(db, listChats(db));
  forgetIndexes(db);
  yield* derivingAgain(db, step);
  return { tweets: countTweets(db), sessions: countSessions(db) };
}

/** Sorts the tweets into chats again and derives their sessions, as after a change of the chats. */
export function rebuildChats(db: Database, step: Step = () => {}): void {
  atOnce(inTransaction(db, rebuildingChats(db, step)));
}

function* rebuildingChats(db: Database, step: Step): Steps {
  yield* rebuildingMembership(db, listChats(db));
  yield* derivingAgain(db, step);
}

function* derivingAgain(db: Database, step: Step): Steps {
  yield* derivingStale(db, {
    weeks: (done, all) => step(`Deriving sessions: week ${done} of ${all}…`),
    rows: (done, all) => step(`Building the full-text indexes: tweet ${done} of ${all}…`),
  });
}
