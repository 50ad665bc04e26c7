/** Reading tweets with what was recognised of them. */
import type { Database } from 'better-sqlite3';
import type { AttributedBy, Role } from '../chat.ts';
import { kindOf, type Tweet, tweetUrl } from '../tweet.ts';
import type { Marks, TweetView } from '../views.ts';
import { marksFinder, NO_MARKS } from './marks.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';
import { statement } from './statements.ts';
import { OF_KEY, sharedIn, TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

/** What a view needs of a tweet's row, and its place in the chat. */
interface ShownRow extends Pick<TweetRow, Shown> {
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
  readonly attributed_by: AttributedBy | null;
  readonly certainty: number | null;
}

type Shown =
  | 'key'
  | 'network'
  | 'author'
  | 'author_name'
  | 'created_at'
  | 'text'
  | 'is_retweet'
  | 'reply_to'
  | 'reply_to_author'
  | 'quote_of'
  | 'likes'
  | 'retweets'
  | 'entities';

/** A tweet row with its place in the chat. */
type PlacedRow = TweetRow & ShownRow;

const PLACE_FIELDS = 'p.session, p.role, p.question, p.attributed_by, p.certainty';
const PLACED_FIELDS = `${TWEET_FIELDS}, ${PLACE_FIELDS}`;
const SHOWN_FIELDS = `
  COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.network, t.author, t.author_name, t.created_at, t.text, t.is_retweet,
  CAST(t.reply_to AS TEXT) AS reply_to, t.reply_to_author, CAST(t.quote_of AS TEXT) AS quote_of, t.likes, t.retweets, t.entities,
  ${PLACE_FIELDS}`;

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
    yield { tweet, view: viewOf(row, tweet, marksOf) };
  }
}

/** The same, all at once. */
export function scopedTweets(db: Database, scope: Scope): TweetView[] {
  return Array.from(eachScoped(db, scope), ({ view }) => view);
}

/** The answers of a session, by key. */
export function answersOf(db: Database, chat: string, session: string): Map<string, TweetView> {
  const marksOf = marksFinder(db, 'tweet');
  const rows = db
    .prepare<[string, string], AnswerValues>(
      `SELECT ${SHOWN_FIELDS} FROM placements p CROSS JOIN tweets t ON t.n = p.n
       WHERE p.chat = ? AND p.session = ? AND p.role = 'answer' AND t.context = 0 ORDER BY p.n`,
    )
    .raw()
    .all(chat, session);
  return new Map(
    rows.map((values) => {
      const row = shownRow(values);
      return [row.key, viewOf(row, sharedIn(row.entities), marksOf)];
    }),
  );
}

type AnswerValues = readonly [
  key: ShownRow['key'],
  network: ShownRow['network'],
  author: ShownRow['author'],
  author_name: ShownRow['author_name'],
  created_at: ShownRow['created_at'],
  text: ShownRow['text'],
  is_retweet: ShownRow['is_retweet'],
  reply_to: ShownRow['reply_to'],
  reply_to_author: ShownRow['reply_to_author'],
  quote_of: ShownRow['quote_of'],
  likes: ShownRow['likes'],
  retweets: ShownRow['retweets'],
  entities: ShownRow['entities'],
  session: ShownRow['session'],
  role: ShownRow['role'],
  question: ShownRow['question'],
  attributed_by: ShownRow['attributed_by'],
  certainty: ShownRow['certainty'],
];

// Rows of values are read in half the time that rows with names take: a session has thousands of answers.
function shownRow(values: AnswerValues): ShownRow {
  const [key, network, author, author_name, created_at, text, is_retweet, reply_to, reply_to_author, quote_of, likes, retweets] = values;
  const { 12: entities, 13: session, 14: role, 15: question, 16: attributed_by, 17: certainty } = values;
  const tweet = { key, network, author, author_name, created_at, text, is_retweet, reply_to, reply_to_author, quote_of, likes, retweets };
  return { ...tweet, entities, session, role, question, attributed_by, certainty };
}

/** Tweets by key, in the order given; those the archive lacks are left out. Context tweets are included. */
export function tweetsByKey(db: Database, chat: string, keys: readonly string[]): Map<string, Placed> {
  const find = tweetFinder(db, chat);
  return new Map(
    keys.flatMap((key) => {
      const found = find(key);
      return found === null ? [] : [[found.tweet.key, found] as const];
    }),
  );
}

/** A function that gives a tweet by its key, a context tweet too; null for one that the archive lacks. */
export function tweetFinder(db: Database, chat: string): (key: string) => Placed | null {
  const get = statement<[{ chat: string; key: string }], PlacedRow>(
    db,
    `SELECT ${PLACED_FIELDS} FROM tweets t LEFT JOIN placements p ON p.chat = @chat AND p.n = t.n
     WHERE ${OF_KEY}`,
  );
  const marksOf = marksFinder(db, 'tweet');
  return (key) => {
    const row = get.get({ chat, key });
    if (row === undefined) return null;
    const tweet = tweetOf(row);
    return { tweet, view: viewOf(row, tweet, marksOf) };
  };
}

function viewOf(row: ShownRow, { links, media }: Pick<Tweet, 'links' | 'media'>, marksOf: (key: string) => Marks): TweetView {
  const { key, network, author, text, likes, retweets, session, role, question, certainty } = row;
  const marks = marksOf(key);
  return {
    key,
    url: tweetUrl({ key, network, author }),
    author,
    authorName: row.author_name,
    createdAt: row.created_at,
    text,
    kind: kindOf({
      isRetweet: row.is_retweet === 1,
      replyTo: row.reply_to,
      replyToAuthor: row.reply_to_author,
      quoteOf: row.quote_of,
    }),
    links,
    media: media.length,
    likes,
    retweets,
    session,
    role,
    question,
    attributedBy: row.attributed_by,
    certainty,
    ...(marks === NO_MARKS ? {} : { marks }),
  };
}
