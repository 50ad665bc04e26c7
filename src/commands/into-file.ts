/** Results in a file: the whole of them, or nothing; and never in the place of a file that somebody may still want. */
import { createWriteStream, existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { explainedWriting, partialName, putInPlace } from '../keep/files.ts';
import { noteWritten } from '../store/written.ts';
import type { Shell } from './verb.ts';

/** Writes a piece of a file. */
export type Write = (text: string) => Promise<void>;

/**
 * Lets work write a file. Nothing is there under its name before all of it is; when the work fails, what was there before is
 * untouched. A file that is there is replaced only with `force`. A pipe or a device is written to as it is.
 */
export async function intoFile(path: string, force: boolean, work: (write: Write) => Promise<void>): Promise<void> {
  if (isDevice(path)) return written(path, work);
  const target = targetOf(path, force);
  const partial = partialName(target);
  try {
    await written(partial, work);
    targetOf(path, force);
    putInPlace(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainedWriting(error, path);
  }
}

function isDevice(path: string): boolean {
  if (!existsSync(path)) return false;
  const found = statSync(path);
  return !found.isFile() && !found.isDirectory();
}

// A link to a file stands for the file.
function targetOf(path: string, force: boolean): string {
  if (!existsSync(path)) return path;
  if (!statSync(path).isFile())
    throw new UserError(`${path}: this is a folder, and no file can be written in its place. Choose another name`);
  if (!force)
    throw new UserError(`${path}: there is a file of that name already. Choose another with --out FILE, or replace it with --force`);
  return realpathSync(path);
}

async function written(path: string, work: (write: Write) => Promise<void>): Promise<void> {
  const stream = createWriteStream(path);
  // A full disk is told by an event, whenever it comes.
  const failed = new Promise<never>((_resolve, reject) => stream.once('error', reject));
  failed.catch(() => undefined);
  const writing = async () => {
    await once(stream, 'open');
    await work(async (text) => {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
    });
    stream.end();
    await once(stream, 'close');
  };
  try {
    await Promise.race([writing(), failed]);
  } finally {
    stream.destroy();
  }
}

/** Keeps in the archive that a file was written: somebody in it may ask to be forgotten. An archive that cannot be written to does without. */
export async function rememberWritten(shell: Shell, path: string, what: string): Promise<void> {
  try {
    await shell.writing((db) => noteWritten(db, { path: resolve(path), what, writtenAt: shell.io.now() }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
