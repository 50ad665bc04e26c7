/** The files inside a zip archive, read in place. */
import { open, type FileHandle } from 'node:fs/promises';
import { posix } from 'node:path';
import { configure, Reader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { UserError } from '../errors.ts';
import { readHead } from '../importers/head.ts';
import type { Source } from '../importers/importer.ts';
import { holdsAccountArchive, isPublicPart } from './account-archive.ts';
import { firstOf, type Found, HEAD_BYTES, skipped } from './streams.ts';

configure({ useWebWorkers: false });

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

/** The sources in a zip archive, in the order of their names. */
export async function* zipSources(file: string, path: string): AsyncGenerator<Found> {
  const handle = await open(file);
  try {
    const reader = new ZipReader(new FileReader(handle, (await handle.stat()).size));
    const entries = await reader.getEntries().catch((error: unknown) => {
      throw new UserError(`${path}: the zip archive is damaged or cut off. Download or copy it again`, { cause: error });
    });
    const files = entries.filter((entry): entry is FileEntry => !entry.directory).filter(worthOpening);
    for (const entry of wanted(files)) {
      const inside = `${path} > ${entry.filename}`;
      if (entry.encrypted) yield { path: inside, error: `${inside}: protected by a password. Unpack it first, then import the folder` };
      else yield { source: await entrySource(entry, files, path), named: false };
    }
  } finally {
    await handle.close();
  }
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
  const { bytes, whole } = await firstOf(unpacked(entry, inside), HEAD_BYTES);
  return {
    path: inside,
    size: entry.uncompressedSize,
    head: readHead(bytes, whole),
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
