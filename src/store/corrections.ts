/** What people put right: their own data, which nothing derived touches. */
import type { Database } from 'better-sqlite3';
import type { Correction } from '../chat.ts';
import { rowRange } from '../row-number.ts';

/** A correction as it is kept. */
export interface KeptCorrection {
  readonly number: number;
  readonly chat: string;
  /** The chat week it is about. */
  readonly monday: string;
  /** UTC, milliseconds. */
  readonly madeAt: number;
  readonly correction: Correction;
}

/** Keeps a correction and marks its chat week as stale. */
export function addCorrection(db: Database, { chat, monday, madeAt, correction }: Omit<KeptCorrection, 'number'>): void {
  db.prepare('INSERT INTO corrections (chat, monday, made_at, correction) VALUES (?, ?, ?, ?)').run(
    chat,
    monday,
    madeAt,
    JSON.stringify(correction),
  );
  markWeek(db, chat, monday);
}

/** The corrections of a chat, or of one of its weeks, oldest first. */
export function listCorrections(db: Database, chat: string, monday: string | null = null): KeptCorrection[] {
  return db
    .prepare<[{ chat: string; monday: string | null }], Omit<KeptCorrection, 'correction'> & { correction: string }>(
      `SELECT number, chat, monday, made_at AS madeAt, correction FROM corrections
       WHERE chat = @chat AND (@monday IS NULL OR monday = @monday) ORDER BY number`,
    )
    .all({ chat, monday })
    .map((row) => ({ ...row, correction: JSON.parse(row.correction) as Correction }));
}

/** Takes a correction back and marks its chat week as stale. */
export function removeCorrection(db: Database, { number, chat, monday }: KeptCorrection): void {
  db.prepare('DELETE FROM corrections WHERE number = ?').run(number);
  markWeek(db, chat, monday);
}

/** When a session was held: the Monday of its chat week, its hour, and its first and last tweet (UTC, milliseconds). */
export interface SessionTimes {
  readonly monday: string;
  readonly startsAt: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** The times of a session of a chat; null when there is no such session. */
export function timesOfSession(db: Database, chat: string, session: string): SessionTimes | null {
  const row = db
    .prepare<[string, string], SessionTimes>(
      `SELECT s.monday, s.starts_at AS startsAt, COALESCE(min(t.created_at), s.starts_at) AS firstAt, COALESCE(max(t.created_at), s.starts_at) AS lastAt
       FROM sessions s LEFT JOIN placements p ON p.chat = s.chat AND p.session = s.session LEFT JOIN tweets t ON t.n = p.n
       WHERE s.chat = ? AND s.session = ? GROUP BY s.session`,
    )
    .get(chat, session);
  return row ?? null;
}

/** Whether a chat has a tweet in a stretch of time (UTC milliseconds, `until` exclusive). */
export function hasTweets(db: Database, chat: string, from: number, until: number): boolean {
  const { first, last } = rowRange(from, until);
  return (
    db
      .prepare<[string, bigint, bigint]>(
        'SELECT 1 FROM chat_tweets c JOIN tweets t ON t.n = c.n WHERE c.chat = ? AND c.n BETWEEN ? AND ? AND t.context = 0 LIMIT 1',
      )
      .get(chat, first, last) !== undefined
  );
}

function markWeek(db: Database, chat: string, monday: string): void {
  db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING').run(chat, monday);
}
