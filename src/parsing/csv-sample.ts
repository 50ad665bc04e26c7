import { csvHeader, type CsvNaming, readRecord } from './csv-cells.ts';

/** The first rows of a table, as they stand in the head of a file. */
export interface CsvSample {
  /** How to read the whole table so that its columns are called `1`, `2`, … */
  readonly naming: Exclude<CsvNaming, 'header'>;
  /** The names in the first row, in lower case; empty when the first row is a record already. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const SAMPLE_ROWS = 200;

/** The first rows of the table that a text begins with, or null when it does not look like one. */
export function csvSample(start: string, whole: boolean): CsvSample | null {
  const headless = csvHeader(start, 'headless');
  const header = headless ?? csvHeader(start);
  if (header === null) return null;
  const rows: (readonly string[])[] = [];
  for (let at = header.length; at < start.length && rows.length < SAMPLE_ROWS;) {
    const record = readRecord(start, at, header.delimiter);
    // The last record in sight may go on out of sight.
    if (record === null || (record.end >= start.length && !whole)) break;
    if (record.cells.some((cell) => cell.trim() !== '') && !isHeaderAgain(record.cells, header.columns)) rows.push(record.cells);
    at = record.end;
  }
  return headless === null ? { naming: 'numbers', names: header.columns, rows } : { naming: 'headless', names: [], rows };
}

/** Whether a row repeats the names of the columns: people paste one sheet below another. */
export function isHeaderAgain(cells: readonly string[], names: readonly string[]): boolean {
  return cells.every((cell, place) => cell.trim().toLowerCase() === (names[place] ?? ''));
}
