/** Tweets that a search leaves out because nobody told their counts. */
import type { Database } from 'better-sqlite3';
import type { Counted, Query } from '../query/ast.ts';
import { foundRows, type SearchOptions } from './search.ts';
import { sql } from './search-sql.ts';

/** Of each `min_…:` that must hold: how many tweets fulfil all the rest, but carry no such count. */
export function unknownCounts(
  db: Database,
  query: Query,
  place: Pick<SearchOptions, 'chat' | 'zone'>,
): { readonly of: Counted; readonly tweets: number }[] {
  const parts = query.root.kind === 'and' ? query.root.parts : [query.root];
  const rest = parts.filter((part) => part.kind !== 'least');
  if (rest.length === parts.length) return [];
  const { text, values } =
    rest.length === 0
      ? sql('SELECT n FROM tweets WHERE context = 0 AND twin IS NULL')
      : foundRows(db, { ...query, root: { kind: 'and', parts: rest } }, place);
  return parts.flatMap((part) => {
    if (part.kind !== 'least') return [];
    const count = db
      .prepare<unknown[], number>(`SELECT count(*) FROM (${text}) h JOIN tweets t ON t.n = h.n WHERE t.${part.of} IS NULL`)
      .pluck();
    const tweets = count.get(...values) ?? 0;
    return tweets === 0 ? [] : [{ of: part.of, tweets }];
  });
}
