import { type CsvHeader, csvHeader, type CsvNaming, lineBreaks, readRecord } from './csv-cells.ts';
import { plainRecords } from './csv-plain.ts';
import { MAX_RECORD, strictReader } from './csv-strict.ts';
import { utf8 } from './text.ts';

/** A row of a table by its column names in lower case, or what was wrong with one. */
export type CsvItem =
  | { readonly kind: 'row'; readonly at: string; readonly cells: Readonly<Record<string, string>>; readonly rest: readonly string[] }
  | { readonly kind: 'rejected'; readonly at: string; readonly reason: string }
  | { readonly kind: 'warning'; readonly message: string };

const HEADER_BYTES = 64 * 1024;
// Reading on after a broken record costs a second look at what follows it; a file of nothing else must come to an end.
const MAX_BROKEN = 10_000;
const LINE_END = /\r\n|\n|\r/;

/** What has been read and is not yet part of a finished record, and the line it begins on. */
interface Tail {
  readonly bytes: Buffer;
  readonly line: number;
}

/**
 * The rows of a delimited file, read strictly, those without any fault by a short way. A record that breaks the rules of quoting is read leniently if that gives
 * as many cells as there are columns, else given up; either way reading goes on behind its first line or its end. Rows
 * may have too few cells (the missing ones are empty) or too many (`rest`). `naming` says how the columns are called.
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, naming: CsvNaming = 'header'): AsyncGenerator<CsvItem> {
  const input = utf8(bytes);
  const start = await readUntil(input, Buffer.alloc(0), HEADER_BYTES);
  const header = csvHeader(start.toString('utf8', 0, HEADER_BYTES), naming);
  const from = csvHeader(byteText(start), naming)?.length;
  if (header === null || from === undefined) {
    yield { kind: 'rejected', at: 'line 1', reason: 'no header row: at least two column names are needed' };
    return;
  }
  let tail: Tail = { bytes: start.subarray(from), line: header.line };
  let stray = 0;
  for (let broken = 0; broken < MAX_BROKEN;) {
    for (;;) {
      const plain = plainRecords(tail.bytes, tail.line, header);
      for (const { cells, line } of plain.records) yield rowOf(cells, `line ${line}`, header);
      tail = { bytes: tail.bytes.subarray(plain.end), line: plain.line };
      const next = plain.odd ? null : await input.next();
      if (next === null || next.done) break;
      tail = { ...tail, bytes: Buffer.concat([tail.bytes, next.value]) };
    }
    tail = yield* strictRows(input, tail, header);
    tail = { ...tail, bytes: await readUntil(input, tail.bytes, MAX_RECORD) };
    if (tail.bytes.length === 0) {
      if (stray > 0)
        yield {
          kind: 'warning',
          message: `${stray} ${stray === 1 ? 'row has' : 'rows have'} quotes out of place and may hold stray quote marks`,
        };
      return;
    }
    const lenient = readLeniently(tail, header);
    yield* lenient.rows;
    stray += lenient.stray;
    tail = lenient.behind;
    if (lenient.rows.length > 0) continue;
    broken++;
    const { item, behind } = giveUp(tail);
    yield item;
    tail = behind ?? (await behindLine(input, tail));
  }
  yield { kind: 'rejected', at: `line ${tail.line}`, reason: `the quotes of ${MAX_BROKEN} rows are broken; nothing from here on was read` };
}

// Yields rows until the input ends (the tail it returns is empty) or a record cannot be trusted (the tail begins with it).
async function* strictRows(input: AsyncGenerator<Buffer>, begin: Tail, header: CsvHeader): AsyncGenerator<CsvItem, Tail> {
  const reader = strictReader(header.delimiter, header.rowEnds);
  let { bytes, line } = begin;
  let done = 0;
  let piece: Buffer | null = bytes;
  for (;;) {
    const { records, failure } = piece === null ? await reader.finish() : await reader.feed(piece);
    for (const record of records) {
      const raw = bytes.toString('latin1', 0, record.end - done);
      const blank = lineBreaks(raw.slice(0, blankLength(raw, 0)));
      if (swallowsRows(record, raw.trimStart(), header)) return { bytes, line };
      yield rowOf(record.cells, `line ${line + blank}`, header);
      line += lineBreaks(raw);
      bytes = bytes.subarray(record.end - done);
      done = record.end;
    }
    if (failure !== null) return { bytes, line };
    if (piece === null) return { bytes: Buffer.alloc(0), line };
    const next = await input.next();
    piece = next.done ? null : next.value;
    if (piece !== null) bytes = Buffer.concat([bytes, piece]);
  }
}

function rowOf(cells: readonly string[], at: string, { columns, named }: CsvHeader): CsvItem {
  const byName: Record<string, string> = {};
  for (const [column, index] of named) {
    // Set like the others, it would set what the object inherits.
    if (column === '__proto__') Object.defineProperty(byName, column, { value: cells[index] ?? '', enumerable: true });
    else byName[column] = cells[index] ?? '';
  }
  return { kind: 'row', at, cells: byName, rest: cells.length > columns.length ? cells.slice(columns.length) : [] };
}

// A quote that is never closed makes one record of several: of another width, with lines inside that are whole rows.
function swallowsRows({ cells }: { readonly cells: readonly string[] }, raw: string, { columns, delimiter }: CsvHeader): boolean {
  if (cells.length === columns.length || columns.length < 4) return false;
  const [, ...lines] = raw.trimEnd().split(LINE_END);
  return lines.some((line) => readRecord(line, 0, delimiter)?.cells.length === columns.length);
}

// As many records as can be trusted: each as wide as the header, none with whole rows inside. Quotes in cells that do not
// begin with one are common in pasted tables, so that a record is seldom alone in breaking the rules.
function readLeniently({ bytes, line }: Tail, header: CsvHeader): { rows: CsvItem[]; stray: number; behind: Tail } {
  const source = byteText(bytes);
  const rows: CsvItem[] = [];
  let stray = 0;
  let at = 0;
  let lineAt = line;
  for (;;) {
    const from = at + blankLength(source, at);
    const record = from < source.length ? readRecord(source, from, header.delimiter) : null;
    if (record?.cells.length !== header.columns.length) break;
    const raw = source.slice(from, record.end);
    // The last record in sight may go on out of sight.
    if (swallowsRows({ cells: [] }, raw, header) || (record.end === source.length && source.length < bytes.length)) break;
    lineAt += lineBreaks(source.slice(at, from));
    const cells = record.cells.map((cell) => Buffer.from(cell, 'latin1').toString('utf8'));
    rows.push(rowOf(cells, `line ${lineAt}`, header));
    if (record.stray) stray++;
    lineAt += lineBreaks(raw);
    at = record.end;
  }
  return { rows, stray, behind: { bytes: bytes.subarray(at), line: lineAt } };
}

// Reading resumes behind the first line of the record; where that ends is null when it is out of sight.
function giveUp({ bytes, line }: Tail): { item: CsvItem; behind: Tail | null } {
  const source = byteText(bytes);
  const blank = source.slice(0, blankLength(source, 0));
  const at = `line ${line + lineBreaks(blank)}`;
  const first = /^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(source.slice(blank.length))?.[0] ?? '';
  if (!/[\r\n]$/.test(first) && bytes.length > source.length) {
    return {
      item: { kind: 'rejected', at, reason: `the line is longer than ${HEADER_BYTES / 1024} KB, which no tweet fills` },
      behind: null,
    };
  }
  const reason = 'a quote is opened and not closed, so the row cannot be told from the next';
  return { item: { kind: 'rejected', at, reason }, behind: tailBehind(bytes, line, blank + first) };
}

// What a line without an end holds is never kept, however long it is.
async function behindLine(input: AsyncGenerator<Buffer>, { bytes, line }: Tail): Promise<Tail> {
  for (let piece = bytes; ;) {
    const end = piece.findIndex((byte) => byte === 10 || byte === 13);
    if (end !== -1) return { bytes: piece.subarray(piece[end] === 13 && piece[end + 1] === 10 ? end + 2 : end + 1), line: line + 1 };
    const next = await input.next();
    if (next.done) return { bytes: Buffer.alloc(0), line };
    piece = next.value;
  }
}

function blankLength(source: string, from: number): number {
  let end = from;
  while (source[end] === '\r' || source[end] === '\n') end++;
  return end - from;
}

function tailBehind(bytes: Buffer, line: number, read: string): Tail {
  return { bytes: bytes.subarray(read.length), line: line + lineBreaks(read) };
}

// One character a byte, so that places in the text are places in the file whatever its encoding is.
function byteText(bytes: Buffer): string {
  return bytes.toString('latin1', 0, HEADER_BYTES);
}

async function readUntil(input: AsyncGenerator<Buffer>, begin: Buffer, size: number): Promise<Buffer> {
  const chunks = [begin];
  for (let total = begin.length; total < size;) {
    const next = await input.next();
    if (next.done) break;
    chunks.push(next.value);
    total += next.value.length;
  }
  return Buffer.concat(chunks);
}
