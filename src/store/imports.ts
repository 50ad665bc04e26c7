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

/** Which file it is, whatever its name. */
export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
}

/** What is known of a file when its import begins. */
export interface NewImport {
  /** The run it is part of. */
  readonly batch: number;
  readonly path: string;
  readonly format: string;
  readonly chat: string | null;
  /** UTC, milliseconds. */
  readonly at: number;
}

/** Registers an import and returns its number; `finishImport` completes it. */
export function beginImport(db: Database, { batch, path, format, chat, at }: NewImport): number {
  const insert = db.prepare(
    "INSERT INTO imports (batch, path, format, chat, sha256, bytes, imported_at, counts) VALUES (?, ?, ?, ?, '', 0, ?, '{}')",
  );
  return Number(insert.run(batch, path, format, chat, at).lastInsertRowid);
}

/** Completes an import with its numbers and what its file is; reading the same file again leaves those of the first time. */
export function finishImport(db: Database, importId: number, tally: Tally, { sha256, bytes }: FileDigest): void {
  const finish = db.prepare("UPDATE imports SET counts = ?, sha256 = ?, bytes = ? WHERE import = ? AND counts = '{}'");
  finish.run(JSON.stringify(tally), sha256, bytes, importId);
}

/** Whether any import read so many bytes: else no file of that size was imported before. */
export function hasImportOfSize(db: Database, bytes: number): boolean {
  return db.prepare('SELECT 1 FROM imports WHERE bytes = ? LIMIT 1').get(bytes) !== undefined;
}

/** The number under which the very same file was imported before, for the same chat and in the same format; or null. */
export function findImport(db: Database, file: Pick<NewImport, 'chat' | 'format'> & Pick<FileDigest, 'sha256'>): number | null {
  const find = db.prepare<[string, string | null, string], { import: number }>(
    'SELECT import FROM imports WHERE sha256 = ? AND chat IS ? AND format = ? ORDER BY import',
  );
  return find.get(file.sha256, file.chat, file.format)?.import ?? null;
}

/** The number for the next run of imports. */
export function nextBatch(db: Database): number {
  return (db.prepare<[], { batch: number | null }>('SELECT max(batch) AS batch FROM imports').get()?.batch ?? 0) + 1;
}

/** One import as it is listed. */
export interface ImportRow extends Omit<NewImport, 'at'> {
  readonly import: number;
  readonly importedAt: number;
  readonly counts: Tally;
}

/** Every import of the archive, oldest first. */
export function listImports(db: Database): ImportRow[] {
  return db
    .prepare<[], Omit<ImportRow, 'counts'> & { counts: string }>(
      'SELECT import, batch, path, format, chat, imported_at AS importedAt, counts FROM imports ORDER BY import',
    )
    .all()
    .map((row) => ({ ...row, counts: JSON.parse(row.counts) as Tally }));
}
