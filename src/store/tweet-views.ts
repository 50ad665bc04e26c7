/** Reading tweets with what was recognised of them. */
import type { Database } from 'better-sqlite3';
import type { AttributedBy, Role } from '../chat.ts';
import { kindOf, type Tweet, tweetUrl } from '../tweet.ts';
import type { TweetView } from '../views.ts';
import type { Scope } from './scope.ts';
import { TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

/** A tweet row with its place in the chat. */
export interface PlacedRow extends TweetRow {
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
  readonly attributed_by: AttributedBy | null;
}

const PLACED_FIELDS = `${TWEET_FIELDS}, p.session, p.role, p.question, p.attributed_by`;

/** Tweets of a scope (of its session, where it names one), in time order, a row at a time. */
export function* eachScoped(db: Database, scope: Scope): Generator<{ tweet: Tweet; view: TweetView }> {
  const rows = db
    .prepare<[string, bigint, bigint, string | null], PlacedRow>(
      `SELECT ${PLACED_FIELDS} FROM chat_tweets c JOIN tweets t ON t.n = c.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = ?1 AND c.n BETWEEN ?2 AND ?3 AND t.context = 0 AND (?4 IS NULL OR p.session = ?4) ORDER BY c.n`,
    )
    .iterate(scope.chat.name, ...bounds(db, scope), scope.session);
  for (const row of rows) {
    const tweet = tweetOf(row);
    yield { tweet, view: viewOf(tweet, row) };
  }
}

/** The same, all at once. */
export function scopedTweets(db: Database, scope: Scope): TweetView[] {
  return Array.from(eachScoped(db, scope), ({ view }) => view);
}

/** Tweets by key, in the order given; those the archive lacks are left out. Context tweets are included. */
export function tweetsByKey(db: Database, chat: string, keys: readonly string[]): Map<string, { tweet: Tweet; view: TweetView }> {
  const get = db.prepare<[string, string], PlacedRow>(
    `SELECT ${PLACED_FIELDS} FROM tweets t LEFT JOIN placements p ON p.chat = ?1 AND p.n = t.n
     WHERE (t.n = CAST(?2 AS INTEGER) AND t.key IS NULL) OR t.key = ?2`,
  );
  const found = keys.flatMap((key) => {
    const row = get.get(chat, key);
    if (row === undefined) return [];
    const tweet = tweetOf(row);
    return [[row.key, { tweet, view: viewOf(tweet, row) }] as const];
  });
  return new Map(found);
}

// A session may begin before midnight of its date or run past it: its own tweets decide, not the day.
function bounds(db: Database, scope: Scope): [bigint, bigint] {
  if (scope.session === null) return [scope.first, scope.last];
  const row = db
    .prepare<[string, string], { first: bigint | null; last: bigint | null }>('SELECT min(n) AS first, max(n) AS last FROM placements WHERE chat = ? AND session = ?')
    .safeIntegers()
    .get(scope.chat.name, scope.session);
  return [row?.first ?? scope.first, row?.last ?? scope.last];
}

function viewOf(tweet: Tweet, row: PlacedRow): TweetView {
  return {
    key: tweet.key,
    url: tweetUrl(tweet),
    author: tweet.author,
    authorName: tweet.authorName,
    createdAt: tweet.createdAt,
    text: tweet.text,
    kind: kindOf(tweet),
    links: tweet.links,
    media: tweet.media.length,
    likes: tweet.likes,
    retweets: tweet.retweets,
    session: row.session,
    role: row.role,
    question: row.question,
    attributedBy: row.attributed_by,
  };
}
