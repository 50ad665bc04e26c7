/**
 * Whether a disk can lock files at all. SQLite calls it busy when the system has no locks to give (ENOLCK, as on a network disk
 * without a lock service), just as when another program holds one.
 */
import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSqliteError, sqlite } from './sqlite.ts';

/** Tries a lock on a new file beside the archive: nobody else can hold that one. False also where no file can be made. */
export function diskCannotLock(path: string): boolean {
  const probe = join(dirname(path), `.edchat-lock-${process.pid}-${Date.now()}`);
  try {
    closeSync(openSync(probe, 'wx', 0o600));
    const db = sqlite(probe, { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE; ROLLBACK');
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    return isSqliteError(error) && /^SQLITE_(?:BUSY|IOERR_\w*LOCK)/.test(error.code);
  } finally {
    rmSync(probe, { force: true });
  }
}
