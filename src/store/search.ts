/**
 * Search: row numbers first, texts last. The index finds what it can, the tweets' own columns check the rest, and only
 * the tweets that are shown are read and marked.
 */
import type { Database } from 'better-sqlite3';
import type { Query, QueryNode } from '../query/ast.ts';
import { conditionOf, type Place, rowsOf } from './search-condition.ts';
import { type Found, readHits, type SearchHit } from './search-hits.ts';
import { matchOf, rankExpression, uncheckedParts } from './search-match.ts';
import { join, sql, type Sql } from './search-sql.ts';

export type { SearchHit } from './search-hits.ts';

/** How to search. Dates in the query are those of `zone`; `chat` null searches every tweet of the archive. */
export interface SearchOptions {
  readonly chat: string | null;
  readonly zone: string;
  readonly order: 'relevance' | 'newest' | 'oldest';
  readonly limit: number;
  readonly offset?: number;
  /** Where to stop counting; by default nowhere. Of a word in most of a million tweets, the count takes longer than all the rest. */
  readonly countUpTo?: number;
}

interface Plan {
  readonly source: Sql;
  readonly where: Sql;
  /** The column of the row number, as the source gives it in order. */
  readonly n: 'search.rowid' | 't.n';
  /** An expression for the rank, lower is nearer; null when there is nothing to rank by. */
  readonly rank: string | null;
  /** Whose sessions the hits are placed in. */
  readonly chats: readonly string[];
}

// Ranking costs in proportion to the hits: of a word that very many tweets have, only the newest are ranked.
const MOST_RANKED = 20_000;
// Of the columns text, author, tags, words, links.
const BM25 = 'bm25(search, 10, 4, 6, 4, 3)';

/** The tweets a query means, in order, and how many there are in all: `total`, or more than that when `more` is true. */
export function search(db: Database, query: Query, options: SearchOptions): { hits: SearchHit[]; total: number; more: boolean } {
  const { limit, offset = 0, order, countUpTo = Number.MAX_SAFE_INTEGER - 1 } = options;
  const plan = planOf(db, query.root, options);
  const counted = count(db, plan, Math.max(countUpTo, offset, MOST_RANKED) + 1);
  const more = counted > countUpTo;
  const total = more ? countUpTo : counted;
  if (counted <= offset) return { hits: [], total, more };
  const found = order === 'relevance' ? nearest(db, plan, counted, limit, offset) : inTime(db, plan, order, limit, offset);
  return { hits: readHits(db, found, query.root, plan.chats), total, more };
}

function count(db: Database, { source, where }: Plan, most: number): number {
  const statement = db.prepare(`SELECT count(*) AS total FROM (SELECT 1 FROM ${source.text} WHERE ${where.text} LIMIT ?)`);
  return (statement.get(...source.values, ...where.values, most) as { total: number }).total;
}

function planOf(db: Database, root: QueryNode, { chat, zone, order }: SearchOptions): Plan {
  const parts = root.kind === 'and' ? root.parts : [root];
  const match = matchOf(root);
  const wide = match === null && !parts.some((part) => part.kind === 'dates');
  const place: Place = { db, zone, chats: chat === null ? chatsOf(db) : [chat], wide };
  const n = match === null ? 't.n' : 'search.rowid';
  const checked = uncheckedParts(parts.filter((part) => part.kind !== 'dates'));
  const conditions = [
    ...(match === null ? [] : [sql('search MATCH ?', match.expression)]),
    ...parts.flatMap((part) => (part.kind === 'dates' ? [within(n, rowsOf(part.range, zone))] : [])),
    sql('t.context = 0 AND t.twin IS NULL'),
    ...(chat === null ? [] : [sql('EXISTS (SELECT 1 FROM chat_tweets c WHERE c.chat = ? AND c.n = t.n)', chat)]),
    ...checked.map((part) => conditionOf(part, place, match !== null && part.kind !== 'or' && part.kind !== 'not')),
  ];
  const rankable = order === 'relevance' ? rankExpression(root) : null;
  return { ...sourceOf(match !== null, rankable), where: join('AND', conditions), n, chats: place.chats };
}

function sourceOf(isMatched: boolean, rankable: string | null): Pick<Plan, 'source' | 'rank'> {
  if (isMatched) return { source: sql('search CROSS JOIN tweets t ON t.n = search.rowid'), rank: rankable === null ? null : BM25 };
  if (rankable === null) return { source: sql('tweets t'), rank: null };
  // Words that only some of the hits need to have still rank them.
  const ranked = `(SELECT rowid AS n, ${BM25} AS rank FROM search WHERE search MATCH ?) r`;
  return { source: sql(`tweets t LEFT JOIN ${ranked} ON r.n = t.n`, rankable), rank: 'COALESCE(r.rank, 0)' };
}

function nearest(db: Database, plan: Plan, counted: number, limit: number, offset: number): Found[] {
  if (plan.rank === null) return inTime(db, plan, 'newest', limit, offset);
  const floor = counted > MOST_RANKED ? inTime(db, plan, 'newest', 1, MOST_RANKED - 1)[0]?.n : undefined;
  const newer = floor === undefined ? plan : narrowed(plan, '>=', floor);
  const found = select(
    db,
    newer,
    `CAST(${plan.n} AS TEXT) AS n, -${plan.rank} AS score`,
    sql(`ORDER BY score DESC, ${plan.n} DESC LIMIT ? OFFSET ?`, limit, offset),
  );
  if (floor === undefined || found.length === limit) return found;
  return [...found, ...inTime(db, narrowed(plan, '<', floor), 'newest', limit - found.length, Math.max(0, offset - MOST_RANKED))];
}

function inTime(db: Database, plan: Plan, order: 'newest' | 'oldest', limit: number, offset: number): Found[] {
  const direction = order === 'newest' ? 'DESC' : 'ASC';
  return select(
    db,
    plan,
    `CAST(${plan.n} AS TEXT) AS n, 0 AS score`,
    sql(`ORDER BY ${plan.n} ${direction} LIMIT ? OFFSET ?`, limit, offset),
  );
}

function narrowed(plan: Plan, comparison: '<' | '>=', n: string): Plan {
  return { ...plan, where: join('AND', [plan.where, sql(`${plan.n} ${comparison} ?`, BigInt(n))]) };
}

function select(db: Database, { source, where }: Plan, columns: string, tail: Sql): Found[] {
  const statement = db.prepare(`SELECT ${columns} FROM ${source.text} WHERE ${where.text} ${tail.text}`);
  return statement.all(...source.values, ...where.values, ...tail.values) as Found[];
}

function within(n: string, { first, last }: { readonly first: bigint; readonly last: bigint }): Sql {
  return sql(`${n} BETWEEN ? AND ?`, first, last);
}

// The first key of the index leaps from chat to chat, where DISTINCT would read every placement.
function chatsOf(db: Database): string[] {
  const next = db.prepare<[string], { chat: string | null }>('SELECT min(chat) AS chat FROM placements WHERE chat > ?');
  const chats: string[] = [];
  for (let chat = next.get('')?.chat; typeof chat === 'string'; chat = next.get(chat)?.chat) chats.push(chat);
  return chats;
}
