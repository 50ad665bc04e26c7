/** Rows as they lie in the pages of an SQLite file: each is read by itself, and one that makes no sense is left out. */
import { cellsOf, PAGE, type RawPages, startOf } from './raw-pages.ts';

/** A value as the file holds it; whole numbers are exact. */
export type RawValue = string | bigint | number | Buffer | null;

/** A row of a page; `rowid` is null in an index and in a table without row numbers. */
export interface RawRow {
  readonly rowid: bigint | null;
  readonly values: readonly RawValue[];
}

/** A row longer than this is no tweet. */
const LONGEST = 1 << 26;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The rows of one page, and how many of its cells made no sense. */
export function rowsOfPage(pages: RawPages, number: number): { rows: RawRow[]; lost: number } {
  const page = pages.page(number);
  const start = startOf(number);
  const kind = page?.[start];
  if (page === null || (kind !== PAGE.leafTable && kind !== PAGE.leafIndex && kind !== PAGE.innerIndex)) return { rows: [], lost: 0 };
  const cells = cellsOf(page, start, kind === PAGE.innerIndex ? 12 : 8);
  const rows = cells.flatMap((at) => cellRow(pages, page, kind, at) ?? []);
  return { rows, lost: cells.length - rows.length };
}

function cellRow(pages: RawPages, page: Buffer, kind: number, cell: number): RawRow | null {
  try {
    let at = kind === PAGE.innerIndex ? cell + 4 : cell;
    const [length, afterLength] = varint(page, at);
    at = afterLength;
    let rowid: bigint | null = null;
    if (kind === PAGE.leafTable) [rowid, at] = varint(page, at);
    if (length > LONGEST) return null;
    return { rowid, values: record(payload(pages, page, kind, at, Number(length))) };
  } catch {
    // Read beyond an end, or letters that are none: not a row.
    return null;
  }
}

// What does not fit into its page goes on in a chain of others.
function payload(pages: RawPages, page: Buffer, kind: number, at: number, length: number): Buffer {
  const { usable } = pages;
  const most = kind === PAGE.leafTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return slice(page, at, length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wished = least + ((length - least) % (usable - 4));
  const local = wished <= most ? wished : least;
  const parts = [slice(page, at, local)];
  let [next, rest] = [page.readUInt32BE(at + local), length - local];
  while (rest > 0) {
    const more = pages.page(next);
    if (more === null) throw new RangeError('the chain is broken');
    const piece = slice(more, 4, Math.min(rest, usable - 4));
    parts.push(piece);
    rest -= piece.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function slice(page: Buffer, at: number, length: number): Buffer {
  if (at + length > page.length) throw new RangeError('beyond the page');
  return page.subarray(at, at + length);
}

function record(bytes: Buffer): RawValue[] {
  const [header, first] = varint(bytes, 0);
  let [at, body] = [first, Number(header)];
  const values: RawValue[] = [];
  while (at < header) {
    const [code, next] = varint(bytes, at);
    at = next;
    const width = widthOf(Number(code));
    values.push(valueOf(slice(bytes, body, width), Number(code)));
    body += width;
  }
  if (body !== bytes.length) throw new RangeError('not the length it says');
  return values;
}

const WIDTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function widthOf(code: number): number {
  if (code >= 12) return Math.floor((code - 12) / 2);
  const width = WIDTHS[code];
  if (width === undefined) throw new RangeError('no such kind');
  return width;
}

function valueOf(bytes: Buffer, code: number): RawValue {
  if (code === 0) return null;
  if (code === 7) return bytes.readDoubleBE(0);
  if (code === 8 || code === 9) return BigInt(code - 8);
  if (code >= 12) return code % 2 === 0 ? Buffer.from(bytes) : UTF8.decode(bytes);
  return BigInt.asIntN(
    bytes.length * 8,
    bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
  );
}

// Seven bits a byte, the ninth whole; as a signed number of 64 bits.
function varint(bytes: Buffer, start: number): [value: bigint, next: number] {
  const one = bytes[start];
  if (one !== undefined && one < 128) return [BigInt(one), start + 1];
  let value = 0n;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) throw new RangeError('beyond the end');
    if (index === 8) return [BigInt.asIntN(64, (value << 8n) | BigInt(byte)), start + 9];
    value = (value << 7n) | BigInt(byte & 127);
    if (byte < 128) return [value, start + index + 1];
  }
  throw new RangeError('no number');
}
