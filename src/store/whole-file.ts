/** Files that have their name only when all of them is there, and on the disk. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The name a file has while it is being written, beside its final one. */
export function partialName(path: string): string {
  return `${path}.partial`;
}

/** Makes an empty file for the owner alone to be filled; what an interrupted run left there goes. */
export function freshFile(path: string): void {
  rmSync(path, { force: true });
  closeSync(openSync(path, 'wx', 0o600));
}

/** Gives a finished file or folder its name; on disk before it has it. */
export function putInPlace(partial: string, path: string): void {
  if (statSync(partial).isFile()) sync(partial);
  renameSync(partial, path);
  syncFolder(dirname(path));
}

/** Waits until a file is on disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

// That a name is in its folder must be on disk, too. Windows has no such thing.
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
