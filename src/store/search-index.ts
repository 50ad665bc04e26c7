/** The two full-text indexes, fed with the rows that are stale (stale-rows.ts), many at once. */
import type { Database } from 'better-sqlite3';
import { atOnce, type Steps } from '../steps.ts';
import { inTransaction } from './transaction.ts';
import { type Entry, entryReader, OWN_COLUMNS, STEM_COLUMNS } from './search-entries.ts';
import { hasStaleRows, STALE_FOR, staleSql } from './stale-rows.ts';

/** The indexes: `stems` knows words in any inflection, with those of question and topic, and what a tweet is; `plain` knows words as they stand, of the tweet alone. */
export const INDEXES = ['stems', 'plain'] as const;
export type Index = (typeof INDEXES)[number];

const COLUMNS = { stems: STEM_COLUMNS, plain: OWN_COLUMNS };

/** SQL that adds an entry to an index: its row number and the values of its columns. */
const insertInto = (index: Index) =>
  `INSERT INTO ${index} (rowid, ${COLUMNS[index].join(', ')}) VALUES (?${', ?'.repeat(COLUMNS[index].length)})`;
/** The same for `plain`, in the order of `OWN_COLUMNS`. */
export const PLAIN_INSERT = insertInto('plain');

/** Rows fed in one transaction: enough to be fast, few enough to need little memory. */
export const BATCH = 50_000;
/** Rows read at once. */
const CHUNK = 1000;
const BEFORE_ALL = -(2n ** 63n);
/** As in the schema (schema.ts). */
const HASH_SIZE = { stems: 16_777_216, plain: 8_388_608 };

/** Called after each batch with how many rows of all are done. */
export type IndexProgress = (done: number, all: number) => void;

/** Empties both indexes and notes every tweet as stale. Call it in a transaction. */
export function forgetIndexes(db: Database): void {
  for (const index of INDEXES) db.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`);
  db.exec(staleSql('words', 'SELECT n FROM tweets'));
}

/** Drops both indexes and makes them anew, empty, with every tweet noted as stale: also where their insides are damaged. Call it in a transaction. */
export function remakeIndexes(db: Database): void {
  const find = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  for (const index of INDEXES) {
    const sql = find.get(index) ?? '';
    db.exec(`DROP TABLE ${index}; ${sql}; INSERT INTO ${index} (${index}, rank) VALUES ('hashsize', ${HASH_SIZE[index]})`);
  }
  db.exec(staleSql('words', 'SELECT n FROM tweets'));
}

/** How many rows wait. */
export function countStaleRows(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM stale_rows').pluck().get() ?? 0;
}

/** Feeds the rows that wait, at once. */
export function feedIndexes(db: Database, progress?: IndexProgress): void {
  atOnce(feedingIndexes(db, progress));
}

/** Feeds the rows that wait, a transaction for each batch of them, in steps. */
export function* feedingIndexes(db: Database, progress: IndexProgress = () => {}): Steps {
  if (!hasStaleRows(db)) return;
  const all = countStaleRows(db);
  const feed = chunkFeeder(db);
  for (let done = 0; done < all;) {
    const fed = yield* inTransaction(db, feedingBatch(chunkReader(db), feed));
    if (fed === 0) return;
    done += fed;
    progress(done, all);
  }
}

function* feedingBatch(next: () => Chunk | null, feed: (chunk: Chunk) => void): Steps<number> {
  let fed = 0;
  while (fed < BATCH) {
    const chunk = next();
    if (chunk === null) break;
    feed(chunk);
    fed += chunk.rows;
    yield;
  }
  return fed;
}

/** Stale rows next to each other, up to the last of them, and the entries of those that have one. */
export interface Chunk {
  readonly rows: number;
  readonly last: bigint;
  readonly entries: readonly Entry[];
}

/** Prepares the reading of the rows that wait, some at each call, and null behind the last. What it reads holds for as long as nobody writes anything else. */
export function chunkReader(db: Database): () => Chunk | null {
  const waiting = db.prepare<[bigint, number], bigint>('SELECT n FROM stale_rows WHERE n > ? ORDER BY n LIMIT ?').pluck().safeIntegers();
  const entriesOf = entryReader(db);
  let before = BEFORE_ALL;
  return () => {
    const rows = waiting.all(before, CHUNK);
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return null;
    before = last;
    return { rows: rows.length, last, entries: entriesOf(first, last) };
  };
}

/** A function that feeds a chunk, of which no row is stale then. Call it in a transaction, with the chunks in their order. */
export function chunkFeeder(db: Database): (chunk: Chunk) => void {
  const feeders = INDEXES.map((index) => indexFeeder(db, index));
  const done = db.prepare<[bigint]>('DELETE FROM stale_rows WHERE n <= ?');
  return ({ last, entries }) => {
    for (const { forget } of feeders) forget(last);
    for (const entry of entries) for (const { add } of feeders) add(entry);
    done.run(last);
  };
}

function indexFeeder(db: Database, index: Index) {
  const held = db
    .prepare<[bigint], bigint>(
      `SELECT s.n FROM stale_rows s CROSS JOIN ${index}_docsize d ON d.id = s.n WHERE s.n <= ? AND ${STALE_FOR[index]}`,
    )
    .pluck()
    .safeIntegers();
  // One by one: before a statement that takes out many rows, FTS5 writes down what it has gathered in memory.
  const remove = db.prepare<[bigint]>(`DELETE FROM ${index} WHERE rowid = ?`);
  const insert = db.prepare(insertInto(index));
  return {
    /** Takes out what it holds of stale rows up to this one. */
    forget: (last: bigint) => {
      for (const n of held.all(last)) remove.run(n);
    },
    add: ({ n, changed, values }: Entry) => {
      if (index === 'stems' || changed === 'words') insert.run(n, ...values.slice(0, COLUMNS[index].length));
    },
  };
}
