/** The imports: what was read when, and what it came to. */
import type { Database } from 'better-sqlite3';

/** The numbers of one file; read is the sum of the others. */
export interface Tally {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Tweets that came along inside others. */
  readonly context: number;
  readonly rejected: number;
}

/** What is known of a file when its import begins. */
export interface NewImport {
  readonly path: string;
  readonly format: string;
  readonly chat: string | null;
  /** UTC, milliseconds. */
  readonly at: number;
  readonly sha256: string;
  readonly bytes: number;
}

/** Registers an import and returns its number; `finishImport` completes it. */
export function beginImport(db: Database, { path, format, chat, at, sha256, bytes }: NewImport): number {
  const insert = db.prepare("INSERT INTO imports (path, format, chat, sha256, bytes, imported_at, counts) VALUES (?, ?, ?, ?, ?, ?, '{}')");
  return Number(insert.run(path, format, chat, sha256, bytes, at).lastInsertRowid);
}

/** Completes an import with its numbers; reading the same file again leaves those of the first time. */
export function finishImport(db: Database, importId: number, tally: Tally): void {
  db.prepare("UPDATE imports SET counts = ? WHERE import = ? AND counts = '{}'").run(JSON.stringify(tally), importId);
}

/** The number under which the very same file was imported before, for the same chat; or null. */
export function findImport(db: Database, sha256: string, chat: string | null): number | null {
  const row = db
    .prepare<[string, string | null], { import: number }>('SELECT import FROM imports WHERE sha256 = ? AND chat IS ?')
    .get(sha256, chat);
  return row?.import ?? null;
}
