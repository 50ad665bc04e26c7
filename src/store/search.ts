/**
 * Search: row numbers first, texts last. The index finds what it can, the tweets' own columns check the rest, and only
 * the tweets that are shown are read and marked.
 */
import type { Database } from 'better-sqlite3';
import type { Query, QueryNode } from '../query/ast.ts';
import { conditionOf, type Place, rowsOf } from './search-condition.ts';
import { type Found, readHits, type SearchHit } from './search-hits.ts';
import { type Index, leadOf, type Match, rankExpression, uncheckedParts } from './search-match.ts';
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

/** Where a source has the row number of its tweets. */
type RowNumber = 't.n' | `${Index}.rowid`;

interface Plan {
  readonly source: Sql;
  readonly where: Sql;
  /** The column of the row number, as the source gives it in order. */
  readonly n: RowNumber;
  /** An expression for the rank, lower is nearer; null when there is nothing to rank by. */
  readonly rank: string | null;
  /** Whose sessions the hits are placed in. */
  readonly chats: readonly string[];
}

// Ranking costs in proportion to the hits: of a word that very many tweets have, only the newest are ranked.
const MOST_RANKED = 20_000;
// Of the columns text, author, tags, words, links, and then, of the stems only, question and topic.
const WEIGHTS = { stems: '10, 4, 6, 4, 3, 2, 1', plain: '10, 4, 6, 4, 3' };

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

/** The rows that a search finds, as a query with the one column n. */
export function foundRows(db: Database, query: Query, { chat, zone }: Pick<SearchOptions, 'chat' | 'zone'>): Sql {
  const { source, where, n } = planOf(db, query.root, { chat, zone, order: 'newest' });
  return { text: `SELECT ${n} AS n FROM ${source.text} WHERE ${where.text}`, values: [...source.values, ...where.values] };
}

function count(db: Database, { source, where }: Plan, most: number): number {
  const statement = db.prepare(`SELECT count(*) AS total FROM (SELECT 1 FROM ${source.text} WHERE ${where.text} LIMIT ?)`);
  return (statement.get(...source.values, ...where.values, most) as { total: number }).total;
}

function planOf(db: Database, root: QueryNode, { chat, zone, order }: Pick<SearchOptions, 'chat' | 'zone' | 'order'>): Plan {
  const parts = root.kind === 'and' ? root.parts : [root];
  const lead = leadOf(root);
  const wide = lead === null && !parts.some((part) => part.kind === 'dates');
  const n: RowNumber = lead === null ? 't.n' : `${lead.index}.rowid`;
  const place: Place = { db, zone, chats: chat === null ? chatsOf(db) : [chat], wide, n: lead === null ? n : `+${n}` };
  const others = parts.filter((part) => part.kind !== 'dates');
  const checked = lead === null ? others : uncheckedParts(others, lead.index);
  const conditions = [
    ...parts.flatMap((part) => (part.kind === 'dates' ? [within(n, rowsOf(part.range, zone))] : [])),
    ...(chat === null ? [] : [sql(`EXISTS (SELECT 1 FROM chat_tweets c WHERE c.chat = ? AND c.n = ${n})`, chat)]),
    ...checked.map((part) => conditionOf(part, place, part.kind === 'or' || part.kind === 'not' ? null : (lead?.index ?? null))),
  ];
  const plan = lead === null ? scan(root, order) : led(lead, conditions, root, order);
  return { ...plan, where: join('AND', [...plan.where, ...conditions]), n, chats: place.chats };
}

type Start = Pick<Plan, 'source' | 'rank'> & { readonly where: readonly Sql[] };

// The indexes hold no hidden tweets; a row is looked at only where a condition asks for it.
function led({ index, expression }: Match, conditions: readonly Sql[], root: QueryNode, order: SearchOptions['order']): Start {
  const looks = conditions.some(({ text }) => /\bt\./.test(text));
  return {
    source: sql(looks ? `${index} CROSS JOIN tweets t ON t.n = ${index}.rowid` : index),
    rank: order === 'relevance' && rankExpression(root, index) !== null ? bm25(index) : null,
    where: [sql(`${index} MATCH ?`, expression)],
  };
}

function scan(root: QueryNode, order: SearchOptions['order']): Start {
  const where = [sql('t.context = 0 AND t.twin IS NULL')];
  const rankable = order === 'relevance' ? rankExpression(root, 'stems') : null;
  if (rankable === null) return { source: sql('tweets t'), rank: null, where };
  // Words that only some of the hits need to have still rank them.
  const ranked = `(SELECT rowid AS n, ${bm25('stems')} AS rank FROM stems WHERE stems MATCH ?) r`;
  return { source: sql(`tweets t LEFT JOIN ${ranked} ON r.n = t.n`, rankable), rank: 'COALESCE(r.rank, 0)', where };
}

function bm25(index: Index): string {
  return `bm25(${index}, ${WEIGHTS[index]})`;
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

// The first key of the index leaps from chat to chat, where DISTINCT would read every row.
function chatsOf(db: Database): string[] {
  const next = db.prepare<[string], { chat: string | null }>('SELECT min(chat) AS chat FROM sessions WHERE chat > ?');
  const chats: string[] = [];
  for (let chat = next.get('')?.chat; typeof chat === 'string'; chat = next.get(chat)?.chat) chats.push(chat);
  return chats;
}
