/** A search that shows each tweet once: retweets and reposts stand behind their original, with a count. */
import type { Database } from 'better-sqlite3';
import type { Query } from '../query/ast.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import { foundRows, search, type SearchHit, type SearchOptions } from './search.ts';

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
  const fold = folder(db, query, options);
  const chunk = (limit + offset) * 3;
  const first = search(db, query, { ...options, limit: chunk, offset: 0 });
  fold.add(first.hits);
  for (let at = chunk; at < first.total && fold.size() < limit + offset; at += chunk) {
    fold.add(search(db, query, { ...options, limit: chunk, offset: at }).hits);
  }
  return { hits: fold.groups().slice(offset, offset + limit), total: first.total, more: first.more };
}

function folder(db: Database, query: Query, options: SearchOptions) {
  const originalOf = originalFinder(db);
  const isHit = hitTest(db, query, options);
  const retweets = db.prepare<[bigint], number>('SELECT count(*) FROM tweets WHERE retweet_of = ? AND context = 0').pluck();
  const heads: SearchHit[] = [];
  const again = new Map<string, number>();
  const seen = new Set<string>();
  const addOne = (hit: SearchHit) => {
    const original = hit.isRetweet ? originalOf(hit) : null;
    const name = original ?? hit.key;
    if (original !== null) {
      // A native one is in the index of retweets, a retweet by hand is counted here.
      if (hit.retweetOf === null) again.set(name, (again.get(name) ?? 0) + 1);
      if (seen.has(name) || isHit(original)) return;
    }
    seen.add(name);
    heads.push(hit);
  };
  return {
    add: (hits: readonly SearchHit[]) => hits.forEach(addOne),
    size: () => heads.length,
    groups: (): FoldedHit[] =>
      heads.map((hit) => {
        const name = (hit.isRetweet ? originalOf(hit) : null) ?? hit.key;
        const native = /^\d+$/.test(name) ? (retweets.get(BigInt(name)) ?? 0) : 0;
        // A retweet that stands for its original is not behind itself.
        return { ...hit, again: Math.max(0, native + (again.get(name) ?? 0) - Number(hit.isRetweet)) };
      }),
  };
}

// Whether a search finds one tweet, by its row number.
function hitTest(db: Database, query: Query, options: SearchOptions): (key: string) => boolean {
  const { text, values } = foundRows(db, query, options);
  const find = db.prepare(`SELECT 1 FROM (${text}) WHERE n = ?`);
  return (key) => /^\d+$/.test(key) && find.get(...values, BigInt(key)) !== undefined;
}

/** The key of the tweet that a retweet passes on, or a name that all retweets of it share; null when nothing tells. */
function originalFinder(db: Database): (hit: SearchHit) => string | null {
  const near = db.prepare<[string, bigint, bigint], { key: string; text: string }>(
    'SELECT CAST(n AS TEXT) AS key, text FROM tweets WHERE author = ? COLLATE NOCASE AND n BETWEEN ? AND ? AND is_retweet = 0 AND context = 0 ORDER BY n DESC',
  );
  return (hit) => {
    if (hit.retweetOf !== null) return hit.retweetOf;
    const header = retweetHeader(hit.text);
    if (header === null) return null;
    const { author } = header;
    const words = beginning(header.body);
    if (words === '') return null;
    const row = /^\d+$/.test(hit.key) ? BigInt(hit.key) : null;
    const candidates = row === null ? [] : near.all(author, row - (SOON << 22n), row - 1n);
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
