/** What people put right: their own data, which nothing derived touches. */
import type { Database } from 'better-sqlite3';
import type { Correction } from '../chat.ts';

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

/** The chat week that a session of a chat belongs to; null when there is no such session. */
export function mondayOfSession(db: Database, chat: string, session: string): string | null {
  return (
    db.prepare<[string, string], { monday: string }>('SELECT monday FROM sessions WHERE chat = ? AND session = ?').get(chat, session)
      ?.monday ?? null
  );
}

function markWeek(db: Database, chat: string, monday: string): void {
  db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING').run(chat, monday);
}
