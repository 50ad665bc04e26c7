/** A search that shows each tweet once: retweets and reposts stand behind their original, with a count. */
import type { Database } from 'better-sqlite3';
import type { Query } from '../query/ast.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import { findRows, type FoundRows, type ReadRows } from './search-found.ts';
import { type Found, numbersOf, readHits, type SearchHit } from './search-hits.ts';
import { type Plan, planOf, type SearchOptions } from './search-plan.ts';
import { inRange, select } from './search-rows.ts';
import { plucked, statement } from './statements.ts';
import { reference, type Value } from './tweet-row.ts';

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
  const shown = fold.groups(offset, offset + limit);
  const hits = readHits(
    db,
    shown.map(({ row }) => row),
    query.root,
    plan.chats,
  );
  const again = new Map(shown.map((group) => [group.key, group.again]));
  return { hits: hits.map((hit) => ({ ...hit, again: again.get(hit.key) ?? 0 })), total: first.total, more: first.more };
}

/** What folding looks at of a tweet. */
interface Brief {
  readonly key: string;
  readonly text: string;
  readonly isRetweet: boolean;
  readonly retweetOf: string | null;
}

interface Group {
  readonly key: string;
  readonly row: Found;
  readonly again: number;
}

function folder(db: Database, plan: Plan) {
  const originalOf = originalFinder(db);
  const retweets = plucked<[Value], number>(db, 'SELECT count(*) FROM tweets WHERE retweet_of = ? AND context = 0');
  const heads: { readonly row: Found; readonly brief: Brief; readonly original: string | null }[] = [];
  const again = new Map<string, number>();
  const seen = new Set<string>();
  return {
    add: ({ found, read }: Pick<FoundRows, 'found' | 'read'>) => {
      const all = briefly(db, found).map((hit) => ({ ...hit, original: hit.brief.isRetweet ? originalOf(hit.brief) : null }));
      const originals = all.flatMap(({ original }) => (original === null || seen.has(original) ? [] : [original]));
      const hits = hitsAmong(db, plan, originals, read);
      for (const hit of all) {
        const { original } = hit;
        const name = original ?? hit.brief.key;
        if (original !== null) {
          // A native one is in the index of retweets, a retweet by hand is counted here.
          if (hit.brief.retweetOf === null) again.set(name, (again.get(name) ?? 0) + 1);
          if (seen.has(name) || hits.has(original)) continue;
        }
        seen.add(name);
        heads.push(hit);
      }
    },
    size: () => heads.length,
    groups: (from: number, until: number): Group[] =>
      heads.slice(from, until).map(({ row, brief: { key, isRetweet }, original }) => {
        const name = original ?? key;
        const native = retweets.get(reference(name)) ?? 0;
        // A retweet that stands for its original is not behind itself.
        return { key, row, again: Math.max(0, native + (again.get(name) ?? 0) - Number(isRetweet)) };
      }),
  };
}

// All in one look: to ask for one after the other takes twice as long.
function briefly(db: Database, found: readonly Found[]): { readonly row: Found; readonly brief: Brief }[] {
  const rows = statement<[string], { at: number; key: string; text: string; isRetweet: number; retweetOf: string | null }>(
    db,
    `SELECT f.key AS at, COALESCE(t.key, CAST(t.n AS TEXT)) AS key, CASE WHEN t.is_retweet = 1 THEN t.text ELSE '' END AS text,
            t.is_retweet AS isRetweet, CAST(t.retweet_of AS TEXT) AS retweetOf
     FROM json_each(?) f CROSS JOIN tweets t ON t.n = f.value ORDER BY f.key`,
  ).all(numbersOf(found));
  return rows.flatMap(({ at, key, text, isRetweet, retweetOf }) => {
    const row = found[at];
    return row === undefined ? [] : [{ row, brief: { key, text, isRetweet: isRetweet === 1, retweetOf } }];
  });
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
function originalFinder(db: Database): (hit: Brief) => string | null {
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
