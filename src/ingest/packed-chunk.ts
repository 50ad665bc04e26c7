/** How rows of the indexes cross from the thread that reads them: as one flat list, for copying many small objects is slow. */
import { type Entry, STEM_COLUMNS } from '../store/search-entries.ts';
import type { Chunk } from '../store/search-index.ts';

/** A chunk, the parts of its entries one behind the other. */
export interface PackedChunk extends Omit<Chunk, 'entries'> {
  readonly cells: readonly (bigint | string)[];
}

/** So many chunks may wait to be written; the thread pauses then. */
export const AHEAD = 4;

/** Packs a chunk. */
export function packedChunk({ rows, last, entries }: Chunk): PackedChunk {
  const cells: (bigint | string)[] = [];
  for (const { n, changed, values } of entries) cells.push(n, changed, ...values);
  return { rows, last, cells };
}

const WIDTH = 2 + STEM_COLUMNS.length;

/** The chunk again. */
export function unpackedChunk({ rows, last, cells }: PackedChunk): Chunk {
  const entries: Entry[] = [];
  for (let at = 0; at < cells.length; at += WIDTH) {
    const values = cells.slice(at + 2, at + WIDTH) as string[];
    entries.push({ n: cells[at] as bigint, changed: cells[at + 1] as Entry['changed'], values });
  }
  return { rows, last, entries };
}
