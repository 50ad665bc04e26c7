/** The files inside a zip archive, read in place. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { FileEntry } from '@zip.js/zip.js';
import { UserError } from '../errors.ts';
import type { Source } from '../importers/importer.ts';
import { holdsAccountArchive, isPublicPart } from './account-archive.ts';
import { gunzipped } from './gzip.ts';
import { MAX_NESTED, sizeText } from './limits.ts';
import { isGzip, isZip } from './signatures.ts';
import { spooled } from './standard-input.ts';
import { firstOf, type Found, headOf, skipped } from './streams.ts';
import { unpacked } from './unpack.ts';
import { isWorkbook, sheetSources } from './xlsx.ts';
import { filesIn, refusals } from './zip-directory.ts';

/** How an archive was come by: itself, in another archive, or deeper than edchat looks. */
type Level = 'outer' | 'inner' | 'deeper';

/** The sources in a zip archive, in the order of their names; those in a spreadsheet, in the order of its sheets. */
export async function* zipSources(file: string, path: string, level: Level = 'outer'): AsyncGenerator<Found> {
  const handle = await open(file);
  try {
    const parts = await filesIn(handle, path);
    if (isWorkbook(parts)) yield* sheetSources({ path, parts, content: () => Readable.toWeb(createReadStream(file)) });
    else if (isDocument(parts)) yield { source: await wholeFile(file, path), named: false };
    else if (level === 'deeper')
      throw new UserError(`${path}: too many archives inside each other. Unpack it first, then import the folder`);
    else yield* entrySources(parts, path, level);
  } finally {
    await handle.close();
  }
}

// Letters and slides are zip archives too, of parts that mean nothing by themselves.
function isDocument(parts: readonly FileEntry[]): boolean {
  return parts.some(({ filename }) => filename === '[Content_Types].xml' || filename === 'mimetype');
}

async function wholeFile(file: string, path: string): Promise<Source> {
  return {
    path,
    size: null,
    head: await headOf((count) => firstOf(createReadStream(file), count)),
    open: (start = 0) => createReadStream(file, { start }),
    sibling: () => Promise.resolve(null),
  };
}

async function* entrySources(parts: readonly FileEntry[], path: string, level: Level): AsyncGenerator<Found> {
  const files = parts.filter(worthOpening);
  const refusal = refusals(parts);
  for (const entry of wanted(files)) {
    const inside = `${path} > ${entry.filename}`;
    const reason = refusal(entry);
    if (reason === null) yield* orError(inside, entrySourcesOf(entry, files, path, level));
    else yield { path: inside, error: `${inside}: ${reason}` };
  }
}

// One bad file in an archive does not stop the others.
async function* orError(path: string, sources: AsyncIterable<Found>): AsyncGenerator<Found> {
  try {
    yield* sources;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    yield { path, error: error.message };
  }
}

// Folders downloaded from Google Drive come as an archive of spreadsheets; archives are made of what was packed before.
async function* entrySourcesOf(entry: FileEntry, files: readonly FileEntry[], path: string, level: Level): AsyncGenerator<Found> {
  const inside = `${path} > ${entry.filename}`;
  const { bytes } = await firstOf(unpacked(entry, inside), 4);
  if (isZip(bytes)) yield* nestedSources(entry, inside, level === 'outer' ? 'inner' : 'deeper');
  else if (isGzip(bytes)) yield { source: await gunzipped(() => unpacked(entry, inside), inside), named: false };
  else yield { source: await entrySource(entry, files, path), named: false };
}

// The directory of a zip archive is at its end, so that one inside another is copied to be read.
function nestedSources(entry: FileEntry, path: string, level: Level): AsyncGenerator<Found> {
  if (entry.uncompressedSize > MAX_NESTED)
    throw new UserError(
      `${path}: an archive of ${sizeText(entry.uncompressedSize)} inside another. Unpack it first, then import the folder`,
    );
  return spooled(unpacked(entry, path), (file) => zipSources(file, path, level));
}

// What computers add to archives by themselves.
function worthOpening(entry: FileEntry): boolean {
  return !/(?:^|\/)(?:__MACOSX\/|\.(?!\.\/))/.test(entry.filename);
}

function wanted(files: readonly FileEntry[]): FileEntry[] {
  const names = files.map(({ filename }) => filename);
  const archives = new Set(
    names
      .map((name) => posix.dirname(name))
      .filter((folder) =>
        holdsAccountArchive(
          posix.basename(folder),
          names.filter((name) => posix.dirname(name) === folder).map((name) => posix.basename(name)),
        ),
      ),
  );
  return files
    .filter(({ filename }) => {
      const home = [...archives].find((folder) => filename.startsWith(`${folder}/`));
      return home === undefined || (posix.dirname(filename) === home && isPublicPart(posix.basename(filename)));
    })
    .toSorted((a, b) => (a.filename < b.filename ? -1 : 1));
}

async function entrySource(entry: FileEntry, files: readonly FileEntry[], path: string): Promise<Source> {
  const inside = `${path} > ${entry.filename}`;
  return {
    path: inside,
    size: entry.uncompressedSize,
    head: await headOf((count) => firstOf(unpacked(entry, inside), count)),
    open: (start = 0) => skipped(unpacked(entry, inside), start),
    sibling: async (name) => {
      const companion = files.find(({ filename }) => filename === posix.join(posix.dirname(entry.filename), name));
      return companion === undefined ? null : entrySource(companion, files, path);
    },
  };
}
