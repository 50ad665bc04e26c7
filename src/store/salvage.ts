/** Saving what can be saved of a damaged archive, page by page, into a new one. The damaged file is only read. */
import type { Database } from 'better-sqlite3';
import { mergeTweets } from '../normalise/merge.ts';
import type { Tweet } from '../tweet.ts';
import { childrenOf, freePages, PAGE, type RawPages, rawPages, startOf } from './raw-pages.ts';
import { type RawRow, rowsOfPage, type RawValue } from './raw-rows.ts';
import { type Shape, shapesOf } from './salvage-shapes.ts';
import { COLUMNS, rowValues } from './tweet-row.ts';

/** What was saved. */
export interface Salvaged {
  /** Rows saved, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows that could not be read any more, as far as that can be known. */
  readonly lost: number;
  readonly pages: number;
}

/** Called now and then with how many pages of all were read. */
export type SalvageProgress = (done: number, all: number) => void;

/** Fills a new archive with all that makes sense in the pages of a damaged one. Derived tables are left to be made again. */
export function salvageInto(db: Database, damaged: string, progress: SalvageProgress = () => {}): Salvaged {
  const pages = rawPages(damaged);
  try {
    return db.transaction(() => {
      const saved = saveRows(db, pages, progress);
      mendTies(db);
      return saved;
    })();
  } finally {
    pages.close();
  }
}

function saveRows(db: Database, pages: RawPages, progress: SalvageProgress): Salvaged {
  const shapes = shapesOf(db);
  const owners = ownersOf(pages);
  const free = freePages(pages);
  const insert = new Map(shapes.map((shape) => [shape.table, inserter(db, shape)]));
  const rows = new Map<string, number>();
  let lost = 0;
  for (let number = 1; number <= pages.count; number++) {
    if (number % 500 === 0) progress(number, pages.count);
    if (free.has(number)) continue;
    const owner = owners.get(number);
    // A page of an index, or of something derived, has nothing that is not elsewhere.
    const candidates = owner === undefined ? shapes.filter(({ distinct }) => distinct) : shapes.filter(({ table }) => table === owner);
    if (candidates.length === 0) continue;
    const found = rowsOfPage(pages, number);
    lost += owner === undefined ? 0 : found.lost;
    for (const row of found.rows) {
      const shape = candidates.find((one) => one.fits(row));
      if (shape === undefined) lost += owner === undefined ? 0 : 1;
      else if (insert.get(shape.table)?.(row)) rows.set(shape.table, (rows.get(shape.table) ?? 0) + 1);
    }
  }
  return { rows: Object.fromEntries(rows), lost, pages: pages.count };
}

// Which table or index each page belongs to, as far as the trees from their roots down are whole.
function ownersOf(pages: RawPages): Map<number, string> {
  const owners = new Map<number, string>();
  const claim = (root: number, owner: string) => {
    const open = [root];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (owners.has(number)) continue;
      owners.set(number, owner);
      open.push(...childrenOf(pages, number));
    }
  };
  claim(1, 'sqlite_schema');
  const schema = Array.from(owners.keys());
  for (const number of schema) {
    if (pages.page(number)?.[startOf(number)] !== PAGE.leafTable) continue;
    for (const { values } of rowsOfPage(pages, number).rows) {
      const [kind, name, , root] = values;
      if (typeof root === 'bigint' && root > 1n) claim(Number(root), kind === 'table' ? String(name) : 'an index');
    }
  }
  // Where the list of tables is lost, every page must tell by itself.
  if (owners.size <= 2) owners.clear();
  return owners;
}

function inserter(db: Database, { table, columns, order, rowidAt }: Shape): (row: RawRow) => boolean {
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  return ({ rowid, values }) => {
    const bound: RawValue[] = columns.map((_, column) => (column === rowidAt ? rowid : (values[order.indexOf(column)] ?? null)));
    return insert.run(...bound).changes > 0;
  };
}

const NO_COUNTS = JSON.stringify({ read: 0, added: 0, updated: 0, unchanged: 0, context: 0, rejected: 0 });

/** Gives every tweet an import and every import a name; notes about tweets that are gone go. Call it in a transaction. */
export function mendTies(db: Database): void {
  tweetsFromWords(db);
  db.exec('DELETE FROM contributions WHERE n NOT IN (SELECT n FROM tweets)');
  db.prepare(
    `INSERT INTO imports (import, batch, path, format, sha256, bytes, imported_at, counts)
     SELECT DISTINCT import, import, 'an import whose name was lost', 'salvaged', '', 0, 0, ? FROM contributions WHERE import NOT IN (SELECT import FROM imports)`,
  ).run(NO_COUNTS);
  const orphans = db.prepare('SELECT 1 FROM tweets WHERE n NOT IN (SELECT n FROM contributions) LIMIT 1').get();
  if (orphans === undefined) return;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO imports (batch, path, format, sha256, bytes, imported_at, counts)
       VALUES ((SELECT COALESCE(max(batch), 0) + 1 FROM imports), 'tweets whose import was lost', 'salvaged', '', 0, 0, ?)`,
    )
    .run(NO_COUNTS);
  db.prepare('INSERT INTO contributions (n, import) SELECT n, ? FROM tweets WHERE n NOT IN (SELECT n FROM contributions)').run(
    lastInsertRowid,
  );
}

// A tweet whose row is lost is known from what imports said of it, where that was kept in words.
function tweetsFromWords(db: Database): void {
  const said = db
    .prepare<[], { n: bigint; said: string }>(
      'SELECT n, said FROM contributions WHERE said IS NOT NULL AND n NOT IN (SELECT n FROM tweets) ORDER BY n',
    )
    .safeIntegers()
    .all();
  const tweets = new Map<bigint, Tweet>();
  for (const one of said) {
    const tweet = JSON.parse(one.said) as Tweet;
    const known = tweets.get(one.n);
    tweets.set(one.n, known === undefined ? tweet : mergeTweets(known, tweet));
  }
  const insert = db.prepare(`INSERT OR IGNORE INTO tweets (n, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})`);
  for (const [n, tweet] of tweets) insert.run(n, ...rowValues(tweet, n));
}
