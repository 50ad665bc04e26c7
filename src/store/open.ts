/** Opening the archive: one writer, many readers, and a clear sentence when it cannot be done. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { copyBeforeUpgrade, migrate, schemaVersion } from './migrations.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts';
import { diskCannotLock } from './locks.ts';
import { forOwnerAlone } from './owner.ts';
import { isSqliteError, sqlite } from './sqlite.ts';
import { noteWritten } from './written.ts';

export type { Database } from 'better-sqlite3';

/** Another edchat may be writing: wait this long (ms) for it before giving up. A large import is one transaction. */
export const PATIENCE = 600_000;
/** Reading waits for no other edchat; only a program that keeps the file all to itself can be in its way (ms). */
const READING_PATIENCE = 5000;
/** After so long (ms) it is worth finding out whether the disk can lock at all. */
export const SILENCE = 1000;

// Pages of the log, 16 MB, before they are written into the archive: an import writes many of them again and again.
const CHECKPOINT = 4000;

/**
 * Opens an archive for reading and writing, making it (and its folder) when there is none: both then readable by their owner
 * alone. Waits for another writer; one that waits longer than people like is `openInTurn` (turns.ts).
 */
export function openForWriting(path: string, patience = PATIENCE): Database {
  try {
    const isNew = !existsSync(path);
    // SQLite would open what it may not write to for reading, and say so only in the middle of the work.
    if (!isNew) accessSync(path, constants.W_OK);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const db = sqlite(path, { timeout: patience });
    if (isNew) forOwnerAlone(path);
    return prepared(db, () => {
      const copy = isNew ? null : copyBeforeUpgrade(db);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma(`wal_autocheckpoint = ${CHECKPOINT}`);
      migrate(db);
      if (copy !== null) noteWritten(db, { path: copy, what: 'archive before an upgrade', writtenAt: Date.now() });
      return db;
    });
  } catch (error) {
    throw explained(error, path, 'write');
  }
}

/** Opens an archive for reading; nothing is written. An archive of an older edchat is brought up to date first. */
export function openForReading(path: string): Database {
  try {
    const db = openReadOnly(path);
    const version = schemaVersion(db);
    if (version === SCHEMA_VERSION) return db;
    db.close();
  } catch (error) {
    throw explained(error, path, 'read');
  }
  return openForWriting(path);
}

/** The same, to read it from one end to the other: few of its pages need to be remembered. */
export function openToReadThrough(path: string): Database {
  const db = openForReading(path);
  db.pragma('cache_size = -2000');
  return db;
}

/** Makes a new archive at an older schema, to be filled and then upgraded. Nobody else may have it open. */
export function openAtSchema(path: string, schema: number): { db: Database; upgrade: () => void } {
  const db = sqlite(path);
  forOwnerAlone(path);
  return prepared(db, () => {
    db.pragma('synchronous = FULL');
    migrate(db, MIGRATIONS.slice(0, schema));
    return { db, upgrade: () => migrate(db) };
  });
}

/** An archive that lives in memory only, for dry runs and tests. */
export function openInMemory(): Database {
  const db = sqlite(':memory:');
  migrate(db);
  return db;
}

/** Opens a file for reading as it is, whatever it is, also where nothing can be written beside it. */
export function openReadOnly(path: string): Database {
  try {
    const db = sqlite(path, { readonly: true, timeout: SILENCE });
    return prepared(db, () => {
      readPatiently(db);
      return db;
    });
  } catch (error) {
    if (!isSqliteError(error) || !/^SQLITE_(?:CANTOPEN|READONLY)/.test(error.code)) throw error;
    return openCopy(path);
  }
}

// Who waits for a second finds out whether that will ever end.
function readPatiently(db: Database): void {
  try {
    schemaVersion(db);
  } catch (error) {
    if (!isBusy(error)) throw error;
    if (diskCannotLock(db.name)) throw lockless(db.name, error);
    db.pragma(`busy_timeout = ${READING_PATIENCE - SILENCE}`);
    schemaVersion(db);
  }
  db.pragma(`busy_timeout = ${READING_PATIENCE}`);
}

/** Whether SQLite says that another program holds a lock. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && error.code.startsWith('SQLITE_BUSY');
}

/** The failure of a disk that cannot lock, as a sentence. */
export function lockless(path: string, cause: unknown): UserError {
  return new UserError(
    `${path}: the disk the archive is on cannot lock files, which an archive needs. Keep it on a disk of this computer: --db FILE`,
    { cause },
  );
}

// In a folder we may not write to, SQLite cannot make the shared-memory file that a WAL archive needs even for reading.
// A copy in memory, marked as not WAL (bytes 18 and 19 of the header), reads the same.
function openCopy(path: string): Database {
  const bytes = readFileSync(path);
  bytes.fill(1, 18, 20);
  return sqlite(bytes, { readonly: true });
}

function prepared<T>(db: Database, prepare: () => T): T {
  try {
    return prepare();
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The failure to open an archive as a sentence; any other error as it is. */
export function explained(error: unknown, path: string, purpose: 'read' | 'write'): unknown {
  if (error instanceof UserError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentenceFor(code, path, purpose);
  return sentence === null ? error : new UserError(sentence, { cause: error });
}

function sentenceFor(code: string, path: string, purpose: 'read' | 'write'): string | null {
  if (/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) {
    const place = purpose === 'write' ? 'edchat may not write there' : 'edchat may not read it';
    return `${path}: cannot open the archive, ${place}. Choose another place with --db FILE or the EDCHAT_DB variable`;
  }
  if (/^(?:EEXIST|ENOTDIR|EISDIR)/.test(code)) return `${path}: cannot make the archive there, a part of the path is not a folder`;
  if (code === 'SQLITE_NOTADB') return `${path}: this is not an edchat archive. Name another file with --db FILE`;
  if (code.startsWith('SQLITE_CORRUPT'))
    return `${path}: the archive is damaged, or its disk fails. Keep the file; edchat doctor says what can be saved, and edchat restore brings a backup back`;
  if (code.startsWith('SQLITE_BUSY'))
    return `${path}: another program keeps the archive to itself: try again when it is done. If there is none, its disk cannot lock files: keep it on a disk of this computer`;
  if (/^SQLITE_(?:PROTOCOL|NOLFS|IOERR_(?:RD|UN)?LOCK|IOERR_CHECKRESERVEDLOCK|IOERR_SHMLOCK)/.test(code))
    return lockless(path, null).message;
  if (code.startsWith('SQLITE_IOERR'))
    return `${path}: the disk the archive is on cannot be read or written (${code}). What was kept before is not lost: see to the disk and try again`;
  if (/^(?:ENOSPC|SQLITE_FULL)/.test(code)) return `${path}: the disk is full; nothing was lost. Make room and try again`;
  return null;
}

/** The sentence for a failure of SQLite while working on an archive that is open; null for a bug. */
export function storeFailure(error: unknown): string | null {
  if (!isSqliteError(error)) return null;
  return sentenceFor(error.code, 'archive', 'write');
}
