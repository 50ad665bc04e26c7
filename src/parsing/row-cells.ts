/** Reads cells of a table row: programs that saved a table again wrote their own word for an empty cell. */
import type { RawReference } from '../tweet.ts';

/** A row by its column names. */
export type Cells = Readonly<Record<string, string>>;

/** The cell of the first of these columns that has something in it, or null. */
export function cell(cells: Cells, ...columns: readonly string[]): string | null {
  for (const column of columns) {
    const value = cells[column]?.trim() ?? '';
    if (!isNothing(value)) return value;
  }
  return null;
}

/** Whether a cell is empty, or says so in the word of the program that wrote it. */
export function isNothing(value: string): boolean {
  return /^(?:|NA|N\/A|nan|NaN|NaT|None|null|NULL|<NA>)$/.test(value.trim());
}

/** The count in a cell, or null where it is not known; pandas makes `3.0` of a 3. */
export function amount(cells: Cells, ...columns: readonly string[]): number | null {
  const digits = /^(\d{1,15})(?:\.0)?$/.exec(cell(cells, ...columns) ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whether a cell says yes: `TRUE`, `True`, `1`. */
export function isYes(value: string | null): boolean {
  return value !== null && /^(?:true|1)$/i.test(value);
}

/** The words of a cell that holds a list with blanks between. */
export function wordsOf(value: string | null): string[] {
  return value?.split(/\s+/).filter((word) => word !== '' && word !== 'NA') ?? [];
}

/** A reference to another tweet, or null when the cells name neither its id nor its author. */
export function referenceOf(id: string | null, author: string | null): RawReference | null {
  return id === null && author === null ? null : { id, author };
}

/**
 * A stated time of an export whose times are UTC whether they say so or not; a spreadsheet's bare number counts the days
 * from the end of 1899.
 */
export function utcTime(value: string | null): string | null {
  if (value === null) return null;
  if (/^[34]\d{4}\.\d+$/.test(value)) return new Date(Math.round((Number(value) - 25_569) * 86_400) * 1000).toISOString();
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value) ? `${value}Z` : value;
}
