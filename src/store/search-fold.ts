/** A search that shows each tweet once: retweets and reposts stand behind their original, with a count. */
import type { Database } from 'better-sqlite3';
import type { Query } from '../query/ast.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import { findRows, type FoundRows, type ReadRows } from './search-found.ts';
import { markHits, readHits, type SearchHit } from './search-hits.ts';
import { type Plan, planOf, type SearchOptions } from './search-plan.ts';
import { inRange, select } from './search-rows.ts';
import { plucked, statement } from './statements.ts';
import { reference } from './tweet-row.ts';

/** A hit, and how many retweets of it stand behind it. */
export interface FoldedHit extends SearchHit {
  readonly again: number;
}

/** Retweets by hand follow their original within this. */
const SOON = 7n * 86_400_000n;
/** So many letters of a retweet by hand must be those of its original: the end is often cut or written over. */
const SAME = 50;

/** As `search`, `limit` and `offset` counting tweets after the folding; `total` counts them before. */
export function searchFolded(db: Database, query: Query, options: SearchOptions): { hits: FoldedHit[]; total: number; more: boolean } {
  const { limit, offset = 0 } = options;
  const plan = planOf(db, query.root, options);
  const fold = folder(db, plan);
  const chunk = Math.ceil((limit + offset) * 1.5);
  const page = (at: number): FoundRows => findRows(db, plan, { ...options, limit: chunk, offset: at });
  const first = page(0);
  fold.add(first);
  for (let [at, last] = [chunk, first]; last.found.length === chunk && fold.size() < limit + offset; at += chunk) {
    last = page(at);
    fold.add(last);
  }
  return { hits: markHits(db, fold.shown(offset, offset + limit), query.root), total: first.total, more: first.more };
}

function folder(db: Database, plan: Plan) {
  const originalOf = originalFinder(db);
  const heads: { readonly hit: SearchHit; readonly original: string | null }[] = [];
  const again = new Map<string, number>();
  const seen = new Set<string>();
  return {
    add: ({ found, read }: Pick<FoundRows, 'found' | 'read'>) => {
      const all = readHits(db, found, plan.chats).map((hit) => ({ hit, original: hit.isRetweet ? originalOf(hit) : null }));
      const originals = all.flatMap(({ original }) => (original === null || seen.has(original) ? [] : [original]));
      const hits = hitsAmong(db, plan, originals, read);
      for (const head of all) {
        const { hit, original } = head;
        const name = original ?? hit.key;
        if (original !== null) {
          // A native one is in the index of retweets, a retweet by hand is counted here.
          if (hit.retweetOf === null) again.set(name, (again.get(name) ?? 0) + 1);
          if (seen.has(name) || hits.has(original)) continue;
        }
        seen.add(name);
        heads.push(head);
      }
    },
    size: () => heads.length,
    shown: (from: number, until: number): FoldedHit[] => {
      const some = heads.slice(from, until).map(({ hit, original }) => ({ hit, name: original ?? hit.key }));
      const native = retweetCounts(
        db,
        some.map(({ name }) => name),
      );
      // A retweet that stands for its original is not behind itself.
      return some.map(({ hit, name }, at) => ({
        ...hit,
        again: Math.max(0, (native[at] ?? 0) + (again.get(name) ?? 0) - Number(hit.isRetweet)),
      }));
    },
  };
}

// How many native retweets of each of some tweets there are.
function retweetCounts(db: Database, keys: readonly string[]): number[] {
  // As JSON, whose numbers SQLite reads whole.
  const references = keys.map((key) => (typeof reference(key) === 'bigint' ? String(reference(key)) : JSON.stringify(key)));
  return plucked<[string], number>(
    db,
    'SELECT (SELECT count(*) FROM tweets WHERE retweet_of = f.value AND context = 0) FROM json_each(?) f ORDER BY f.key',
  ).all(`[${references.join()}]`);
}

// Which of some keys the search finds. The index tells of those near to each other at once, sooner than of one by its number.
function hitsAmong(db: Database, plan: Plan, keys: readonly string[], read: ReadRows | null): Set<string> {
  const numbers = keys.filter((key) => typeof reference(key) === 'bigint');
  if (numbers.length === 0) return new Set();
  const held = new Set(read?.rows);
  const known = numbers.filter((key) => held.has(key));
  const rows = read === null ? numbers : numbers.filter((key) => isBeyond(key, read));
  if (rows.length === 0) return new Set(known);
  const found = nearOnes(rows.map(BigInt)).flatMap((near) => {
    const [first, last] = [near[0], near.at(-1)];
    const { text, values } = select(inRange(plan, { ...(first !== undefined && { first }), ...(last !== undefined && { last }) }));
    return plucked<unknown[], string>(
      db,
      `SELECT CAST(n AS TEXT) FROM (${text} AND +${plan.n} IN (SELECT CAST(value AS INTEGER) FROM json_each(?)))`,
    ).all(...values, JSON.stringify(near.map(String)));
  });
  return new Set([...known, ...found]);
}

function nearOnes(rows: readonly bigint[]): bigint[][] {
  const groups: bigint[][] = [];
  for (const row of rows.toSorted((a, b) => (a < b ? -1 : 1))) {
    const last = groups.at(-1);
    if (last !== undefined && row - (last.at(-1) ?? 0n) < SOON << 22n) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

// Whether a row lies where nobody read; the first of the rows tells the direction.
function isBeyond(key: string, { rows, last }: ReadRows): boolean {
  const [first] = rows;
  if (last === null || first === undefined) return false;
  return BigInt(first) >= BigInt(last) ? BigInt(key) < BigInt(last) : BigInt(key) > BigInt(last);
}

/** The key of the tweet that a retweet passes on, or a name that all retweets of it share; null when nothing tells. */
function originalFinder(db: Database): (hit: SearchHit) => string | null {
  const near = statement<[string, bigint, bigint], { key: string; text: string }>(
    db,
    'SELECT CAST(n AS TEXT) AS key, text FROM tweets WHERE author = ? COLLATE NOCASE AND n BETWEEN ? AND ? AND is_retweet = 0 AND context = 0 ORDER BY n DESC',
  );
  return (hit) => {
    if (hit.retweetOf !== null) return hit.retweetOf;
    const header = retweetHeader(hit.text);
    if (header === null) return null;
    const { author } = header;
    const words = beginning(header.body);
    if (words === '') return null;
    const row = reference(hit.key);
    const candidates = typeof row === 'bigint' ? near.all(author, row - (SOON << 22n), row - 1n) : [];
    return (
      candidates.find(({ text }) => beginning(text).startsWith(words) || words.startsWith(beginning(text)))?.key ??
      `${author.toLowerCase()} ${words}`
    );
  };
}

function beginning(text: string): string {
  return text
    .replace(/https?:\S*|…/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, SAME);
}
