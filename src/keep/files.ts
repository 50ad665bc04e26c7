/** Files written whole or not at all, and readable by their owner alone. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';

/** The name a file has while it is being written, beside its final one. */
export function partialName(path: string): string {
  return `${path}.partial`;
}

/** Makes an empty file for the owner alone to be filled; what an interrupted run left there goes. */
export function freshFile(path: string): void {
  rmSync(path, { force: true });
  closeSync(openSync(path, 'wx', 0o600));
}

/** Writes a small text file whole, for the owner alone. */
export function writeWhole(path: string, text: string): void {
  const partial = partialName(path);
  freshFile(partial);
  writeFileSync(partial, text);
  putInPlace(partial, path);
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

/** The SHA-256 of a file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Refuses to write where something is, unless `force`. */
export function refuseExisting(path: string, force: boolean): void {
  if (!force && existsSync(path))
    throw new UserError(`${path}: there is something already, and it was left as it is. Choose another name, or replace it with --force`);
}

/** A name beside the archive with the time in it, that nothing has yet: `archive.before-restore-2026-11-26-031500.db`. */
export function asideName(archive: string, why: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  const stem = join(dirname(archive), `${basename(archive).replace(/\.db$/, '')}.${why}-${stamp}`);
  let name = `${stem}.db`;
  for (let again = 2; existsSync(name); again++) name = `${stem}-${again}.db`;
  return name;
}

/** The sentence for a failure of the disk or its permissions while writing; any other error as it is. */
export function explainedWriting(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const say = (sentence: string) => new UserError(`${path}: ${sentence}`, { cause: error });
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return say('the disk is full; what was begun there is taken away again. Make room, or choose another disk');
  if (/^(?:EFBIG|SQLITE_IOERR)/.test(code)) return say('the disk takes no file of that size, or failed. Choose another disk');
  if (/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return say('edchat cannot write there. Choose another place');
  if (/^(?:ENOENT|ENOTDIR|EISDIR)/.test(code))
    return say('edchat cannot write there, for there is no such folder. Make it first, or choose another place');
  return error;
}
