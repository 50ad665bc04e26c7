/** Conditions on the row number of a tweet, `n`. */
import { type DateRange, instantsOf } from '../calendar.ts';
import { rowRange } from '../row-number.ts';
import { sql, type Sql } from './search-sql.ts';

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;
// An index is asked anew for each row it is to find: of more than this it is quicker to hear all that it knows of their time.
const FEW = 100;

/** Tweets of local dates, as far as 64 bits go. */
export function within(n: string, range: DateRange, zone: string): Sql {
  const { from, until } = instantsOf(range, zone);
  const { first, last } = rowRange(from, until);
  return sql(`${n} BETWEEN ? AND ?`, first < LOWEST ? LOWEST : first, last > HIGHEST ? HIGHEST : last);
}

/** One of some rows, given in order. `atOnce` is for an index; of a table each is looked up. */
export function oneOf(rows: readonly string[], n: string, { atOnce }: { readonly atOnce: boolean }): Sql {
  const listed = 'IN (SELECT CAST(value AS INTEGER) FROM json_each(?))';
  const [first = '0', last = '0'] = [rows[0], rows.at(-1)];
  return atOnce && rows.length > FEW
    ? sql(`${n} BETWEEN ? AND ? AND +${n} ${listed}`, BigInt(first), BigInt(last), JSON.stringify(rows))
    : sql(`${n} ${listed}`, JSON.stringify(rows));
}
