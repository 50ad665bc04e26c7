/**
 * Tweets whose entries in the full-text indexes must be made, made again or taken out. Whoever changes what can be searched of
 * a tweet notes its row here, in the same transaction; the indexes are fed later. So an interrupted run leaves rows that wait,
 * never an index that lies.
 */
import type { Database } from 'better-sqlite3';

/** SQL that tells which stale rows (`s`) concern an index. */
export const STALE_FOR = { stems: 'true', plain: 's.words = 1' };

/** What about a tweet changed: what it says itself, or only its place in its session, of which `plain` knows nothing. */
export type Changed = 'words' | 'place';

const NOTED = { words: 'ON CONFLICT DO UPDATE SET words = 1', place: 'ON CONFLICT DO NOTHING' };

const rowSql = (changed: Changed) => `INSERT INTO stale_rows (n, words) VALUES (?, ${Number(changed === 'words')}) ${NOTED[changed]}`;

/** SQL that notes as stale the rows of a query for their numbers. */
export function staleSql(changed: Changed, rows: string): string {
  return `INSERT INTO stale_rows (n, words) SELECT n, ${Number(changed === 'words')} FROM (${rows}) WHERE true ${NOTED[changed]}`;
}

/** A function that notes a row as stale. */
export function staleRowNoter(db: Database, changed: Changed = 'words'): (n: bigint) => void {
  const note = db.prepare<[bigint]>(rowSql(changed));
  return (n) => note.run(n);
}

/**
 * A function that notes the row of a new tweet as stale, and tells whether its words may be fed at once: not where another had its
 * place, whose words may still stand in the index.
 */
export function newRowNoter(db: Database): (n: bigint) => boolean {
  const note = db.prepare<[bigint]>(rowSql('place'));
  const noteStale = staleRowNoter(db);
  return (n) => {
    const isFree = note.run(n).changes > 0;
    if (!isFree) noteStale(n);
    return isFree;
  };
}

/** Notes every tweet of the sessions of a chat week (its Monday) as stale: what is said of them changed. */
export function noteSessions(db: Database, chat: string, monday: string): void {
  const rows =
    'SELECT p.n FROM sessions s CROSS JOIN placements p ON p.chat = s.chat AND p.session = s.session WHERE s.chat = ? AND s.monday = ?';
  db.prepare<[string, string]>(staleSql('place', rows)).run(chat, monday);
}

/** Notes every tweet of a session as stale: what is said of it changed. */
export function noteSession(db: Database, chat: string, session: string): void {
  db.prepare<[string, string]>(staleSql('place', 'SELECT n FROM placements WHERE chat = ? AND session = ?')).run(chat, session);
}

/** Whether any row waits. */
export function hasStaleRows(db: Database): boolean {
  return db.prepare('SELECT 1 FROM stale_rows LIMIT 1').get() !== undefined;
}
