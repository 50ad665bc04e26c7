/** The row numbers that a search finds, in order, with their count. */
import type { Database } from 'better-sqlite3';
import { rowAt } from '../row-number.ts';
import type { Found } from './search-hits.ts';
import type { Plan, SearchOptions } from './search-plan.ts';
import { inRange, select } from './search-rows.ts';
import type { Sql } from './search-sql.ts';
import { plucked, rawRows, statement } from './statements.ts';

/** Tweets by row number, in order, and how many there are in all: `total`, or more than that when `more` is true. */
export interface FoundRows {
  readonly found: readonly Found[];
  readonly total: number;
  readonly more: boolean;
  /** What was read on the way to them, where that was read in time order. */
  readonly read: ReadRows | null;
}

/** All rows that a search finds from the first in its order on. */
export interface ReadRows {
  readonly rows: readonly string[];
  /** The row number of the last of them; null where no more can follow. */
  readonly last: string | null;
}

/** Up to here the tweets found are counted, when nothing else is asked for. */
export const MOST_COUNTED = 1000;

// Ranking costs in proportion to the hits: of a word that very many tweets have, only the newest are ranked.
const MOST_RANKED = 2000;
// Of fewer hits than this each is ranked, whatever the words.
const FEW = 1000;
// Row numbers of eight days, and up to how many hits of them are read at once.
const WEEK = rowAt(8 * 86_400_000) - rowAt(0);
const MOST_OF_WEEK = 5000;
// Of the columns text, author, tags, words, links, and then, of the stems only, question, topic and traits.
const WEIGHTS = { stems: '10, 4, 6, 4, 3, 2, 1, 0', plain: '10, 4, 6, 4, 3' };

/** The rows of a plan, in order, with the count. */
export function findRows(db: Database, plan: Plan, options: Omit<SearchOptions, 'chat' | 'zone'>): FoundRows {
  const { limit, offset = 0, order, countUpTo = MOST_COUNTED } = options;
  const isRanked = order === 'relevance' && plan.rankedBy !== null;
  const most = Math.max(countUpTo, offset + limit, isRanked ? MOST_RANKED : 0) + 1;
  const direction = order === 'oldest' ? 'ASC' : 'DESC';
  const wanted = { most, limit, offset, floor: isRanked ? MOST_RANKED - 1 : null };
  const rows = rowsAtOnce(db, plan, direction, wanted);
  const seen = rows === null ? (isRanked ? ranked : inTime)(db, plan, direction, wanted) : inTimeAtOnce(rows, wanted);
  const { counted, read } = seen;
  const more = counted > countUpTo;
  const counts = { total: more ? countUpTo : counted, more, read };
  if (!isRanked || isEverywhere(db, plan, seen)) return { found: seen.rows, ...counts };
  return { found: nearest(db, plan, seen, { limit, offset }), ...counts };
}

interface InTime {
  readonly rows: readonly Found[];
  readonly counted: number;
  /** The row number of the last tweet that is ranked, or of the last of all; null for none, or when none was asked for. */
  readonly floor: string | null;
  /** The row number of the newest; as the floor. */
  readonly top: string | null;
  /** The row numbers of those that are ranked, as JSON; null when none was asked for. */
  readonly ranked: string | null;
  /** As of what was found. */
  readonly read: ReadRows | null;
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

interface Wanted extends Page {
  readonly most: number;
  /** Which of the tweets is the floor. */
  readonly floor: number | null;
}

// One run of the index gives the count, the page, and where ranking stops.
function ranked(db: Database, plan: Plan, direction: 'ASC' | 'DESC', { most, limit, offset, floor }: Wanted): InTime {
  const { text, values } = hitsOf(plan, direction, most);
  const found = statement<
    unknown[],
    { n: string | null; counted: number; floor: string | null; top: string | null; ranked: string | null }
  >(
    db,
    `WITH hits AS MATERIALIZED (${text})
     SELECT h.n, c.* FROM (
       SELECT count(*) AS counted, CAST(COALESCE((SELECT n FROM hits LIMIT 1 OFFSET ${floor}), min(n)) AS TEXT) AS floor, CAST(max(n) AS TEXT) AS top,
              ${plan.isRankedAsFound ? 'NULL' : `(SELECT json_group_array(n) FROM (SELECT n FROM hits LIMIT ${MOST_RANKED}))`} AS ranked
       FROM hits) c LEFT JOIN (SELECT CAST(n AS TEXT) AS n FROM hits LIMIT ? OFFSET ?) h`,
  ).all(...values, limit, offset);
  return {
    rows: found.flatMap(({ n }) => (n === null ? [] : [{ n, score: 0 }])),
    counted: found[0]?.counted ?? 0,
    floor: found[0]?.floor ?? null,
    top: found[0]?.top ?? null,
    ranked: found[0]?.ranked ?? null,
    read: null,
  };
}

// The index is read far faster the way it is written, from the oldest on: so all that are counted are read that way, and the
// newest of them once more only where there are others besides.
function inTime(db: Database, plan: Plan, direction: 'ASC' | 'DESC', wanted: Wanted): InTime {
  const { most, limit, offset } = wanted;
  const { counted, rows } = rowsOf(db, hitsOf(plan, 'ASC', most));
  if (direction === 'ASC') return inTimeAtOnce(rows(), wanted);
  if (counted < most) return inTimeAtOnce(rows().toReversed(), wanted);
  const newest = rowsOf(db, hitsOf(plan, 'DESC', limit + offset)).rows();
  return { ...inTimeAtOnce(newest, { ...wanted, most: limit + offset }), counted };
}

function readOf(rows: readonly string[], asked: number): ReadRows {
  return { rows, last: rows.length < asked ? null : (rows.at(-1) ?? null) };
}

// In one text: to step through as many rows takes as long as to find them.
function rowsOf(db: Database, { text, values }: Sql): { readonly counted: number; readonly rows: () => string[] } {
  const [counted, list] = rawRows<unknown[], [number, string | null]>(db, `SELECT count(*), group_concat(n) FROM (${text})`).get(
    ...values,
  ) ?? [0, null];
  return { counted, rows: () => list?.split(',') ?? [] };
}

// Null where it is quicker to stop early.
function rowsAtOnce(db: Database, plan: Plan, direction: 'ASC' | 'DESC', { most, limit, offset, floor }: Wanted): string[] | null {
  if (plan.range.last - plan.range.first < WEEK) {
    // To come to a week from the newest tweet takes longer than to read the week.
    const { counted, rows } = rowsOf(db, hitsOf(plan, 'ASC', MOST_OF_WEEK + 1));
    if (counted <= MOST_OF_WEEK) return (direction === 'ASC' ? rows() : rows().toReversed()).slice(0, most);
  }
  const isAllShown = floor === null && limit + offset >= most - 1;
  return plan.slow || isAllShown ? rowsOf(db, hitsOf(plan, direction, most)).rows() : null;
}

function inTimeAtOnce(all: readonly string[], { most, limit, offset, floor }: Wanted): InTime {
  return {
    rows: all.slice(offset, offset + limit).map((n) => ({ n, score: 0 })),
    counted: all.length,
    floor: floor === null ? null : (all[floor] ?? all.at(-1) ?? null),
    top: all[0] ?? null,
    ranked: `[${all.slice(0, MOST_RANKED).join()}]`,
    read: readOf(all, most),
  };
}

function hitsOf(plan: Plan, direction: 'ASC' | 'DESC', most: number): Sql {
  const { text, values } = select(plan);
  return { text: `${text} ORDER BY ${plan.n} ${direction} LIMIT ?`, values: [...values, most] };
}

// Words that half of the tweets of that time or more have tell nothing of any of them.
function isEverywhere(db: Database, { index }: Plan, { counted, floor, top }: InTime): boolean {
  if (counted < FEW || floor === null || top === null) return false;
  const seen = Math.min(counted, MOST_RANKED);
  const rows = plucked<[bigint, bigint, number], number>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM ${index}_docsize WHERE id BETWEEN ? AND ? LIMIT ?)`,
  );
  return (rows.get(BigInt(floor), BigInt(top), seen * 2 + 1) ?? 0) <= seen * 2;
}

function nearest(db: Database, plan: Plan, { counted, floor, top, ranked: rows }: InTime, { limit, offset }: Page): Found[] {
  if (floor === null || top === null) return [];
  const newest = inRange(plan, { first: BigInt(floor), last: BigInt(top) });
  const { text, values } = plan.isRankedAsFound || rows === null ? scoredAsFound(newest) : scored(newest, rows);
  const found = statement<unknown[], Found>(
    db,
    `SELECT CAST(n AS TEXT) AS n, score FROM (${text}) ORDER BY score DESC, n DESC LIMIT ? OFFSET ?`,
  ).all(...values, limit, offset);
  if (counted <= MOST_RANKED || found.length === limit) return found;
  const rest = { limit: limit - found.length, offset: Math.max(0, offset - MOST_RANKED) };
  const older = inRange(plan, { last: BigInt(floor) - 1n });
  const more = rowsOf(db, hitsOf(older, 'DESC', rest.limit + rest.offset)).rows();
  return [...found, ...more.slice(rest.offset).map((n) => ({ n, score: 0 }))];
}

function scoreOf({ index }: Plan): string {
  return `-bm25(${index}, ${WEIGHTS[index]}) AS score`;
}

function scoredAsFound(plan: Plan): Sql {
  const { text, values } = select(plan, `${plan.n} AS n, ${scoreOf(plan)}`);
  return { text: `${text} ORDER BY ${plan.n}`, values };
}

// How rare a word is costs a count of all that have it: so only the words that rank are asked for, and not what filters.
function scored(plan: Plan, rows: string): Sql {
  const { index, rankedBy, range } = plan;
  return {
    text: `WITH hits AS MATERIALIZED (SELECT value AS n FROM json_each(?)),
      scores AS MATERIALIZED (SELECT rowid AS n, ${scoreOf(plan)} FROM ${index}
        WHERE ${index} MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT n FROM hits))
      SELECT h.n, COALESCE(s.score, 0) AS score FROM hits h LEFT JOIN scores s ON s.n = h.n`,
    values: [rows, rankedBy, range.first, range.last],
  };
}
