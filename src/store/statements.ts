/** Statements that are kept: to make one takes as long as to run it, and every search and week runs the same dozen. */
import type { Database, Statement } from 'better-sqlite3';

/** Conditions of searches differ without end; of a program that runs for long no more than these are kept. */
const MOST = 200;

const made = new WeakMap<Database, Map<string, Statement>>();

/**
 * The statement of this text, made at the first call for each archive. Run it to its end before it is asked for again. Modes
 * (`raw`, `safeIntegers`) stay set on it: the same for one text everywhere.
 */
export function statement<Values extends unknown[], Row>(db: Database, text: string): Statement<Values, Row> {
  return kept(db, text, () => db.prepare<Values, Row>(text)) as Statement<Values, Row>;
}

/** The same, of rows with one column: each row is its value. */
export function plucked<Values extends unknown[], Value>(db: Database, text: string): Statement<Values, Value> {
  return kept(db, `pluck ${text}`, () => db.prepare<Values, Value>(text).pluck()) as Statement<Values, Value>;
}

/** The same, of rows that are lists of their values. */
export function rawRows<Values extends unknown[], Row>(db: Database, text: string): Statement<Values, Row> {
  return kept(db, `raw ${text}`, () => db.prepare<Values, Row>(text).raw()) as Statement<Values, Row>;
}

function kept(db: Database, name: string, make: () => Statement): Statement {
  const own = made.get(db) ?? new Map<string, Statement>();
  made.set(db, own);
  const known = own.get(name);
  if (known !== undefined) return known;
  if (own.size >= MOST) own.clear();
  const fresh = make();
  own.set(name, fresh);
  return fresh;
}
