/** Where to look for the rows that a search means, and which part of them. */
import { type DateRange, instantsOf } from '../calendar.ts';
import { rowRange } from '../row-number.ts';
import { sql, type Sql } from './search-sql.ts';

/** Row numbers from the first to the last, both included. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/** The rows that a search means. */
export interface Rows {
  /** The column of the row number, which the source gives in order. */
  readonly n: string;
  readonly source: Sql;
  readonly where: Sql;
  /** Where they lie. All limits are this one: SQLite heeds only one of several, and would read what lies between. */
  readonly range: Range;
}

/** All rows there can be. */
export const EVERYWHERE: Range = { first: -(2n ** 63n), last: 2n ** 63n - 1n };

// An index is asked anew for each row it is to find: of more than this it is quicker to hear all that it knows of their time.
const FEW = 100;

/** The rows of local dates, as far as 64 bits go. */
export function rowsOfDates(range: DateRange, zone: string): Range {
  const { from, until } = instantsOf(range, zone);
  return common(EVERYWHERE, rowRange(from, until));
}

/** What lies in both. */
export function common(a: Range, b: Range): Range {
  return { first: a.first > b.first ? a.first : b.first, last: a.last < b.last ? a.last : b.last };
}

/** Those of the rows that lie in a range. */
export function inRange<T extends Rows>(rows: T, range: Partial<Range>): T {
  return { ...rows, range: common(rows.range, { ...EVERYWHERE, ...range }) };
}

/** A query for the rows: their numbers, as n, or what else is wanted of them. */
export function select({ n, source, where, range }: Rows, what = `${n} AS n`): Sql {
  return {
    text: `SELECT ${what} FROM ${source.text} WHERE ${n} BETWEEN ? AND ? AND ${where.text}`,
    values: [...source.values, range.first, range.last, ...where.values],
  };
}

/** Whether a row `n` is one of some, given in order, and where these lie. `atOnce` is for an index; in a table each is looked up. */
export function oneOf(rows: readonly string[], n: string, { atOnce }: { readonly atOnce: boolean }): { condition: Sql; range: Range } {
  const [first = '0', last = '0'] = [rows[0], rows.at(-1)];
  return {
    condition: sql(
      `${atOnce && rows.length > FEW ? '+' : ''}${n} IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
      JSON.stringify(rows),
    ),
    range: { first: BigInt(first), last: BigInt(last) },
  };
}
