/** What a zip archive says it holds, and which of it is not to be opened. */
import type { FileHandle } from 'node:fs/promises';
import { configure, ERR_ENCRYPTED_CENTRAL_DIRECTORY, ERR_SPLIT_ZIP_FILE, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js';
import { UserError } from '../errors.ts';
import { isBomb, sizeText } from './limits.ts';

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

/** The files that the directory of a zip archive lists, their names with `/` between folders. Nothing of them is read. */
export async function filesIn(handle: FileHandle, path: string): Promise<FileEntry[]> {
  const reader = new ZipReader(new FileReader(handle, (await handle.stat()).size), {
    // Nothing is ever written under these names, and one bad name must not close the archive: `refusal` tells.
    filenameValidation: 'tolerant',
    normalizeFilename: plainName,
  });
  const entries = await reader.getEntries().catch((error: unknown) => {
    throw new UserError(`${path}: ${sentence(error)}`, { cause: error });
  });
  return entries.filter((entry): entry is FileEntry => !entry.directory);
}

// Some programs write names as Windows spells them, or from the root of a disk on.
function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:[a-z]:)?\/+/i, '');
}

function sentence(error: unknown): string {
  const reason = error instanceof Error ? error.message : '';
  if (reason === ERR_ENCRYPTED_CENTRAL_DIRECTORY) return 'protected by a password. Unpack it first, then import the folder';
  if (reason === ERR_SPLIT_ZIP_FILE) return 'one of several parts of an archive. Unpack them together, then import the folder';
  return 'the zip archive is damaged or cut off. Download or copy it again';
}

/** A function that says in one sentence why a file of an archive is not to be opened, or null. */
export function refusals(files: readonly FileEntry[]): (entry: FileEntry) => string | null {
  const overlapping = overlaps(files);
  return (entry) => {
    if (entry.encrypted) return 'protected by a password. Unpack it first, then import the folder';
    if (entry.filename.split('/').includes('..'))
      return 'its name leads out of the archive, so it was not opened. If you trust it, unpack it and import the file';
    if (isBomb(entry.compressedSize, entry.uncompressedSize))
      return `it would unpack to ${sizeText(entry.uncompressedSize)} and was not opened. If you trust it, unpack it and import the file`;
    return overlapping.has(entry)
      ? 'it overlaps another file of the archive, so it was not opened. Download or make the archive again'
      : null;
  };
}

/** Bytes of the header before each file, less its name. */
const HEADER = 30;

// Files that share their packed bytes are a trick to make a small archive unpack to a huge one.
function overlaps(files: readonly FileEntry[]): Set<FileEntry> {
  const found = new Set<FileEntry>();
  let last: { readonly entry: FileEntry; readonly end: number } | null = null;
  for (const entry of files.toSorted((a, b) => a.offset - b.offset)) {
    if (last !== null && entry.offset < last.end) found.add(entry).add(last.entry);
    const end = entry.offset + HEADER + entry.rawFilename.length + entry.compressedSize;
    if (last === null || end > last.end) last = { entry, end };
  }
  return found;
}
