/** Who was new when: the session in which each person first took part. An older import may move it to an earlier one. */
import type { Database } from 'better-sqlite3';
import { noteSession, staleSql } from './stale-rows.ts';

/** What is looked at before sessions are derived again: who took part in those weeks, and which session was the first of all. */
export interface Earlier {
  readonly authors: ReadonlySet<string>;
  readonly first: string | null;
}

/** The people of some weeks (their Mondays) of a chat, and its first session, as they stand. */
export function earlierIn(db: Database, chat: string, mondays: readonly string[]): Earlier {
  const authors = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT t.author FROM sessions s CROSS JOIN placements p ON p.chat = s.chat AND p.session = s.session JOIN tweets t ON t.n = p.n
       WHERE s.chat = ? AND s.monday IN (SELECT value FROM json_each(?)) AND t.author IS NOT NULL ORDER BY t.author`,
    )
    .pluck()
    .all(chat, JSON.stringify(mondays));
  const first = db.prepare<[string], string | null>('SELECT min(session) FROM sessions WHERE chat = ?').pluck().get(chat) ?? null;
  return { authors: new Set(authors), first };
}

/** Says anew who was new when, after some weeks of a chat were derived again, and notes the tweets of which that changed. */
export function settleNewcomers(db: Database, chat: string, mondays: readonly string[], before: Earlier): void {
  const now = earlierIn(db, chat, mondays);
  const settle = settler(db, chat);
  for (const author of new Set([...before.authors, ...now.authors])) settle(author);
  if (now.first !== before.first) for (const session of [before.first, now.first]) if (session !== null) noteSession(db, chat, session);
}

function settler(db: Database, chat: string): (author: string) => void {
  const known = db.prepare<[string, string], string>('SELECT session FROM first_sessions WHERE chat = ? AND author = ?').pluck();
  const find = db
    .prepare<[string, string], string>(
      `SELECT p.session FROM tweets a CROSS JOIN placements p ON p.n = a.n AND p.chat = ?
       WHERE a.author = ? COLLATE NOCASE ORDER BY a.n LIMIT 1`,
    )
    .pluck();
  const keep = db.prepare(
    'INSERT INTO first_sessions (chat, author, session) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET session = excluded.session',
  );
  const forget = db.prepare('DELETE FROM first_sessions WHERE chat = ? AND author = ?');
  const note = db.prepare(
    staleSql(
      'place',
      `SELECT a.n FROM tweets a CROSS JOIN placements p ON p.n = a.n AND p.chat = ?
       WHERE a.author = ? COLLATE NOCASE AND p.session IN (?, ?)`,
    ),
  );
  return (author) => {
    const before = known.get(chat, author);
    const now = find.get(chat, author);
    if (before === now) return;
    if (now === undefined) forget.run(chat, author);
    else keep.run(chat, author, now);
    note.run(chat, author, before ?? null, now ?? null);
  };
}
