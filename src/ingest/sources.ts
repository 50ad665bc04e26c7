/** Paths -> sources: files, folders, zip archives, gzip files and standard input, told apart by content. */
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../errors.ts';
import { holdsAccountArchive, isPublicPart } from './account-archive.ts';
import { fileSource, firstBytes } from './file-source.ts';
import { gunzipped } from './gzip.ts';
import { isGzip, isZip } from './signatures.ts';
import { spooled } from './standard-input.ts';
import type { Found } from './streams.ts';

/**
 * Opens what the paths name, one source after the other, in a stable order. A path that fails does not
 * stop the rest. `root` is the path a source was found under.
 */
export async function* openSources(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Found & { readonly root: string }> {
  for (const path of paths) {
    try {
      const found = path === '-' ? spooled(stdin, (file) => fileSources(file, 'standard input', true)) : pathSources(path);
      for await (const one of found) yield { ...one, root: path };
    } catch (error) {
      yield { path, error: failure(path, error), root: path };
    }
  }
}

async function* pathSources(path: string): AsyncGenerator<Found> {
  const stats = await stat(path);
  if (!stats.isDirectory()) yield* fileSources(path, path, true);
  else for await (const file of walk(path)) yield* walkedFile(file);
}

async function* walkedFile(path: string): AsyncGenerator<Found> {
  try {
    yield* fileSources(path, path, false);
  } catch (error) {
    yield { path, error: failure(path, error) };
  }
}

async function* fileSources(file: string, path: string, named: boolean): AsyncGenerator<Found> {
  const start = await firstBytes(file, 4);
  if (isZip(start)) yield* (await import('./zip.ts')).zipSources(file, path);
  else if (isGzip(start)) yield { source: await gunzipped(() => createReadStream(file), path), named };
  else yield { source: await fileSource(file, path), named };
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const isArchive = holdsAccountArchive(
    basename(folder),
    entries.map(({ name }) => name),
  );
  for (const entry of entries.toSorted(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() && (!isArchive || isPublicPart(entry.name))) yield path;
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

/** The sentence for a path that cannot be read. */
export function failure(path: string, error: unknown): string {
  if (error instanceof UserError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `${path}: no such file or folder. Check the spelling, or drag the file onto the terminal to paste its path`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: edchat may not read it. Check the permissions of the file`;
  if (code === 'ENOSPC') return `${path}: the disk is full, so it could not be unpacked to be read. Make room and try again`;
  if (code === 'EBUSY') return `${path}: another program has the file open. Close it there and try again`;
  // A bug in reading one file must not cost the others of the run.
  const what = error instanceof Error ? error.message : String(error);
  return `${path}: edchat stumbled over something in this file (${what}). Nothing of it was kept; please report it`;
}
