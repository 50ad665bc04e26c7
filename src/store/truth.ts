/** The tables that are truth: what a backup must hold and an open copy says. Everything else can be made again from them. */
import type { Database } from 'better-sqlite3';
import { reference } from './tweet-row.ts';

/** Tables that reindex makes again; with them go the full-text indexes. A new table counts as truth until it is named here. */
const DERIVED: ReadonlySet<string> = new Set([
  'chat_tweets',
  'first_sessions',
  'links',
  'placements',
  'questions',
  'sessions',
  'shares',
  'stale_rows',
  'stale_weeks',
]);
/** Columns of a table of truth that reindex makes again. */
const DERIVED_COLUMNS: ReadonlySet<string> = new Set(['tweets.search_text', 'tweets.search_tags', 'tweets.search_words']);

/** A column as the schema declares it. */
export interface TruthColumn {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT' | 'REAL' | 'ANY';
  readonly required: boolean;
  /** Its place in the primary key, from 1; 0 outside it. */
  readonly key: number;
}

/** A table of truth; `columns` leaves out the derived ones. */
export interface TruthTable {
  readonly name: string;
  readonly columns: readonly TruthColumn[];
}

/** The tables of truth of an archive, by name. */
export function truthTables(db: Database): TruthTable[] {
  const names = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
    )
    .pluck()
    .all();
  return names
    .filter((name) => !DERIVED.has(name))
    .map((name) => ({ name, columns: columnsOf(db, name).filter((column) => !DERIVED_COLUMNS.has(`${name}.${column.name}`)) }));
}

/** All columns of a table, derived ones too, in the order of the schema. */
export function columnsOf(db: Database, table: string): TruthColumn[] {
  return db
    .prepare<[string], { name: string; type: TruthColumn['type']; required: number; key: number }>(
      'SELECT name, type, "notnull" AS required, pk AS key FROM pragma_table_info(?) ORDER BY cid',
    )
    .all(table)
    .map((column) => ({ ...column, required: column.required === 1 }));
}

/** Rows in each table of truth. */
export function countTruth(db: Database): Record<string, number> {
  const count = (name: string) => db.prepare<[], number>(`SELECT count(*) FROM ${name}`).pluck().get() ?? 0;
  return Object.fromEntries(truthTables(db).map(({ name }) => [name, count(name)]));
}

/** A row as JSON holds it: integers beyond 2^53 and every value of an ANY column are text. */
export type TruthRow = Readonly<Record<string, string | number | null>>;

/** Every row of a table of truth, by its primary key. */
export function* truthRows(db: Database, { name, columns }: TruthTable): Generator<TruthRow> {
  const key = columns.filter((column) => column.key > 0).toSorted((a, b) => a.key - b.key);
  const order = key.length === 0 ? 'rowid' : key.map((column) => column.name).join(', ');
  const chosen = columns.map((column) => (column.type === 'ANY' ? `CAST(${column.name} AS TEXT) AS ${column.name}` : column.name));
  const rows = db
    .prepare<[], Record<string, string | number | bigint | null>>(`SELECT ${chosen.join(', ')} FROM ${name} ORDER BY ${order}`)
    .safeIntegers();
  for (const row of rows.iterate()) {
    yield Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value === 'bigint' ? spelled(value) : value]));
  }
}

function spelled(value: bigint): string | number {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** A function that puts a row into a table of truth as `truthRows` gave it. Throws a TypeError for what is no such row. */
export function truthWriter(db: Database, { name, columns }: TruthTable): (row: unknown) => void {
  const insert = db.prepare(
    `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => {
    if (typeof row !== 'object' || row === null) throw new TypeError('a line is no row');
    const given = row as Readonly<Record<string, unknown>>;
    insert.run(...columns.map((column) => boundValue(column, given[column.name] ?? null)));
  };
}

function boundValue({ name, type }: TruthColumn, value: unknown): string | number | bigint | null {
  if (value === null) return null;
  if (type === 'ANY' && typeof value === 'string') return reference(value);
  if (type === 'INTEGER' && typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value);
  if (type === 'INTEGER' && typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (type === 'REAL' && typeof value === 'number') return value;
  if (type === 'TEXT' && typeof value === 'string') return value;
  throw new TypeError(`"${name}" is not of its kind`);
}

/** The last number given in each table whose numbers are never used again. */
export function lastNumbers(db: Database): Record<string, number> {
  const rows = db.prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence ORDER BY name').all();
  return Object.fromEntries(rows.map(({ name, seq }) => [name, seq]));
}

/** Goes on counting from there. */
export function setLastNumbers(db: Database, numbers: Readonly<Record<string, number>>): void {
  const clear = db.prepare('DELETE FROM sqlite_sequence WHERE name = ?');
  const insert = db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
  for (const [name, seq] of Object.entries(numbers)) {
    clear.run(name);
    insert.run(name, seq);
  }
}
