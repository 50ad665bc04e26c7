import type { Database } from 'better-sqlite3';

/** A setting of the archive, or null. */
export function getSetting(db: Database, name: string): string | null {
  return db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?').get(name)?.value ?? null;
}

/** Keeps a setting in the archive; null forgets it. */
export function setSetting(db: Database, name: string, value: string | null): void {
  if (value === null) db.prepare('DELETE FROM settings WHERE name = ?').run(name);
  else db.prepare('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(name, value);
}
