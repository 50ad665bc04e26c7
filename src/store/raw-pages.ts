/**
 * The pages of an SQLite file as they lie on the disk, for when SQLite itself can no longer read it. The format is
 * https://www.sqlite.org/fileformat2.html: every leaf page says by itself what rows it holds.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Kinds of b-tree pages, by their first byte. */
export const PAGE = { innerIndex: 2, innerTable: 5, leafIndex: 10, leafTable: 13 } as const;

/** The pages of one file, numbered from 1; those that its journal holds in a later form in that form. */
export interface RawPages {
  readonly size: number;
  /** Bytes of a page that are used. */
  readonly usable: number;
  readonly count: number;
  /** A page, or null for one that is not there. */
  readonly page: (number: number) => Buffer | null;
  readonly close: () => void;
}

/** What edchat's archives have, for a file whose header is gone. */
const USUAL_SIZE = 4096;
const HEADER = 'SQLite format 3\0';

/** Opens the pages of a file and of the journal (-wal) beside it. */
export function rawPages(path: string): RawPages {
  const file = openSync(path, 'r');
  const head = readAt(file, 100, 0);
  const size = sizeOf(head);
  const journal = existsSync(`${path}-wal`) ? journalPages(`${path}-wal`, size) : new Map<number, Buffer>();
  const inFile = Math.floor(fstatSync(file).size / size);
  return {
    size,
    usable: size - (hasHeader(head) ? (head[20] ?? 0) : 0),
    count: Math.max(inFile, ...journal.keys()),
    page: (number) => journal.get(number) ?? (number >= 1 && number <= inFile ? readAt(file, size, (number - 1) * size) : null),
    close: () => closeSync(file),
  };
}

// Whether page 1 begins as that of an SQLite file does.
function hasHeader(page: Buffer): boolean {
  return page.toString('latin1', 0, 16) === HEADER;
}

/** Where the b-tree header of a page begins: page 1 has the file's own before it. */
export function startOf(number: number): number {
  return number === 1 ? 100 : 0;
}

/** The pages that hold nothing any more; what lies in them was deleted. */
export function freePages(pages: RawPages): Set<number> {
  const free = new Set<number>();
  const first = pages.page(1);
  if (first === null || !hasHeader(first)) return free;
  for (let trunk = first.readUInt32BE(32); trunk > 0 && trunk <= pages.count && !free.has(trunk);) {
    free.add(trunk);
    const page = pages.page(trunk);
    if (page === null) break;
    const leaves = Math.min(page.readUInt32BE(4), (pages.size - 8) / 4);
    for (let at = 0; at < leaves; at++) free.add(page.readUInt32BE(8 + at * 4));
    trunk = page.readUInt32BE(0);
  }
  return free;
}

/** The pages below an inner page of a b-tree; none for any other. */
export function childrenOf(pages: RawPages, number: number): number[] {
  const page = pages.page(number);
  const start = startOf(number);
  const kind = page?.[start];
  if (page === null || (kind !== PAGE.innerIndex && kind !== PAGE.innerTable)) return [];
  const cells = cellsOf(page, start, 12);
  return [...cells.map((at) => page.readUInt32BE(at)), page.readUInt32BE(start + 8)].filter((child) => child > 1 && child <= pages.count);
}

/** Where the cells of a b-tree page begin; those that cannot be are left out. */
export function cellsOf(page: Buffer, start: number, header: number): number[] {
  const count = Math.min(page.readUInt16BE(start + 3), Math.floor((page.length - start - header) / 2));
  const places = Array.from({ length: count }, (_, index) => page.readUInt16BE(start + header + index * 2));
  return places.filter((at) => at >= start + header && at < page.length - 4);
}

function sizeOf(head: Buffer): number {
  if (!hasHeader(head)) return USUAL_SIZE;
  const said = head.readUInt16BE(16);
  const size = said === 1 ? 65_536 : said;
  return size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_SIZE;
}

// The last form of each page up to the last commit of the journal's present round, which its salt names.
function journalPages(path: string, size: number): Map<number, Buffer> {
  const file = openSync(path, 'r');
  try {
    const length = fstatSync(file).size;
    const salt = readAt(file, 8, 16);
    const [kept, open] = [new Map<number, Buffer>(), new Map<number, Buffer>()];
    for (let at = 32; at + 24 + size <= length; at += 24 + size) {
      const head = readAt(file, 24, at);
      if (!head.subarray(8, 16).equals(salt)) break;
      open.set(head.readUInt32BE(0), readAt(file, size, at + 24));
      if (head.readUInt32BE(4) === 0) continue;
      for (const [number, page] of open) kept.set(number, page);
      open.clear();
    }
    return kept;
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, length: number, at: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, at);
  return bytes;
}
