/**
 * Search: row numbers first, texts last. The index finds what it can, the tweets' own columns check the rest, and only
 * the tweets that are shown are read and marked.
 */
import type { Database } from 'better-sqlite3';
import type { Query } from '../query/ast.ts';
import { findRows } from './search-found.ts';
import { markHits, readHits, type SearchHit } from './search-hits.ts';
import { planOf, type SearchOptions } from './search-plan.ts';

/** The tweets a query means, in order, and how many there are in all: `total`, or more than that when `more` is true. */
export function search(db: Database, query: Query, options: SearchOptions): { hits: SearchHit[]; total: number; more: boolean } {
  const plan = planOf(db, query.root, options);
  const { found, total, more } = findRows(db, plan, options);
  return { hits: markHits(db, readHits(db, found, plan.chats), query.root), total, more };
}
