/** Reads single records of delimited text leniently: for the header, and for the records that strict reading gives up. */

const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The header of a table. */
export interface CsvHeader {
  /** The column names, trimmed and in lower case. */
  readonly columns: readonly string[];
  /** The columns that have a name, with their place; of several of one name, the first. */
  readonly named: ReadonlyMap<string, number>;
  /** What separates the cells of the rows, which need not be what separates those of the header. */
  readonly delimiter: Delimiter;
  /** What ends a row. Where that is CR alone (Excel for Mac) a line feed is text, and the other way round. */
  readonly rowEnds: readonly string[];
  /** Characters up to the first row, and the line it stands on. */
  readonly length: number;
  readonly line: number;
}

/**
 * How the columns of a table are called: by its first row; by number from `1`, the first row being their names; or by
 * number, the first row being a record already.
 */
export type CsvNaming = 'header' | 'numbers' | 'headless';

const MAX_COLUMN_NAME = 80;
const RECORD_CELL = /^(?:@\w{1,20}|https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status(?:es)?\/\d+\S*)$/i;

/** Whether a row is a tweet rather than the names of columns: a handle or a tweet's address stands in it. */
function looksLikeRecord(cells: readonly string[]): boolean {
  return cells.some((cell) => RECORD_CELL.test(cell.trim()));
}

/** The header of the table that a text begins with, or null when it does not look like one. */
export function csvHeader(start: string, naming: CsvNaming = 'header'): CsvHeader | null {
  const hint = /^"?sep=.?"?(?:\r\n|\n|\r)/i.exec(start)?.[0] ?? '';
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(start.slice(hint.length))?.[0] ?? '';
  const from = hint.length + blank.length;
  const readings = DELIMITERS.flatMap((delimiter) => {
    const record = readRecord(start, from, delimiter);
    return record === null || !isFirstRow(record.cells, naming) ? [] : [{ delimiter, ...record }];
  });
  const best = readings.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  if (best === undefined) return null;
  const columns = best.cells.map((cell, index) => (naming === 'header' ? cell.trim().toLowerCase() : String(index + 1)));
  const end = naming === 'headless' ? from : best.end;
  return {
    columns,
    named: new Map(columns.filter((column) => column !== '').map((column) => [column, columns.indexOf(column)])),
    delimiter: naming === 'headless' ? best.delimiter : rowDelimiter(start, best.end, best.delimiter, best.cells.length),
    rowEnds: start[best.end - 1] === '\r' ? ['\r'] : ['\r\n', '\n'],
    length: end,
    line: 1 + lineBreaks(start.slice(0, end)),
  };
}

function isFirstRow(cells: readonly string[], naming: CsvNaming): boolean {
  if (cells.length < 2) return false;
  return naming === 'headless' ? looksLikeRecord(cells) : cells.every((cell) => cell.length <= MAX_COLUMN_NAME);
}

// Rows copied from a spreadsheet under a header of another file: the header has commas, the rows have tabs.
function rowDelimiter(start: string, from: number, header: Delimiter, columns: number): Delimiter {
  if (header === '\t') return header;
  const row = readRecord(start, from, '\t');
  return row !== null && row.cells.length > columns / 2 ? '\t' : header;
}

/** A record as it was read; `stray` when a quote stood where it should have been doubled. */
export interface LenientRecord {
  readonly cells: readonly string[];
  readonly stray: boolean;
  /** Where the next record begins. */
  readonly end: number;
}

/** The record that begins at `from`; null when a quote in it is never closed. */
export function readRecord(source: string, from: number, delimiter: string): LenientRecord | null {
  const cells: string[] = [];
  let stray = false;
  let at = from;
  for (;;) {
    const cell = source[at] === '"' ? quotedCell(source, at, delimiter) : plainCell(source, at, delimiter);
    if (cell === null) return null;
    cells.push(cell.value);
    stray ||= cell.stray;
    at = cell.end;
    if (source[at] !== delimiter) break;
    at++;
  }
  return { cells, stray, end: at + (/^(?:\r\n|\n|\r)/.exec(source.slice(at, at + 2))?.[0].length ?? 0) };
}

interface Cell {
  readonly value: string;
  readonly stray: boolean;
  readonly end: number;
}

function plainCell(source: string, from: number, delimiter: string): Cell {
  let end = from;
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n' && source[end] !== '\r') end++;
  return { value: source.slice(from, end), stray: false, end };
}

// A quote closes the cell only where the cell can end. Any other should have been doubled, unless it opens a cell on a
// later line: then it was this cell's quote that was never closed.
function quotedCell(source: string, from: number, delimiter: string): Cell | null {
  let value = '';
  let stray = false;
  let start = from + 1;
  for (let quote = source.indexOf('"', start); quote !== -1; quote = source.indexOf('"', start)) {
    const next = source[quote + 1];
    value += source.slice(start, quote);
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return { value, stray, end: quote + 1 };
    if (next !== '"' && source[quote - 1] === delimiter && /[\r\n]/.test(value)) return null;
    value += '"';
    stray ||= next !== '"';
    start = quote + (next === '"' ? 2 : 1);
  }
  return null;
}

/** How many line ends a text has: CR LF, LF or CR alone. */
export function lineBreaks(source: string): number {
  return source.match(/\r\n|\n|\r/g)?.length ?? 0;
}
