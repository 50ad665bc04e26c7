/** Reading tweets with what was recognised of them. */
import type { Database } from 'better-sqlite3';
import type { AttributedBy, Role } from '../chat.ts';
import { kindOf, type Tweet, tweetUrl } from '../tweet.ts';
import type { Marks, TweetView } from '../views.ts';
import { marksFinder, NO_MARKS } from './marks.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';
import { TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

/** A tweet row with its place in the chat. */
interface PlacedRow extends TweetRow {
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
  readonly attributed_by: AttributedBy | null;
  readonly certainty: number | null;
}

const PLACED_FIELDS = `${TWEET_FIELDS}, p.session, p.role, p.question, p.attributed_by, p.certainty`;

/** A tweet, whole and as it is shown. */
export interface Placed {
  readonly tweet: Tweet;
  readonly view: TweetView;
}

/** Tweets of a scope (of its session, where it names one), in time order, a row at a time. */
export function* eachScoped(db: Database, scope: Scope): Generator<Placed> {
  const rows = db
    .prepare<[ScopeBinding], PlacedRow>(
      `SELECT ${PLACED_FIELDS} FROM chat_tweets c JOIN tweets t ON t.n = c.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND (@session IS NULL OR p.session = @session) ORDER BY c.n`,
    )
    .iterate(bindingOf(db, scope));
  const marksOf = marksFinder(db, 'tweet');
  for (const row of rows) {
    const tweet = tweetOf(row);
    yield { tweet, view: viewOf(tweet, row, marksOf) };
  }
}

/** The same, all at once. */
export function scopedTweets(db: Database, scope: Scope): TweetView[] {
  return Array.from(eachScoped(db, scope), ({ view }) => view);
}

/** Tweets by key, in the order given; those the archive lacks are left out. Context tweets are included. */
export function tweetsByKey(db: Database, chat: string, keys: readonly string[]): Map<string, { tweet: Tweet; view: TweetView }> {
  const get = db.prepare<[{ chat: string; key: string }], PlacedRow>(
    `SELECT ${PLACED_FIELDS} FROM tweets t LEFT JOIN placements p ON p.chat = @chat AND p.n = t.n
     WHERE (t.n = CAST(@key AS INTEGER) AND t.key IS NULL) OR t.key = @key`,
  );
  const marksOf = marksFinder(db, 'tweet');
  const found = keys.flatMap((key) => {
    const row = get.get({ chat, key });
    if (row === undefined) return [];
    const tweet = tweetOf(row);
    return [[row.key, { tweet, view: viewOf(tweet, row, marksOf) }] as const];
  });
  return new Map(found);
}

function viewOf(tweet: Tweet, row: PlacedRow, marksOf: (key: string) => Marks): TweetView {
  const marks = marksOf(tweet.key);
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
    certainty: row.certainty,
    ...(marks === NO_MARKS ? {} : { marks }),
  };
}
