/** A search, answered with whole tweets: folded, in their sessions, with what stands around them. */
import type { Query } from '../query/ast.ts';
import { type Leaf, wantedLeaves } from '../query/ast.ts';
import { wordsOf } from '../query/words.ts';
import { neighboursOf } from '../store/neighbours.ts';
import { searchFolded } from '../store/search-fold.ts';
import type { SearchOptions } from '../store/search-plan.ts';
import { search } from '../store/search.ts';
import { topicsOf } from '../store/session-views.ts';
import { handleSuggestion, suggestion } from '../store/suggestions.ts';
import { tweetsByKey } from '../store/tweet-views.ts';
import type { SearchView } from '../search-views.ts';
import type { Desk } from './verb.ts';

/** What to find, and how much of it. */
interface Wanted extends SearchOptions {
  readonly offset: number;
  readonly fold: boolean;
  /** Tweets around each hit. */
  readonly context: number;
  /** The search in words. */
  readonly read: string;
}

/** The answer to a search. */
export function findTweets({ db, chat }: Desk, query: Query, { fold, context, read, ...options }: Wanted): SearchView {
  const found = fold ? searchFolded(db, query, options) : search(db, query, options);
  const views = tweetsByKey(
    db,
    chat.name,
    found.hits.map(({ key }) => key),
  );
  const hits = found.hits.flatMap((hit) => {
    const tweet = views.get(hit.key)?.view;
    if (tweet === undefined) return [];
    const around = context > 0 ? neighboursOf(db, chat.name, tweet, context) : { before: [], after: [] };
    return [{ tweet, excerpt: hit.excerpt, again: 'again' in hit ? Number(hit.again) : 0, ...around }];
  });
  return {
    read,
    total: found.total,
    more: found.more,
    offset: options.offset,
    order: options.order === 'relevance' && found.hits.every(({ score }) => score === 0) ? 'newest' : options.order,
    hits,
    topics: topicsOf(db, chat.name, [...new Set(hits.flatMap(({ tweet }) => tweet.session ?? []))]),
    suggestion: found.total === 0 ? corrected(db, query) : null,
  };
}

// The search as typed, with the words that no tweet holds and the handles that nobody has replaced by the nearest ones.
function corrected(db: Desk['db'], query: Query): string | null {
  let text = query.text;
  for (const leaf of wantedLeaves(query.root)) {
    for (const [typed, near] of nearOf(db, leaf))
      if (near !== null) text = text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'iu'), near);
  }
  return text === query.text ? null : text;
}

function nearOf(db: Desk['db'], leaf: Leaf): [typed: string, near: string | null][] {
  if (leaf.kind === 'word' || leaf.kind === 'phrase') return wordsOf(leaf.text).map((word) => [word, suggestion(db, word)]);
  const isHandle = (leaf.kind === 'from' || leaf.kind === 'to' || leaf.kind === 'mention' || leaf.kind === 'mod') && /^\w+$/.test(leaf.who);
  return isHandle ? [[leaf.who, handleSuggestion(db, leaf.who)]] : [];
}
