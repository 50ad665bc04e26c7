import { chmodSync, statSync } from 'node:fs';

/** Lets nobody but its owner read a file. Windows keeps the files of a user's folder from others by itself: nothing is done there. */
export function forOwnerAlone(path: string): void {
  if (process.platform !== 'win32') chmodSync(path, 0o600);
}

/** Whether others than the owner may read or write a file or folder; never known on Windows. */
export function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
