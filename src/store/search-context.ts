/** What the full-text indexes hold of a tweet beyond itself: its place in its session, whose moderators and stated topic, and the question it answers. */
import type { Database } from 'better-sqlite3';
import { noteSession, noteSessions, staleRowNoter } from './stale-rows.ts';

/** Prepares to note as stale the rows of a chat week whose context changes: call it before, and what it returns after the change. */
export function contextWatch(db: Database, chat: string, monday: string): () => void {
  const before = contextsOfWeek(db, chat, monday);
  // Of a week that is derived for the first time, all is new.
  if (before.size === 0) return () => noteSessions(db, chat, monday);
  return () => noteMoved(db, before, contextsOfWeek(db, chat, monday));
}

// Place, moderators and question of each placed tweet, by row number.
function contextsOfWeek(db: Database, chat: string, monday: string): Map<string, string> {
  const rows = db
    .prepare<[string, string], { n: string; context: string }>(
      `SELECT CAST(p.n AS TEXT) AS n, p.session || ' ' || p.role || ' ' || COALESCE(p.question, '') || ' ' || s.moderators || char(10) || COALESCE((
         SELECT group_concat(q.words, char(10)) FROM questions q
         WHERE p.role = 'answer' AND q.chat = p.chat AND q.session = p.session AND q.number = p.question), '') AS context
       FROM sessions s CROSS JOIN placements p ON p.chat = s.chat AND p.session = s.session WHERE s.chat = ? AND s.monday = ?`,
    )
    .all(chat, monday);
  return new Map(rows.map(({ n, context }) => [n, context]));
}

function noteMoved(db: Database, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  const note = staleRowNoter(db, 'place');
  for (const n of new Set([...before.keys(), ...after.keys()])) if (before.get(n) !== after.get(n)) note(BigInt(n));
}

/** The topics of a chat that somebody stated, by session. */
export function statedTopics(db: Database, chat: string): Map<string, string> {
  const rows = db
    .prepare<[string], { session: string; topic: string }>(
      "SELECT session, topic FROM sessions WHERE chat = ? AND topic_source <> 'derived' ORDER BY session",
    )
    .all(chat);
  return new Map(rows.map(({ session, topic }) => [session, topic]));
}

/** Notes as stale the sessions whose stated topic is not what it was. */
export function noteTopics(db: Database, chat: string, before: ReadonlyMap<string, string>): void {
  const after = statedTopics(db, chat);
  for (const session of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(session) !== after.get(session)) noteSession(db, chat, session);
  }
}
