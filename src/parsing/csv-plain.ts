/** Reads the records of delimited text that keep every rule of quoting, many times as fast as a parser that must also tell what is wrong with the others. */
import { type CsvHeader, lineBreaks } from './csv-cells.ts';
import { MAX_RECORD } from './csv-strict.ts';

/** A record without any fault, and the line it begins on. */
interface PlainRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Records that were read, and where the next one begins; `odd` when that one is not for this reader. */
export interface PlainRecords {
  readonly records: readonly PlainRecord[];
  /** In bytes. */
  readonly end: number;
  readonly line: number;
  readonly odd: boolean;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** A longer one may be several that a quote made one of. */
const MAX_PLAIN = MAX_RECORD / 2;

/** The whole records that bytes (UTF-8) begin with, up to the first that another reader must judge. */
export function plainRecords(bytes: Buffer, firstLine: number, header: CsvHeader): PlainRecords {
  const records: PlainRecord[] = [];
  let at = 0;
  let line = firstLine;
  // Where a carriage return alone ends a row, a line feed is text.
  if (!header.rowEnds.includes('\n')) return { records, end: 0, line, odd: true };
  const delimiter = header.delimiter.charCodeAt(0);
  for (;;) {
    const from = afterBlankLines(bytes, at);
    const found = recordEnd(bytes, from, delimiter);
    if (typeof found === 'string') return { records, end: at, line, odd: found === 'odd' };
    const text = bytes.toString('utf8', from, found.end);
    const cells = found.quoted ? quotedCells(text, header.delimiter) : text.split(header.delimiter);
    const inside = found.quoted ? lineBreaks(text) : 0;
    // One of another width with line ends inside may be several rows.
    if (inside > 0 && cells.length !== header.columns.length) return { records, end: at, line, odd: true };
    line += from === at ? 0 : lineBreaks(bytes.toString('latin1', at, from));
    records.push({ cells, line });
    line += inside + 1;
    at = found.next;
  }
}

function afterBlankLines(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    if (bytes[at] === LINE_FEED) at += 1;
    else if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) at += 2;
    else return at;
  }
}

interface RecordEnd {
  /** Where its last cell ends, and where the next record begins. */
  readonly end: number;
  readonly next: number;
  readonly quoted: boolean;
}

// Where a record ends; `cut` when that is out of sight, `odd` where a quote or a carriage return stands out of place.
function recordEnd(bytes: Buffer, from: number, delimiter: number): RecordEnd | 'cut' | 'odd' {
  let quoted = false;
  for (let at = from; at - from < MAX_PLAIN; at++) {
    if (bytes[at] === QUOTE) {
      quoted = true;
      const close = closingQuote(bytes, at);
      at = close === -1 ? bytes.length : close + 1;
    } else at = cellEnd(bytes, at, delimiter);
    const code = bytes[at];
    if (code === delimiter) continue;
    if (code === undefined) return at - from < MAX_PLAIN ? 'cut' : 'odd';
    if (code === LINE_FEED) return { end: at, next: at + 1, quoted };
    if (code !== RETURN) return 'odd';
    if (bytes[at + 1] === LINE_FEED) return { end: at, next: at + 2, quoted };
    return at + 1 === bytes.length ? 'cut' : 'odd';
  }
  return 'odd';
}

// Where the cell without quotes that begins at a place ends, or a quote stands in it.
function cellEnd(bytes: Buffer, from: number, delimiter: number): number {
  let at = from;
  for (;;) {
    const code = bytes[at];
    if (code === undefined || code === delimiter || code === LINE_FEED || code === RETURN || code === QUOTE) return at;
    at++;
  }
}

// The quote that closes the one at a place; -1 when it is out of sight. The last one in sight may be half of a doubled one.
function closingQuote(bytes: Buffer, open: number): number {
  for (let at = open + 1; at < bytes.length; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at + 1 === bytes.length ? -1 : at;
    at++;
  }
  return -1;
}

// The cells of a record that is known to be without a fault.
function quotedCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length;) {
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (text[close + 1] === '"') close = text.indexOf('"', close + 2);
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 2;
    } else {
      const next = text.indexOf(delimiter, at);
      const end = next === -1 ? text.length : next;
      cells.push(text.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}
