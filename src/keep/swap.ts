/** Putting a finished archive in the place of another, which is kept beside it. */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { kindOfFile, settleFile } from '../store/copy.ts';
import { forOwnerAlone } from '../store/owner.ts';
import { putInPlace, sync } from './files.ts';

/** Puts `incoming` where the archive is, and keeps what was there under the name `aside`. At every moment there is an archive. */
export function swapIn(incoming: string, archive: string, aside: string): void {
  if (existsSync(archive)) keepAside(archive, aside);
  for (const ending of ['-wal', '-shm']) rmSync(`${archive}${ending}`, { force: true });
  putInPlace(incoming, archive);
  forOwnerAlone(archive);
}

function keepAside(archive: string, aside: string): void {
  if (kindOfFile(archive).kind === 'archive') settle(archive);
  // Of one that is damaged, what waits in its journal may be worth something, too.
  for (const ending of ['-wal', '-shm']) if (existsSync(`${archive}${ending}`)) renameSync(`${archive}${ending}`, `${aside}${ending}`);
  try {
    linkSync(archive, aside);
  } catch {
    // Memory sticks know no second name for a file.
    copyFileSync(archive, aside);
    sync(aside);
  }
}

function settle(archive: string): void {
  try {
    settleFile(archive);
  } catch (error) {
    const isBusy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    if (!isBusy) throw error;
    throw new UserError(`${archive}: another edchat has the archive open. Close it, and try again; nothing was changed`, {
      exitCode: 1,
      cause: error,
    });
  }
}
