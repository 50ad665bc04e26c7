/** Tweet <-> row of the tweets table. */
import { isRowKey, rowNumberOf } from '../row-number.ts';
import type { Link, Media, Network, Tweet } from '../tweet.ts';
import { searchText } from '../normalise/search-text.ts';

/** A value as it is bound. */
export type Value = string | number | bigint | null;

const TWEET_COLUMNS = [
  'key',
  'network',
  'author',
  'author_name',
  'author_id',
  'created_at',
  'text',
  'truncated',
  'is_retweet',
  'reply_to',
  'reply_to_author',
  'retweet_of',
  'retweet_of_author',
  'quote_of',
  'conversation',
  'likes',
  'retweets',
  'replies',
  'quotes',
  'lang',
  'client',
  'section',
  'entities',
  'context',
  'search_text',
  'search_tags',
  'search_words',
] as const;

/** Every column but n, in the order of `rowValues`. */
export const COLUMNS: readonly string[] = TWEET_COLUMNS;

/** The columns that `tweetOf` reads, with 64-bit numbers as text: `SELECT ${TWEET_FIELDS} FROM tweets t`. */
export const TWEET_FIELDS = `
  COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.network, t.author, t.author_name, t.author_id, t.created_at, t.text, t.truncated,
  t.is_retweet, CAST(t.reply_to AS TEXT) AS reply_to, t.reply_to_author, CAST(t.retweet_of AS TEXT) AS retweet_of,
  t.retweet_of_author, CAST(t.quote_of AS TEXT) AS quote_of, CAST(t.conversation AS TEXT) AS conversation, t.likes, t.retweets,
  t.replies, t.quotes, t.lang, t.client, t.section, t.entities, t.context`;

/** That a tweet (`t`) has the key `@key`. */
export const OF_KEY = '((t.n = CAST(@key AS INTEGER) AND t.key IS NULL) OR t.key = @key)';

/** A row of `TWEET_FIELDS`. */
export interface TweetRow {
  readonly key: string;
  readonly network: Network;
  readonly author: string | null;
  readonly author_name: string | null;
  readonly author_id: string | null;
  readonly created_at: number;
  readonly text: string;
  readonly truncated: number;
  readonly is_retweet: number;
  readonly reply_to: string | null;
  readonly reply_to_author: string | null;
  readonly retweet_of: string | null;
  readonly retweet_of_author: string | null;
  readonly quote_of: string | null;
  readonly conversation: string | null;
  readonly likes: number | null;
  readonly retweets: number | null;
  readonly replies: number | null;
  readonly quotes: number | null;
  readonly lang: string | null;
  readonly client: string | null;
  readonly section: string | null;
  readonly entities: string | null;
  readonly context: number;
}

interface Entities {
  readonly links?: readonly Link[];
  readonly media?: readonly Media[];
  readonly hashtags?: readonly string[];
  readonly mentions?: readonly string[];
}

/** The tweet a row holds. */
export function tweetOf(row: TweetRow): Tweet {
  const entities = row.entities === null ? {} : entitiesIn(row.entities);
  return {
    key: row.key,
    network: row.network,
    author: row.author,
    authorName: row.author_name,
    authorId: row.author_id,
    createdAt: row.created_at,
    text: row.text,
    truncated: row.truncated === 1,
    isRetweet: row.is_retweet === 1,
    replyTo: row.reply_to,
    replyToAuthor: row.reply_to_author,
    retweetOf: row.retweet_of,
    retweetOfAuthor: row.retweet_of_author,
    quoteOf: row.quote_of,
    conversation: row.conversation,
    links: entities.links ?? [],
    media: entities.media ?? [],
    hashtags: entities.hashtags ?? [],
    mentions: entities.mentions ?? [],
    likes: row.likes,
    retweets: row.retweets,
    replies: row.replies,
    quotes: row.quotes,
    lang: row.lang,
    client: row.client,
    section: row.section,
    context: row.context === 1,
  };
}

/** What an entities column holds. */
export function entitiesIn(json: string): Entities {
  return JSON.parse(json) as Entities;
}

/** The links and media in an entities column; few have any. */
export function sharedIn(entities: string | null): Pick<Tweet, 'links' | 'media'> {
  const found = entities !== null && /"(?:links|media)":/.test(entities) ? entitiesIn(entities) : {};
  return { links: found.links ?? [], media: found.media ?? [] };
}

/** The values of `COLUMNS` for a tweet; they are equal exactly when the tweets are. */
export function rowValues(tweet: Tweet, n: bigint): Value[] {
  const search = searchText(tweet);
  return [
    isRowKey(tweet.key, n) ? null : tweet.key,
    tweet.network,
    tweet.author,
    tweet.authorName,
    tweet.authorId,
    tweet.createdAt,
    tweet.text,
    Number(tweet.truncated),
    Number(tweet.isRetweet),
    reference(tweet.replyTo),
    tweet.replyToAuthor,
    reference(tweet.retweetOf),
    tweet.retweetOfAuthor,
    reference(tweet.quoteOf),
    reference(tweet.conversation),
    tweet.likes,
    tweet.retweets,
    tweet.replies,
    tweet.quotes,
    tweet.lang,
    tweet.client,
    tweet.section,
    entitiesOf(tweet),
    Number(tweet.context),
    search.text,
    search.tags,
    search.words,
  ];
}

/** The row number a new tweet gets. */
export function rowOf(tweet: Tweet): bigint {
  return rowNumberOf(tweet.key, tweet.createdAt);
}

/** A key as reference columns hold it: the n of a Twitter status, else the text. */
export function reference(key: string | null): bigint | string | null {
  return key !== null && /^\d{1,18}$|^[1-8]\d{18}$/.test(key) ? BigInt(key) : key;
}

function entitiesOf({ links, media, hashtags, mentions }: Tweet): string | null {
  if (links.length === 0 && media.length === 0 && hashtags.length === 0 && mentions.length === 0) return null;
  // What is undefined is not written.
  return JSON.stringify({
    links: links.length > 0 ? links : undefined,
    media: media.length > 0 ? media : undefined,
    hashtags: hashtags.length > 0 ? hashtags : undefined,
    mentions: mentions.length > 0 ? mentions : undefined,
  });
}
