/** The files inside a zip archive, read in place. */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { configure, type FileEntry, Reader, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { UserError } from '../errors.ts';
import type { Source } from '../importers/importer.ts';
import { holdsAccountArchive, isPublicPart } from './account-archive.ts';
import { firstOf, type Found, headOf, skipped } from './streams.ts';
import { isWorkbook, sheetSources, type Workbook } from './xlsx.ts';

configure({ useWebWorkers: false });

// A spreadsheet inside an archive is held in memory, packed as it is.
const MAX_NESTED = 256 * 1024 * 1024;

class FileReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, index);
    return buffer.subarray(0, bytesRead);
  }
}

/** The sources in a zip archive, in the order of their names; those in a spreadsheet, in the order of its sheets. */
export async function* zipSources(file: string, path: string): AsyncGenerator<Found> {
  const handle = await open(file);
  try {
    const parts = await filesIn(new FileReader(handle, (await handle.stat()).size), path);
    if (isWorkbook(parts)) yield* sheetSources({ path, parts, content: () => Readable.toWeb(createReadStream(file)) });
    else yield* entrySources(parts, path);
  } finally {
    await handle.close();
  }
}

async function filesIn(bytes: Reader<unknown>, path: string): Promise<FileEntry[]> {
  const entries = await new ZipReader(bytes).getEntries().catch((error: unknown) => {
    throw new UserError(`${path}: the zip archive is damaged or cut off. Download or copy it again`, { cause: error });
  });
  return entries.filter((entry): entry is FileEntry => !entry.directory);
}

async function* entrySources(parts: readonly FileEntry[], path: string): AsyncGenerator<Found> {
  const files = parts.filter(worthOpening);
  for (const entry of wanted(files)) {
    const inside = `${path} > ${entry.filename}`;
    if (entry.encrypted) yield { path: inside, error: `${inside}: protected by a password. Unpack it first, then import the folder` };
    else yield* orError(inside, entrySourcesOf(entry, files, path));
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

// Folders downloaded from Google Drive come as an archive of spreadsheets.
async function* entrySourcesOf(entry: FileEntry, files: readonly FileEntry[], path: string): AsyncGenerator<Found> {
  const inside = `${path} > ${entry.filename}`;
  const { bytes } = await firstOf(unpacked(entry, inside), 4);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;
  const nested = isZip && entry.uncompressedSize <= MAX_NESTED ? await workbookIn(entry, inside) : null;
  if (nested === null) yield { source: await entrySource(entry, files, path), named: false };
  else yield* sheetSources(nested);
}

async function workbookIn(entry: FileEntry, path: string): Promise<Workbook | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of unpacked(entry, path)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const parts = await filesIn(new Uint8ArrayReader(bytes), path);
  return isWorkbook(parts) ? { path, parts, content: () => bytes } : null;
}

// What computers add to archives by themselves.
function worthOpening(entry: FileEntry): boolean {
  return !/(?:^|\/)(?:__MACOSX\/|\.)/.test(entry.filename);
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

async function* unpacked(entry: FileEntry, path: string): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stop = new AbortController();
  const done = entry.getData(writable, { signal: stop.signal });
  // A failure is met below, through the readable end; here it must only not be left unhandled.
  done.catch(() => {});
  try {
    yield* readable;
    await done;
  } catch (error) {
    throw new UserError(`${path}: damaged inside the zip archive. Download or copy the archive again`, { cause: error });
  } finally {
    stop.abort();
  }
}
