/** What stands around a tweet: in its conversation, else in its session. */
import type { Database } from 'better-sqlite3';
import type { TweetView } from '../views.ts';
import { conversationOf } from './threads.ts';
import { tweetsByKey } from './tweet-views.ts';

/** Tweets before and after one, in time order. */
export interface Neighbours {
  readonly before: readonly TweetView[];
  readonly after: readonly TweetView[];
}

/** Up to `most` tweets before and after a tweet: what it answers and what answers it, else its neighbours in the session. */
export function neighboursOf(db: Database, chat: string, tweet: TweetView, most: number): Neighbours {
  const thread = inThread(db, chat, tweet.key, most);
  return thread.before.length + thread.after.length > 0 ? thread : inSession(db, chat, tweet, most);
}

function inThread(db: Database, chat: string, key: string, most: number): Neighbours {
  const tied = new Map(conversationOf(db, chat, key).map((one) => [one.key, one]));
  const before: TweetView[] = [];
  for (let parent = tied.get(key)?.parent; parent && before.length < most;) {
    const own = tied.get(parent);
    if (own === undefined || before.includes(own.view)) break;
    before.unshift(own.view);
    parent = own.parent;
  }
  const after = [...tied.values()].filter(({ parent }) => parent === key).toSorted((a, b) => a.createdAt - b.createdAt);
  return { before, after: after.slice(0, most).map(({ view }) => view) };
}

function inSession(db: Database, chat: string, { key, session }: TweetView, most: number): Neighbours {
  if (session === null) return { before: [], after: [] };
  const rows = (comparison: '<' | '>', direction: 'DESC' | 'ASC') =>
    db
      .prepare<[string, string, string, string, number], { key: string }>(
        `SELECT COALESCE(t.key, CAST(t.n AS TEXT)) AS key FROM placements p JOIN tweets t ON t.n = p.n
         WHERE p.chat = ? AND p.session = ? AND t.is_retweet = 0
           AND p.n ${comparison} (SELECT n FROM tweets WHERE key = ? UNION SELECT n FROM tweets WHERE n = CAST(? AS INTEGER) AND key IS NULL)
         ORDER BY p.n ${direction} LIMIT ?`,
      )
      .all(chat, session, key, key, most)
      .map((row) => row.key);
  const views = (keys: readonly string[]) => {
    const found = tweetsByKey(db, chat, keys);
    return keys.flatMap((one) => found.get(one)?.view ?? []);
  };
  return { before: views(rows('<', 'DESC').toReversed()), after: views(rows('>', 'ASC')) };
}
