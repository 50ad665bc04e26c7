/** Reading conversations: tweets with their parents and children, wherever those are. */
import type { Database } from 'better-sqlite3';
import type { Tweet } from '../tweet.ts';
import type { TweetView } from '../views.ts';
import { mentionsIn, type Mentions } from './mentions.ts';
import type { Scope } from './scope.ts';
import { statement } from './statements.ts';
import { reference } from './tweet-row.ts';
import { eachScoped, tweetsByKey } from './tweet-views.ts';

/** A tweet of a conversation; `parent` is the key it replies to, else the one it quotes, else the one a mention tells. */
export interface ThreadTweet {
  readonly key: string;
  readonly parent: string | null;
  /** True when a mention tells the parent. */
  readonly inferred: boolean;
  readonly createdAt: number;
  readonly view: TweetView;
}

/** A conversation is not followed further than this: a guard against a whole archive in one thread. */
const MOST = 20_000;

/** The conversations that the tweets of a scope take part in, with the parts of them outside it. */
export function conversationsIn(db: Database, scope: Scope): ThreadTweet[] {
  const tied = new Map<string, ThreadTweet>();
  for (const { tweet, view } of eachScoped(db, scope)) if (!tweet.isRetweet) tied.set(tweet.key, threadTweet(tweet, view));
  addParents(db, scope.chat.name, tied);
  addChildren(db, scope.chat.name, tied);
  addMentions(db, scope.chat.name, tied);
  return [...tied.values()];
}

/** The whole conversation that a tweet is part of: up to its first tweet, then everything below. */
export function conversationOf(db: Database, chat: string, key: string): ThreadTweet[] {
  const tied = new Map<string, ThreadTweet>();
  const found = tweetsByKey(db, chat, [key]).get(key);
  if (found !== undefined) tied.set(key, threadTweet(found.tweet, found.view));
  // A parent that was never exported can still be asked for by its id: its children know it.
  const children = found === undefined ? childrenOf(db, [key]) : [];
  addKeys(db, chat, tied, children);
  addParents(db, chat, tied);
  addChildren(
    db,
    chat,
    tied,
    [...tied.values()].flatMap(({ key: own, parent }) => (parent === null || tied.has(parent) ? [own] : [own, parent])),
  );
  addMentions(db, chat, tied);
  return [...tied.values()];
}

/** The first tweet of the conversation of any tweet, as far up as references lead. Parents are read once. */
export function threadFinder(db: Database): (key: string) => string {
  const rows = db
    .prepare<[], { key: string; parent: string }>(
      `SELECT COALESCE(key, CAST(n AS TEXT)) AS key, CAST(COALESCE(reply_to, quote_of) AS TEXT) AS parent FROM tweets
       WHERE is_retweet = 0 AND COALESCE(reply_to, quote_of) IS NOT NULL ORDER BY n`,
    )
    .all();
  const parents = new Map(rows.map(({ key, parent }) => [key, parent]));
  const roots = new Map<string, string>();
  return (key) => {
    const path: string[] = [];
    let at = key;
    while (!roots.has(at) && parents.has(at) && !path.includes(at)) {
      path.push(at);
      at = parents.get(at) ?? at;
    }
    const root = roots.get(at) ?? at;
    for (const step of path) roots.set(step, root);
    return root;
  };
}

function threadTweet(tweet: Tweet, view: TweetView): ThreadTweet {
  return {
    key: tweet.key,
    parent: tweet.isRetweet ? null : (tweet.replyTo ?? tweet.quoteOf),
    inferred: false,
    createdAt: tweet.createdAt,
    view,
  };
}

function addKeys(db: Database, chat: string, tied: Map<string, ThreadTweet>, keys: readonly string[]): string[] {
  const fresh = keys.filter((key) => !tied.has(key));
  const added: string[] = [];
  for (const { tweet, view } of tweetsByKey(db, chat, fresh).values()) {
    tied.set(tweet.key, threadTweet(tweet, view));
    added.push(tweet.key);
  }
  return added;
}

function addParents(db: Database, chat: string, tied: Map<string, ThreadTweet>): void {
  let wanted = [...tied.values()].flatMap(({ parent }) => parent ?? []);
  while (wanted.length > 0 && tied.size < MOST) {
    wanted = addKeys(db, chat, tied, [...new Set(wanted)]).flatMap((key) => tied.get(key)?.parent ?? []);
  }
}

function addChildren(db: Database, chat: string, tied: Map<string, ThreadTweet>, from: readonly string[] = [...tied.keys()]): void {
  let wanted: readonly string[] = from;
  while (wanted.length > 0 && tied.size < MOST) wanted = addKeys(db, chat, tied, childrenOf(db, wanted));
}

// Each tweet that a mention brings in may bring others by reference, and those others by mention.
function addMentions(db: Database, chat: string, tied: Map<string, ThreadTweet>): void {
  const mentions = mentionsIn(db, chat);
  let fresh: readonly string[] = [...tied.keys()];
  while (fresh.length > 0) {
    for (const key of fresh) tie(key, tied, mentions);
    if (tied.size >= MOST) return;
    const wanted = fresh.flatMap((key) => [mentions.parentOf(key) ?? [], mentions.childrenOf(key)].flat());
    const before = new Set(tied.keys());
    const added = addKeys(db, chat, tied, [...new Set(wanted)]);
    if (added.length > 0) addParents(db, chat, tied);
    addChildren(db, chat, tied, added);
    fresh = [...tied.keys()].filter((key) => !before.has(key));
  }
}

function tie(key: string, tied: Map<string, ThreadTweet>, mentions: Mentions): void {
  const tweet = tied.get(key);
  if (tweet === undefined || tweet.view.session === null) return;
  const parent = mentions.parentOf(key);
  if (tweet.parent === null && parent !== undefined) tied.set(key, { ...tweet, parent, inferred: true });
}

function childrenOf(db: Database, keys: readonly string[]): string[] {
  const children = statement<[{ key: bigint | string | null }], { key: string }>(
    db,
    `SELECT COALESCE(key, CAST(n AS TEXT)) AS key FROM tweets WHERE reply_to = @key AND is_retweet = 0
     UNION SELECT COALESCE(key, CAST(n AS TEXT)) FROM tweets WHERE quote_of = @key AND reply_to IS NULL AND is_retweet = 0 ORDER BY 1`,
  );
  return keys.flatMap((key) => children.all({ key: reference(key) }).map((row) => row.key));
}
