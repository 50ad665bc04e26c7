/** A tweet as an export says it, ready to be written: plain values, so that a thread that reads can pass it on. */
import type { Link, Tweet } from '../tweet.ts';
import type { OwnText } from './search-entries.ts';
import { COLUMNS, rowOf, rowValues, tweetOf, type TweetRow, type Value } from './tweet-row.ts';

/** What is written of a tweet. */
export interface SaidTweet {
  /** The row number it gets when it is new and the place is free. */
  readonly n: bigint;
  /** As `rowValues` gives them for that row number. */
  readonly values: readonly Value[];
  readonly hashtags: readonly string[];
  readonly links: readonly Link[];
}

/** What is filed of a tweet: which it is, by whom, when, under what. */
export type Filed = Pick<Tweet, 'key' | 'author' | 'createdAt' | 'context' | 'replyTo' | 'hashtags'>;

/** A tweet, ready to be written. */
export function saidOf(tweet: Tweet): SaidTweet {
  const n = rowOf(tweet);
  return { n, values: rowValues(tweet, n), hashtags: tweet.hashtags, links: tweet.links };
}

const place = (column: string) => COLUMNS.indexOf(column);
const KEY = place('key');
const AUTHOR = place('author');
const CREATED_AT = place('created_at');
const REPLY_TO = place('reply_to');
const CONTEXT = place('context');
const TEXT = place('text');
const AUTHOR_NAME = place('author_name');
const SEARCH_TEXT = place('search_text');
const SEARCH_TAGS = place('search_tags');
const SEARCH_WORDS = place('search_words');

/** What is filed of it. */
export function filedOf({ n, values, hashtags }: SaidTweet): Filed {
  return {
    key: textOf(values[KEY]) ?? String(n),
    author: textOf(values[AUTHOR]),
    createdAt: Number(values[CREATED_AT]),
    context: values[CONTEXT] === 1,
    replyTo: textOf(values[REPLY_TO]),
    hashtags,
  };
}

/** What can be searched of the tweet itself. */
export function ownTextOf({ values }: SaidTweet): OwnText {
  return {
    text: textOf(values[TEXT]) ?? '',
    searchText: textOf(values[SEARCH_TEXT]),
    author: textOf(values[AUTHOR]),
    authorName: textOf(values[AUTHOR_NAME]),
    tags: textOf(values[SEARCH_TAGS]),
    words: textOf(values[SEARCH_WORDS]),
  };
}

/** The whole tweet again. */
export function tweetSaid({ n, values }: SaidTweet): Tweet {
  const plain = COLUMNS.map((name, at): [string, Value] => {
    const value = values[at] ?? null;
    return [name, typeof value === 'bigint' ? String(value) : value];
  });
  const row = Object.fromEntries(plain) as unknown as TweetRow;
  return tweetOf({ ...row, key: row.key ?? String(n) });
}

function textOf(value: Value | undefined): string | null {
  return value === undefined || value === null ? null : String(value);
}
