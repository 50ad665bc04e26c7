import type { CsvItem } from '../parsing/csv.ts';
import type { Cells } from '../parsing/row-cells.ts';
import type { RawTweet } from '../tweet.ts';
import type { Extracted } from './importer.ts';

/** Reads one row: the tweet in it, one sentence why there is none, or null for a row that is no record. */
export type ReadRow = (cells: Cells, at: string, rest: readonly string[]) => RawTweet | string | null;

/** The tweets of a table. Empty rows, and headers of sheets that were pasted one below another, are no records. */
export async function* tweetsOfRows(rows: AsyncIterable<CsvItem>, read: ReadRow): AsyncGenerator<Extracted> {
  for await (const item of rows) {
    if (item.kind !== 'row') {
      yield item;
      continue;
    }
    if (isEmpty(item.cells) || isHeaderAgain(item.cells)) continue;
    const tweet = read(item.cells, item.at, item.rest);
    if (tweet === null) continue;
    yield typeof tweet === 'string' ? { kind: 'rejected', at: item.at, reason: tweet } : { kind: 'tweet', tweet };
  }
}

/** Whether a head's table has all of these columns. */
export function hasColumns(columns: readonly string[] | null, ...names: readonly string[]): boolean {
  return columns !== null && names.every((name) => columns.includes(name));
}

/** Whether a head's table has one of these columns at least. */
export function hasAnyColumn(columns: readonly string[] | null, ...names: readonly string[]): boolean {
  return columns !== null && names.some((name) => columns.includes(name));
}

function isEmpty(cells: Cells): boolean {
  return Object.values(cells).every((value) => value.trim() === '');
}

function isHeaderAgain(cells: Cells): boolean {
  const filled = Object.entries(cells).filter(([, value]) => value.trim() !== '');
  return filled.length > 1 && filled.every(([column, value]) => value.trim().toLowerCase() === column);
}
