/** Tweets as the programs snscrape and twscrape write them: the one copied the other's fields, and both renamed some over time. */
import type { Link, Media, RawReference, RawTweet } from '../tweet.ts';
import { type JsonObject, child, children, count, isObject, text } from './json-value.ts';
import { isCutRetweet, retweetByText } from './tweet-text.ts';
import { audienceOf, names } from './v1-tweet.ts';

const TYPE = 'snscrape.modules.twitter.Tweet';
const MAX_DEPTH = 3;

/** Which program wrote a record, or null when it is no tweet of either. */
export function scraperOf(record: JsonObject | null): 'snscrape' | 'twscrape' | null {
  if (record === null || wordsOf(record) === null || text(record, 'date') === null) return null;
  const hasType = text(record, '_type') === TYPE;
  // Programs that saved the list again left the type out.
  if (!hasType && !('conversationId' in record && ('rawContent' in record || 'renderedContent' in record))) return null;
  return 'id_str' in record ? 'twscrape' : 'snscrape';
}

/** Why a record is no tweet, in words for the report, or null when it is one. */
export function whyNotScraped(record: JsonObject): string | null {
  const type = text(record, '_type')?.split('.').at(-1) ?? 'Tweet';
  if (type !== 'Tweet') return `not a tweet but a ${type}`;
  if (wordsOf(record) === null) return 'not a tweet: it has no text';
  return exactId(record, 'id') === null && text(record, 'url') === null ? 'not a tweet: it has no id' : null;
}

/** One record as a raw tweet. */
export function scrapedTweet(post: JsonObject, at: string, depth = 0): RawTweet {
  const retweeted = depth < MAX_DEPTH ? tweetUnder(post, 'retweetedTweet') : null;
  const quoted = depth < MAX_DEPTH ? tweetUnder(post, 'quotedTweet') : null;
  const from = retweeted ?? post;
  const original = usernameOf(retweeted);
  const words = retweeted !== null && original !== null ? `RT @${original}: ${wordsOf(retweeted) ?? ''}` : wordsOf(post);
  const links = linksOf(from);
  return {
    at,
    id: exactId(post, 'id'),
    url: text(post, 'url'),
    author: usernameOf(post),
    authorName: text(child(post, 'user'), 'displayname'),
    authorId: exactId(child(post, 'user'), 'id'),
    createdAt: text(post, 'date'),
    text: words,
    encoded: true,
    ...audienceOf(child(post, 'user')),
    truncated: retweeted === null && isCutRetweet(words),
    replyTo: reference(
      exactId(post, 'inReplyToTweetId'),
      text(child(post, 'inReplyToUser'), 'username') ?? text(post, 'inReplyToScreenName'),
    ),
    retweetOf: retweeted === null ? retweetByText(words) : reference(exactId(retweeted, 'id') ?? text(retweeted, 'url'), original),
    // What a retweeted tweet quotes is quoted by its author, not by the one who passed it on.
    quoteOf: retweeted === null ? quoteOf(post) : null,
    conversation: exactId(post, 'conversationId'),
    links,
    media: mediaOf(from, links),
    hashtags: strings(from, 'hashtags'),
    mentions: [...(original === null ? [] : [original]), ...names(from, 'mentionedUsers', 'username')],
    counts:
      retweeted === null
        ? {
            likes: count(post, 'likeCount'),
            retweets: count(post, 'retweetCount'),
            replies: count(post, 'replyCount'),
            quotes: count(post, 'quoteCount'),
          }
        : {},
    lang: text(post, 'lang'),
    client: text(post, 'source') ?? text(post, 'sourceLabel'),
    context: [retweeted, quoted].filter(isObject).map((inner) => scrapedTweet(inner, at, depth + 1)),
  };
}

// A number beside its own digits in a string was not read with care; alone it was.
function exactId(record: JsonObject | null, key: string): string | null {
  const digits = text(record, `${key}_str`) ?? text(record, `${key}Str`) ?? text(record, key);
  const number = record?.[key];
  return digits ?? (Number.isSafeInteger(number) ? String(number) : null);
}

function wordsOf(post: JsonObject): string | null {
  return text(post, 'rawContent') ?? text(post, 'content') ?? text(post, 'renderedContent');
}

function usernameOf(post: JsonObject | null): string | null {
  return text(child(post, 'user'), 'username') ?? text(post, 'username');
}

// A tweet that is gone is a tombstone, one that was not loaded a mere number.
function tweetUnder(post: JsonObject, key: string): JsonObject | null {
  const inner = child(post, key);
  return inner === null || wordsOf(inner) === null ? null : inner;
}

function quoteOf(post: JsonObject): RawReference | null {
  const quoted = child(post, 'quotedTweet');
  return reference(exactId(quoted, 'id') ?? text(quoted, 'url'), usernameOf(quoted));
}

function reference(id: string | null, author: string | null): RawReference | null {
  return id === null && author === null ? null : { id, author };
}

// Until version 0.5 two lists in step, then one; while the old names were on their way out, both.
function linksOf(post: JsonObject): Partial<Link>[] {
  const links = children(post, 'links').flatMap((link) => {
    const url = text(link, 'url');
    return url === null ? [] : [{ short: text(link, 'tcourl'), url }];
  });
  const short = strings(post, 'tcooutlinks');
  return links.length > 0 ? links : strings(post, 'outlinks').map((url, index) => ({ short: short[index] ?? null, url }));
}

// The t.co link of a tweet's own pictures is listed nowhere: it is the one in the text that leads to no page.
function mediaOf(post: JsonObject, links: readonly Partial<Link>[]): Partial<Media>[] {
  const groups = child(post, 'media');
  const items = groups === null ? children(post, 'media') : ['photos', 'videos', 'animated'].flatMap((kind) => children(groups, kind));
  const known = new Set(links.map(({ short }) => short));
  const short = (wordsOf(post)?.match(/https:\/\/t\.co\/\w+/g) ?? []).findLast((address) => !known.has(address)) ?? null;
  return items
    .flatMap((item) => text(item, 'fullUrl') ?? text(item, 'url') ?? text(item, 'thumbnailUrl') ?? text(item, 'videoUrl') ?? [])
    .map((url, index) => ({ short: index === 0 ? short : null, url }));
}

function strings(record: JsonObject, key: string): string[] {
  const list = record[key];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
