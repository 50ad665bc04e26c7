import { readHead } from '../importers/head.ts';
import type { Head, Source } from '../importers/importer.ts';

/** A source and how it was come by: `named` on the command line, or found in a folder or archive. */
export type Found =
  | { readonly source: Source; readonly named: boolean }
  | { readonly path: string; readonly error: string }
  | { readonly path: string; readonly leftAlone: string };

/** How much of a file an importer is shown to identify it. */
export const HEAD_BYTES = 256 * 1024;
// Saved pages begin with styles, scripts and pictures, which can be megabytes long.
const PAGE_HEAD_BYTES = 8 * 1024 * 1024;

/** The first bytes of a file, and whether they are all of it. */
export interface Start {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

/** The head of a file, given what reads its first bytes: of a web page more is read. */
export async function headOf(read: (count: number) => Promise<Start>): Promise<Head> {
  const start = await read(HEAD_BYTES);
  const head = readHead(start.bytes, start.whole);
  if (start.whole || !head.html) return head;
  const { bytes, whole } = await read(PAGE_HEAD_BYTES);
  return readHead(bytes, whole);
}

/** The first bytes of a stream, and whether they are all of it. The stream is closed. */
export async function firstOf(stream: AsyncIterable<Uint8Array>, count: number): Promise<Start> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  for await (const chunk of stream) {
    if (length >= count) {
      whole = false;
      break;
    }
    chunks.push(chunk);
    length += chunk.length;
  }
  const all = Buffer.concat(chunks);
  return { bytes: all.subarray(0, count), whole: whole && length <= count };
}

/** A stream without its first `start` bytes. */
export async function* skipped(stream: AsyncIterable<Uint8Array>, start: number): AsyncGenerator<Uint8Array> {
  let left = start;
  for await (const chunk of stream) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left > 0 ? chunk.subarray(left) : chunk;
      left = 0;
    }
  }
}
