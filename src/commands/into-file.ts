import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { explainedWriting, partialName, putInPlace } from '../keep/files.ts';
import { noteWritten } from '../store/written.ts';
import type { Shell } from './verb.ts';

/** Writes a piece of a file. */
export type Write = (text: string) => Promise<void>;

/** Writes a file whole or not at all: what is there already is replaced when the new one is finished. */
export async function intoFile(path: string, work: (write: Write) => Promise<void>): Promise<void> {
  // A pipe or a device is written to as it is.
  const isFile = !existsSync(path) || statSync(path).isFile();
  const target = isFile ? partialName(path) : path;
  try {
    await written(target, work);
    if (isFile) putInPlace(target, path);
  } catch (error) {
    if (isFile) rmSync(target, { force: true });
    throw explainedWriting(error, path);
  }
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
  await Promise.race([writing(), failed]);
}

/** Keeps in the archive that a file was written: somebody in it may ask to be forgotten. An archive that cannot be written to does without. */
export async function rememberWritten(shell: Shell, path: string, what: string): Promise<void> {
  try {
    await shell.writing((db) => noteWritten(db, { path: resolve(path), what, writtenAt: shell.io.now() }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
