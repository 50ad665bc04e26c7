/**
 * The two full-text indexes. Whoever changes what can be searched of a tweet notes its row as stale, in the same transaction;
 * the indexes are fed later, many rows at once. So an interrupted run leaves rows that wait, never an index that lies.
 */
import type { Database } from 'better-sqlite3';
import { atOnce, type Steps } from '../steps.ts';
import { inTransaction } from './transaction.ts';
import { type Entry, entryReader, OWN_COLUMNS, STEM_COLUMNS } from './search-entries.ts';

/** The indexes: words by their stems, with those of the question and the topic; and words as they stand, of the tweet alone. */
export const INDEXES = ['stems', 'plain'] as const;

const COLUMNS = { stems: STEM_COLUMNS, plain: OWN_COLUMNS };
/** Rows fed in one transaction: enough to be fast, few enough to need little memory. */
const BATCH = 20_000;
/** Rows read at once. */
const CHUNK = 2000;
/** As in the schema (schema.ts). */
const HASH_SIZE = 33_554_432;

/** Called after each batch with how many rows of all are done. */
export type IndexProgress = (done: number, all: number) => void;

/** A function that notes a row as stale. */
export function staleRowNoter(db: Database): (n: bigint) => void {
  const note = db.prepare('INSERT INTO stale_rows (n) VALUES (?) ON CONFLICT DO NOTHING');
  return (n) => note.run(n);
}

/** Notes every tweet of a session as stale. */
export function noteSession(db: Database, chat: string, session: string): void {
  db.prepare('INSERT INTO stale_rows (n) SELECT n FROM placements WHERE chat = ? AND session = ? ON CONFLICT DO NOTHING').run(
    chat,
    session,
  );
}

/** Whether any row waits. */
export function hasStaleRows(db: Database): boolean {
  return db.prepare('SELECT 1 FROM stale_rows LIMIT 1').get() !== undefined;
}

/** Empties both indexes and notes every tweet as stale. Call it in a transaction. */
export function forgetIndexes(db: Database): void {
  for (const index of INDEXES) db.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`);
  db.exec('INSERT INTO stale_rows (n) SELECT n FROM tweets WHERE true ON CONFLICT DO NOTHING');
}

/** Drops both indexes and makes them anew, empty, with every tweet noted as stale: also where their insides are damaged. Call it in a transaction. */
export function remakeIndexes(db: Database): void {
  const find = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  for (const index of INDEXES) {
    const sql = find.get(index) ?? '';
    db.exec(`DROP TABLE ${index}; ${sql}; INSERT INTO ${index} (${index}, rank) VALUES ('hashsize', ${HASH_SIZE})`);
  }
  db.exec('INSERT INTO stale_rows (n) SELECT n FROM tweets WHERE true ON CONFLICT DO NOTHING');
}

/** Feeds the rows that wait, at once. */
export function feedIndexes(db: Database, progress?: IndexProgress): void {
  atOnce(feedingIndexes(db, progress));
}

/** Feeds the rows that wait, a transaction for each batch of them, in steps. */
export function* feedingIndexes(db: Database, progress: IndexProgress = () => {}): Steps {
  if (!hasStaleRows(db)) return;
  const all = db.prepare<[], { rows: number }>('SELECT count(*) AS rows FROM stale_rows').get()?.rows ?? 0;
  const feed = batchFeeder(db);
  for (let done = 0; done < all;) {
    const fed = yield* inTransaction(db, feed());
    if (fed === 0) return;
    done += fed;
    progress(done, all);
  }
}

function batchFeeder(db: Database): () => Steps<number> {
  const waiting = db.prepare<[number], bigint>('SELECT n FROM stale_rows ORDER BY n LIMIT ?').pluck().safeIntegers();
  const feeders = INDEXES.map((index) => indexFeeder(db, index));
  const done = db.prepare<[bigint]>('DELETE FROM stale_rows WHERE n <= ?');
  return function* feed() {
    const entriesOf = entryReader(db);
    let fed = 0;
    while (fed < BATCH) {
      const rows = waiting.all(CHUNK);
      const [first, last] = [rows[0], rows.at(-1)];
      if (first === undefined || last === undefined) break;
      for (const { forget } of feeders) forget(last);
      for (const entry of entriesOf(first, last)) for (const { add } of feeders) add(entry);
      done.run(last);
      fed += rows.length;
      yield;
    }
    return fed;
  };
}

function indexFeeder(db: Database, index: (typeof INDEXES)[number]) {
  const columns = COLUMNS[index];
  const held = db
    .prepare<[bigint], bigint>(`SELECT s.n FROM stale_rows s CROSS JOIN ${index}_docsize d ON d.id = s.n WHERE s.n <= ?`)
    .pluck()
    .safeIntegers();
  // One by one: before a statement that takes out many rows, FTS5 writes down what it has gathered in memory.
  const remove = db.prepare<[bigint]>(`DELETE FROM ${index} WHERE rowid = ?`);
  const insert = db.prepare(`INSERT INTO ${index} (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`);
  return {
    /** Takes out what it holds of stale rows up to this one. */
    forget: (last: bigint) => {
      for (const n of held.all(last)) remove.run(n);
    },
    add: ({ n, values }: Entry) => insert.run(n, ...values.slice(0, columns.length)),
  };
}
