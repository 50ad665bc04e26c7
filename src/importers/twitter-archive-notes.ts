/** The long posts of an account archive: `note-tweet.js` holds their whole words, under numbers that are not the tweets'. */
import { jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, children, text } from '../parsing/json-value.ts';
import { names } from '../parsing/v1-tweet.ts';
import type { Link, RawTweet } from '../tweet.ts';
import type { Source } from './importer.ts';

/** Long posts by the second (UTC, since 1970) of their making. */
export type LongPosts = ReadonlyMap<number, readonly JsonObject[]>;

/** Reads the long posts that lie beside the tweets, in however many parts; none where the archive is older than they are. */
export async function readLongPosts(source: Source): Promise<LongPosts> {
  const posts = new Map<number, JsonObject[]>();
  let file = await source.sibling('note-tweet.js');
  for (let part = 1; file !== null; part++) {
    for await (const item of jsonRecords(file)) {
      const post = item.kind === 'record' ? child(item.value, 'noteTweet') : null;
      const second = secondOf(text(post, 'createdAt'));
      if (post !== null && second !== null) posts.set(second, [...(posts.get(second) ?? []), post]);
    }
    file = await source.sibling(`note-tweet-part${part}.js`);
  }
  return posts;
}

/** What a long post says more than the tweet that is its cut form, or null when the tweet is no such form. */
export function longPostOf(tweet: RawTweet, posts: LongPosts): Pick<RawTweet, 'text' | 'links' | 'hashtags' | 'mentions'> | null {
  const candidates = posts.get(secondOf(tweet.createdAt) ?? NaN) ?? [];
  const start = comparable(tweet.text ?? '');
  const post = candidates
    .map((candidate) => child(candidate, 'core'))
    .find((core) => comparable(text(core, 'text') ?? '').startsWith(start));
  const whole = text(post, 'text');
  if (post == null || whole === null || start === '') return null;
  return {
    text: whole,
    links: merged(tweet.links ?? [], children(post, 'urls').flatMap(linkOf)),
    hashtags: [...new Set([...(tweet.hashtags ?? []), ...names(post, 'hashtags', 'text')])],
    mentions: [...new Set([...(tweet.mentions ?? []), ...names(post, 'mentions', 'screenName')])],
  };
}

function secondOf(time: RawTweet['createdAt']): number | null {
  const ms = Date.parse(String(time));
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000);
}

// The cut form ends in `…`, sometimes with an address of the post itself, and has its signs written as `&amp;`.
function comparable(words: string): string {
  return words
    .replace(/…(?:\s*https:\/\/t\.co\/\w+)?\s*$/, '')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ({ '&lt;': '<', '&gt;': '>' })[entity] ?? '&')
    .trim();
}

function linkOf(url: JsonObject): Partial<Link>[] {
  const address = text(url, 'expandedUrl');
  return address === null ? [] : [{ short: text(url, 'shortUrl'), url: address }];
}

function merged(links: readonly Partial<Link>[], more: readonly Partial<Link>[]): Partial<Link>[] {
  const known = new Set(links.map(({ short, url }) => short ?? url));
  // The cut form shares only the address of the post itself.
  return [
    ...links.filter(({ url }) => !/\/i\/web\/status\//.test(url ?? '')),
    ...more.filter(({ short, url }) => !known.has(short ?? url)),
  ];
}
