/** Where edchat wrote copies of what the archive says: somebody who asks to be forgotten may still be there. */
import type { Database } from 'better-sqlite3';

/** One file or folder that was written. */
export interface WrittenFile {
  readonly path: string;
  /** Such as `backup`, `export of tweets`, `archive kept aside`. */
  readonly what: string;
  /** UTC, milliseconds. */
  readonly writtenAt: number;
}

/** Remembers a file; one of the same path is replaced. */
export function noteWritten(db: Database, { path, what, writtenAt }: WrittenFile): void {
  db.prepare(
    'INSERT INTO written (path, what, written_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET what = excluded.what, written_at = excluded.written_at',
  ).run(path, what, writtenAt);
}

/** Every file written, the latest first. */
export function listWritten(db: Database): WrittenFile[] {
  return db.prepare<[], WrittenFile>('SELECT path, what, written_at AS writtenAt FROM written ORDER BY written_at DESC, path').all();
}
