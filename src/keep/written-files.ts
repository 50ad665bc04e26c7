/** Looking through the files that edchat wrote earlier for somebody who is to be forgotten. */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../store/open.ts';
import { listWritten, type WrittenFile } from '../store/written.ts';

/** A file that holds what is forgotten. */
export interface Holding extends WrittenFile {
  /** False where it could not be read: it may hold it. */
  readonly seen: boolean;
}

/** The files and folders written earlier, still there, in which any of the words stand, in whatever case. */
export async function holdingsOf(db: Database, words: readonly string[]): Promise<Holding[]> {
  const needles = words.map((word) => Buffer.from(word.toLowerCase()).toString('latin1')).filter((needle) => needle !== '');
  const found: Holding[] = [];
  for (const file of listWritten(db)) {
    if (!existsSync(file.path)) continue;
    const seen = await holds(file.path, needles);
    if (seen !== false) found.push({ ...file, seen: seen === true });
  }
  return found;
}

async function holds(path: string, needles: readonly string[]): Promise<boolean | null> {
  try {
    if (!statSync(path).isDirectory()) return await fileHolds(path, needles);
    for (const name of readdirSync(path)) if ((await holds(join(path, name), needles)) === true) return true;
    return false;
  } catch {
    return null;
  }
}

async function fileHolds(path: string, needles: readonly string[]): Promise<boolean> {
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  let tail = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const text = tail + (chunk as Buffer).toString('latin1').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    if (needles.some((needle) => text.includes(needle))) return true;
    tail = text.slice(-longest);
  }
  return false;
}
