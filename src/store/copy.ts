/** Copies of archives: made in one piece while others write, and opened wherever they are. */
import type { Database } from 'better-sqlite3';
import { schemaVersion } from './migrations.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { openReadOnly } from './open.ts';
import { isSqliteError, sqlite, sqliteError } from './sqlite.ts';

/** What a file is to edchat. */
export type FileKind =
  | { readonly kind: 'archive'; readonly schema: number }
  | { readonly kind: 'newer'; readonly schema: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'damaged' };

/** Writes a copy of the archive as it is at one moment into an empty or new file. Others may go on writing. */
export function copyInto(db: Database, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
}

/** Opens a copy alone: it is nobody else's yet, so it needs no journal for others. */
export function openCopyAlone(path: string): Database {
  const db = sqlite(path);
  db.pragma('journal_mode = DELETE');
  return db;
}

/** What a file is, without changing it. */
export function kindOfFile(path: string): FileKind {
  let db: Database | undefined;
  try {
    db = openReadOnly(path);
    const schema = schemaVersion(db);
    const ours = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('tweets', 'contributions', 'imports')").pluck().get();
    if (ours !== 3) return { kind: 'foreign' };
    return { kind: schema > SCHEMA_VERSION ? 'newer' : 'archive', schema };
  } catch (error) {
    if (isSqliteError(error) && /^SQLITE_(?:NOTADB|CORRUPT|IOERR)/.test(error.code)) {
      return { kind: error.code === 'SQLITE_NOTADB' ? 'foreign' : 'damaged' };
    }
    throw error;
  } finally {
    db?.close();
  }
}

/**
 * Makes the file of an archive complete by itself: what waits in the journal beside it is written into it, and the journal goes.
 * Throws SQLITE_BUSY when another process has the archive open.
 */
export function settleFile(path: string): void {
  const db = sqlite(path, { timeout: 1000, fileMustExist: true });
  try {
    if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw sqliteError('the archive is in use', 'SQLITE_BUSY');
  } finally {
    db.close();
  }
}
