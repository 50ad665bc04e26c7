/** A search made ready: where it looks, and for what. */
import type { Database } from 'better-sqlite3';
import type { Query, QueryNode } from '../query/ast.ts';
import { rowsWhere } from './search-condition.ts';
import type { Index } from './search-index.ts';
import { hasPrefix, isRankedAsFound, rankExpression } from './search-match.ts';
import { placeOf } from './search-place.ts';
import { type Rows, select } from './search-rows.ts';
import { join, sql, type Sql } from './search-sql.ts';

/** How to search. Dates in the query are those of `zone`; `chat` null searches every tweet of the archive. */
export interface SearchOptions {
  readonly chat: string | null;
  readonly zone: string;
  readonly order: 'relevance' | 'newest' | 'oldest';
  readonly limit: number;
  readonly offset?: number;
  /** Where to stop counting: of a word in most of a million tweets, the count takes longer than all the rest. */
  readonly countUpTo?: number;
}

/** A search made ready: what to ask of which index. */
export interface Plan extends Rows {
  readonly index: Index;
  /** The MATCH for the words by which the hits are ranked, whatever else they were found by; null for none. */
  readonly rankedBy: string | null;
  /** True when these words are all that the index is asked for. */
  readonly isRankedAsFound: boolean;
  /** Whose sessions the hits are placed in. */
  readonly chats: readonly string[];
  /** True for beginnings of words: the index gathers all of them anew in each run. */
  readonly slow: boolean;
}

/** Makes a search ready. */
export function planOf(db: Database, root: QueryNode, { chat, zone }: Pick<SearchOptions, 'chat' | 'zone'>): Plan {
  const place = placeOf(db, chat, zone, '');
  const { lead, ...rows } = rowsWhere(root, place);
  const { n, where } = rows;
  const rankedBy = lead.all === true ? null : rankExpression(root, lead.index);
  const member = chat === null ? [] : [sql(`EXISTS (SELECT 1 FROM chat_tweets c WHERE c.chat = ? AND c.n = ${n})`, chat)];
  return {
    ...rows,
    where: join('AND', [where, ...member]),
    rankedBy,
    isRankedAsFound: isRankedAsFound(root, lead.index),
    index: lead.index,
    chats: place.chats,
    slow: lead.index === 'plain' && hasPrefix(root),
  };
}

/** The rows that a search finds, as a query with the one column n. */
export function foundRows(db: Database, query: Query, options: Pick<SearchOptions, 'chat' | 'zone'>): Sql {
  return select(planOf(db, query.root, options));
}
