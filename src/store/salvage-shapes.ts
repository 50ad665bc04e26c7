/** How the rows of each table of truth look in the pages of a file: by that they are told where nothing else tells. */
import type { Database } from 'better-sqlite3';
import type { RawRow, RawValue } from './raw-rows.ts';
import { columnsOf, truthTables, type TruthColumn } from './truth.ts';

/** A table and the form of its rows. */
export interface Shape {
  readonly table: string;
  /** All columns, in the order of the schema. */
  readonly columns: readonly string[];
  /** The columns (by their place in the schema) in the order a row holds their values. */
  readonly order: readonly number[];
  /** The column that the row number stands for, or -1. */
  readonly rowidAt: number;
  readonly fits: (row: RawRow) => boolean;
  /** Whether a row tells by itself that it is of this table. */
  readonly distinct: boolean;
}

/** The shapes of an archive's tables of truth. */
export function shapesOf(db: Database): Shape[] {
  const withoutRowid = new Set(db.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 1").pluck().all());
  return truthTables(db).map(({ name }) => shapeOf(name, columnsOf(db, name), withoutRowid.has(name)));
}

function shapeOf(table: string, columns: readonly TruthColumn[], withoutRowid: boolean): Shape {
  const keys = columns.filter(({ key }) => key > 0).toSorted((a, b) => a.key - b.key);
  const order = withoutRowid
    ? [...keys, ...columns.filter(({ key }) => key === 0)].map((column) => columns.indexOf(column))
    : columns.map((_, at) => at);
  const rowidAt = withoutRowid || keys.length !== 1 || keys[0]?.type !== 'INTEGER' ? -1 : columns.indexOf(keys[0]);
  const signs = SIGNS[table];
  const fits = ({ rowid, values }: RawRow): boolean => {
    if (withoutRowid !== (rowid === null) || values.length !== columns.length) return false;
    const value = (at: number) => values[order.indexOf(at)] ?? null;
    if (!columns.every((column, at) => (at === rowidAt ? value(at) === null : isOf(column, value(at))))) return false;
    return signs?.((name) => value(columns.findIndex((column) => column.name === name))) ?? true;
  };
  return { table, columns: columns.map(({ name }) => name), order, rowidAt, fits, distinct: signs !== undefined };
}

function isOf({ type, required, key }: TruthColumn, value: RawValue): boolean {
  if (value === null) return !required && key === 0;
  if (type === 'INTEGER') return typeof value === 'bigint';
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'REAL') return typeof value !== 'string' && !Buffer.isBuffer(value);
  return !Buffer.isBuffer(value);
}

type Sign = (value: (column: string) => RawValue) => boolean;

/** What only rows of a table have. Two columns of text could be of several: those are told by their place only. */
const SIGNS: Readonly<Record<string, Sign>> = {
  tweets: (value) =>
    /^(?:twitter|mastodon|bluesky|other)$/.test(String(value('network'))) && isFlag(value('truncated')) && isFlag(value('context')),
  contributions: (value) => value('said') === null || holds(value('said'), 'key'),
  imports: (value) => /^(?:[0-9a-f]{64})?$/.test(String(value('sha256'))) && holds(value('counts')),
  corrections: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value('monday'))) && holds(value('correction'), 'kind'),
  chats: (value) => holds(value('definition'), 'hashtags'),
  marks: (value) => /^(?:star|note|tag)$/.test(String(value('kind'))),
  pages: (value) => /^https?:/.test(String(value('url'))),
  checks: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value('day'))),
  tombstones: (value) => /^[0-9a-f]{64}(?::\d+)?$/.test(String(value('hash'))),
};

function isFlag(value: RawValue): boolean {
  return value === 0n || value === 1n;
}

// Whether a text is a JSON object, with that name in it.
function holds(value: RawValue, name?: string): boolean {
  if (typeof value !== 'string') return false;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && (name === undefined || name in parsed);
  } catch {
    return false;
  }
}
