/** Whether a `thread:{…}` finds more tweets than have their threads followed. */
import type { Database } from 'better-sqlite3';
import type { Query, QueryNode } from '../query/ast.ts';
import { MOST_THREADS } from './search-condition.ts';
import { foundRows, type SearchOptions } from './search-plan.ts';

/** True when some threads are left out of what a search finds. */
export function cutThreads(db: Database, query: Query, { zone }: Pick<SearchOptions, 'zone'>): boolean {
  return threadsIn(query.root).some((root) => {
    const { text, values } = foundRows(db, { ...query, root }, { chat: null, zone });
    return db.prepare(`${text} LIMIT 1 OFFSET ${MOST_THREADS}`).get(...values) !== undefined;
  });
}

function threadsIn(node: QueryNode): QueryNode[] {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.flatMap(threadsIn);
  if (node.kind === 'threadOf') return [node.part, ...threadsIn(node.part)];
  return node.kind === 'not' || node.kind === 'saved' ? threadsIn(node.part) : [];
}
