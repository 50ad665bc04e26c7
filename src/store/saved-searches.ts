/** Searches the user gave a name. */
import type { Database } from 'better-sqlite3';
import type { SavedSearch } from '../search-views.ts';

/** All of them, by name. */
export function listSaved(db: Database): SavedSearch[] {
  return db.prepare<[], SavedSearch>('SELECT name, query, saved_at AS savedAt FROM saved_searches ORDER BY name').all();
}

/** Keeps a search under a name, over an older one of that name. `at` is UTC, milliseconds. */
export function keepSearch(db: Database, name: string, query: string, at: number): void {
  db.prepare(
    'INSERT INTO saved_searches (name, query, saved_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at',
  ).run(name, query, at);
}

/** Forgets a search; false when there is none of that name. */
export function forgetSearch(db: Database, name: string): boolean {
  return db.prepare('DELETE FROM saved_searches WHERE name = ?').run(name).changes > 0;
}
