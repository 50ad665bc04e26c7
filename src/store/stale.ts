import type { Database } from 'better-sqlite3';
import { hasStaleRows } from './stale-rows.ts';

/** Whether an import or another change left something to derive: sessions of a chat week, or rows of the indexes. */
export function isStale(db: Database): boolean {
  return db.prepare('SELECT 1 FROM stale_weeks LIMIT 1').get() !== undefined || hasStaleRows(db);
}
