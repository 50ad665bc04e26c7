/** A file on disk as a source. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Source } from '../importers/importer.ts';
import { headOf } from './streams.ts';

/** A file on disk; `path` is what reports call it. */
export async function fileSource(file: string, path: string): Promise<Source> {
  const { size } = await stat(file);
  return {
    path,
    size,
    file,
    head: await headOf(async (count) => {
      const bytes = await firstBytes(file, count);
      return { bytes, whole: bytes.length >= size };
    }),
    open: (start = 0) => createReadStream(file, { start, highWaterMark: 1 << 18 }),
    sibling: async (name) => {
      const companion = join(dirname(file), name);
      return stat(companion).then(
        () => fileSource(companion, join(dirname(path), name)),
        () => null,
      );
    },
  };
}

/** The first bytes of a file. */
export async function firstBytes(file: string, count: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(count);
    const { bytesRead } = await handle.read(buffer, 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
