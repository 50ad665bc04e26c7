import { listChats } from '../store/chats.ts';
import { rebuildMembership } from '../store/membership.ts';
import type { Database } from '../store/open.ts';
import { countSessions } from '../store/sessions.ts';
import { countTweets, rebuildDerivedColumns } from '../store/rebuild.ts';
import { forgetIndexes } from '../store/search-index.ts';
import { deriveStale } from './derive-stale.ts';

/** Makes everything derived again, in one transaction: index, links, memberships, sessions, topics. */
export function rebuildAll(db: Database, step: (text: string) => void): { tweets: number; sessions: number } {
  const work = db.transaction(() => {
    step('Reading every tweet again…');
    rebuildDerivedColumns(db);
    step('Sorting tweets into chats…');
    rebuildMembership(db, listChats(db));
    forgetIndexes(db);
    deriveSessionsAgain(db, step);
  });
  work.immediate();
  return { tweets: countTweets(db), sessions: countSessions(db) };
}

/** Sorts the tweets into chats again and derives their sessions, as after a change of the chats. */
export function rebuildChats(db: Database, step: (text: string) => void = () => {}): void {
  const work = db.transaction(() => {
    rebuildMembership(db, listChats(db));
    deriveSessionsAgain(db, step);
  });
  work.immediate();
}

function deriveSessionsAgain(db: Database, step: (text: string) => void): void {
  deriveStale(db, {
    weeks: (done, all) => step(`Deriving sessions: week ${done} of ${all}…`),
    rows: (done, all) => step(`Building the full-text indexes: tweet ${done} of ${all}…`),
  });
}
