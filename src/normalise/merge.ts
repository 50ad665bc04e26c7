/**
 * What several exports say of one tweet, folded into one. The fold is commutative, associative and idempotent, so the
 * order of imports never shows. One rule a field:
 *
 * | field | the best value |
 * | --- | --- |
 * | text | whole over cut, then the longer |
 * | author | with capitals over all lower case (some exports fold handles) |
 * | createdAt | the earlier (only tweets without a clock id can differ) |
 * | isRetweet | true when anyone says so |
 * | context | true only when nobody exported the tweet itself |
 * | links, media | the union; of two readings of one t.co link the expanded, then the longer |
 * | hashtags, mentions | the union |
 * | counts | the highest: they only grow, and exports are of different ages |
 * | the rest | known over unknown; of two known, the longer, then the later in the alphabet |
 */
import type { Link, Media, Tweet } from '../tweet.ts';

/** The join of two accounts of the same tweet (equal keys). */
export function mergeTweets(a: Tweet, b: Tweet): Tweet {
  const text = bestText(a, b);
  return {
    key: a.key,
    network: a.network,
    author: best(a.author, b.author, capitals),
    authorName: best(a.authorName, b.authorName),
    authorId: best(a.authorId, b.authorId),
    createdAt: Math.min(a.createdAt, b.createdAt),
    text: text.text,
    truncated: text.truncated,
    isRetweet: a.isRetweet || b.isRetweet,
    replyTo: best(a.replyTo, b.replyTo),
    replyToAuthor: best(a.replyToAuthor, b.replyToAuthor, capitals),
    retweetOf: best(a.retweetOf, b.retweetOf),
    retweetOfAuthor: best(a.retweetOfAuthor, b.retweetOfAuthor, capitals),
    quoteOf: best(a.quoteOf, b.quoteOf),
    conversation: best(a.conversation, b.conversation),
    links: mergeLinks(a.links, b.links),
    media: mergeMedia(a.media, b.media),
    hashtags: union(a.hashtags, b.hashtags),
    mentions: union(a.mentions, b.mentions),
    likes: highest(a.likes, b.likes),
    retweets: highest(a.retweets, b.retweets),
    replies: highest(a.replies, b.replies),
    quotes: highest(a.quotes, b.quotes),
    lang: best(a.lang, b.lang),
    client: best(a.client, b.client),
    section: best(a.section, b.section),
    context: a.context && b.context,
  };
}

/** The tweet as merged with itself, the form that every merge gives: so a second import of it finds it unchanged. */
export function settled(tweet: Tweet): Tweet {
  const { links, media } = tweet;
  return links.length === 0 && media.length === 0 ? tweet : { ...tweet, links: mergeLinks(links, links), media: mergeMedia(media, media) };
}

function bestText(a: Tweet, b: Tweet): Tweet {
  if (a.truncated !== b.truncated) return a.truncated ? b : a;
  return longer(a.text, b.text) === a.text ? a : b;
}

type Better = (value: string) => number;

const capitals: Better = (handle) => (handle === handle.toLowerCase() ? 0 : 1);

function best(a: string | null, b: string | null, better: Better = () => 0): string | null {
  if (a === null || b === null) return a ?? b;
  const order = better(a) - better(b);
  if (order !== 0) return order > 0 ? a : b;
  return longer(a, b);
}

function longer(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a >= b ? a : b;
}

function highest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 && b.length === 0) return a;
  return [...new Set([...a, ...b])].toSorted();
}

// One entry for each t.co link, and one for each target given without its t.co. The latter are kept even where a t.co
// leads to the same place: dropping them here would make the order of imports show.
function mergeLinks(a: readonly Link[], b: readonly Link[]): readonly Link[] {
  if (a.length === 0 && b.length === 0) return a;
  const merged = new Map<string, Link>();
  for (const link of [...a, ...b]) {
    const key = link.short ?? link.url;
    const known = merged.get(key);
    merged.set(key, known === undefined ? link : mergeLink(known, link, key));
  }
  return [...merged.values()].toSorted((one, other) => compare(one.short ?? one.url, other.short ?? other.url));
}

// By their own address: the pictures of a tweet share one t.co link.
function mergeMedia(a: readonly Media[], b: readonly Media[]): readonly Media[] {
  if (a.length === 0 && b.length === 0) return a;
  const merged = new Map<string, Media>();
  for (const { short, url } of [...a, ...b]) merged.set(url, { short: best(short, merged.get(url)?.short ?? null), url });
  return [...merged.values()].toSorted((one, other) => compare(one.url, other.url));
}

function mergeLink(a: Link, b: Link, key: string): Link {
  // A link that nobody expanded has its own short form as its address.
  const url = a.url === key ? b.url : b.url === key ? a.url : longer(a.url, b.url);
  return { short: best(a.short, b.short), url, title: best(a.title, b.title) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
