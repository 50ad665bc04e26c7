/** The tweets that are nearest to one, by the rare words they share. */
import type { Database } from 'better-sqlite3';
import { type Leaf, type Query, wantedLeaves } from '../query/ast.ts';
import { type FoldedHit, searchFolded } from './search-fold.ts';
import { quoted } from './search-quoted.ts';
import type { SearchOptions } from './search-plan.ts';

// Words that more tweets have than this tell little; of the others the rarest are asked for.
const COMMON = 10_000;
const MOST_WORDS = 8;

/** Tweets near to a tweet, nearest first: not itself, and no copies of it. `query` asks for any of its words. */
export function nearestTweets(
  db: Database,
  place: Pick<SearchOptions, 'chat' | 'zone'>,
  tweet: { readonly key: string; readonly text: string },
  query: Query,
  limit: number,
): FoldedHit[] {
  const rare = rarest(db, wantedLeaves(query.root));
  if (rare.length === 0) return [];
  const root: Query['root'] = {
    kind: 'and',
    parts: [
      rare.length === 1 && rare[0] !== undefined ? rare[0] : { kind: 'or', parts: rare },
      { kind: 'not', part: { kind: 'is', what: 'retweet' } },
    ],
  };
  // Itself is the nearest of all.
  const { hits } = searchFolded(db, { ...query, root }, { ...place, order: 'relevance', limit: limit + 1, countUpTo: COMMON });
  return hits.filter(({ key, text }) => key !== tweet.key && text !== tweet.text).slice(0, limit);
}

function rarest(db: Database, leaves: readonly Leaf[]): Leaf[] {
  const count = db.prepare<[string, number], number>('SELECT count(*) FROM (SELECT 1 FROM stems WHERE stems MATCH ? LIMIT ?)').pluck();
  const counted = leaves.flatMap((leaf) => (leaf.kind === 'word' ? [{ leaf, tweets: count.get(quoted(leaf.text), COMMON) ?? 0 }] : []));
  // A word that only this tweet has leads nowhere.
  const shared = counted.filter(({ tweets }) => tweets > 1).toSorted((a, b) => a.tweets - b.tweets);
  const telling = shared.filter(({ tweets }) => tweets < COMMON);
  return (telling.length > 0 ? telling : shared).slice(0, MOST_WORDS).map(({ leaf }) => leaf);
}
