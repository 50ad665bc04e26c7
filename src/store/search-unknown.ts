/** Tweets that a search leaves out because nobody told their counts. */
import type { Database } from 'better-sqlite3';
import type { Counted, Query } from '../query/ast.ts';
import { foundRows, type SearchOptions } from './search-plan.ts';

/** Of each `min_…:` that must hold: how many of the newest `most` tweets that fulfil all the rest carry no such count. */
export function unknownCounts(
  db: Database,
  query: Query,
  place: Pick<SearchOptions, 'chat' | 'zone'>,
  most: number,
): { readonly of: Counted; readonly tweets: number }[] {
  const parts = query.root.kind === 'and' ? query.root.parts : [query.root];
  const rest = parts.filter((part) => part.kind !== 'least');
  if (rest.length === parts.length) return [];
  const { text, values } = foundRows(db, { ...query, root: { kind: 'and', parts: rest } }, place);
  return parts.flatMap((part) => {
    if (part.kind !== 'least') return [];
    const count = db
      .prepare<unknown[], number>(
        `SELECT count(*) FROM (${text} ORDER BY n DESC LIMIT ?) h CROSS JOIN tweets t ON t.n = h.n WHERE t.${part.of} IS NULL`,
      )
      .pluck();
    const tweets = count.get(...values, most) ?? 0;
    return tweets === 0 ? [] : [{ of: part.of, tweets }];
  });
}
