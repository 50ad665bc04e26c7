/** Sources for tests: a file, or bytes in memory that come in pieces of any size. */
import { createReadStream } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readHead } from '../../src/importers/head.ts';
import type { Extracted, Importer, Source } from '../../src/importers/importer.ts';
import { headOf } from '../../src/ingest/streams.ts';

const HEAD = 256 * 1024;

/** A file as the import would read it. */
export async function fileSource(path: string): Promise<Source> {
  const { size } = await stat(path);
  return {
    path: basename(path),
    size,
    head: await headOf(async (count) => ({ bytes: await readStart(path, Math.min(size, count)), whole: size <= count })),
    open: (start = 0) => createReadStream(path, { start }),
    sibling: async (name) => {
      const beside = join(dirname(path), name);
      return access(beside).then(
        () => fileSource(beside),
        () => null,
      );
    },
  };
}

async function readStart(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(size);
    await file.read(bytes, 0, size);
    return bytes;
  } finally {
    await file.close();
  }
}

/** Text or bytes as a source, handed out in pieces of `piece` bytes. */
export function memorySource(content: string | Uint8Array, piece = 64 * 1024, headSize = HEAD): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    path: 'memory',
    size: bytes.length,
    head: readHead(bytes.subarray(0, headSize), bytes.length <= headSize),
    open: (start = 0) => pieces(bytes.subarray(start), piece),
    sibling: async () => null,
  };
}

/** Bytes in pieces. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Everything a stream yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Everything an importer has to say of a source. */
export async function extractAll(importer: Importer, source: Source): Promise<Extracted[]> {
  return collect(importer.extract(source));
}
