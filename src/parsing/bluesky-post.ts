/** Posts as Bluesky's API gives them: https://docs.bsky.app/docs/api/app-bsky-feed-get-posts */
import { timeOfTid } from '../normalise/identity.ts';
import { parseTime } from '../normalise/time.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import { attached } from './bluesky-embed.ts';
import { type MarkedText, markedText } from './bluesky-facets.ts';
import { handleAt } from './fediverse.ts';
import { type JsonObject, child, count, isObject, text } from './json-value.ts';
import type { PostText, ReadPost } from './post-html.ts';
import { withCard } from './shown-link.ts';
import type { Author } from './v1-tweet.ts';

/** Clocks may differ by this much (ms) before it is worth a word. */
const CLOCK_PLAY = 120_000;

const MAX_DEPTH = 2;
const MISSING = /#threadItem(?:NotFound|Blocked|NoUnauthenticated)$/;

/** Whether a JSON value is a post: as a server shows it, or as it lies in a person's repository. */
export function isPost(value: unknown): value is JsonObject {
  return /^at:\/\/[^/]+\/app\.bsky\.feed\.post\//.test(text(value, 'uri') ?? '') && recordOf(value) !== null;
}

// A quoted post has its record under another name.
function recordOf(post: unknown): JsonObject | null {
  return child(post, 'record') ?? child(post, 'value');
}

/** What reading a file takes. */
export interface Desk {
  readonly read: ReadPost;
  /** The handles seen so far, by the identifier of the person: posts name by that whom they answer. */
  readonly handles: Map<string, string>;
}

/** One post as a raw tweet. */
export function blueskyTweet(post: JsonObject, at: string, desk: Desk, depth = 0): RawTweet {
  const record = recordOf(post) ?? {};
  const uri = text(post, 'uri');
  const author = noted(authorOf(child(post, 'author')), desk);
  const marked = markedText(record);
  // Posts bridged from the Fediverse are cut at 300 letters, and hold their whole text besides.
  const whole = text(record, 'bridgyOriginalText');
  const body = whole === null ? marked : bridged(desk.read(whole));
  const { card, media, quoteOf, quoted } = attached(post, record);
  return {
    at,
    network: 'bluesky',
    id: uri,
    url: webAddress(uri, author.author),
    ...author,
    createdAt: statedTime(post, record),
    text: body.text,
    encoded: false,
    truncated: whole === null && /\[…\]\s*\[Original post on [^\]]*\]/.test(text(record, 'text') ?? ''),
    replyTo: replyTo(record, desk),
    quoteOf,
    conversation: text(child(child(record, 'reply'), 'root'), 'uri'),
    links: withCard(body.links, card),
    media,
    hashtags: [...marked.hashtags, ...strings(record['tags'])],
    mentions: body.mentions,
    counts: {
      likes: count(post, 'likeCount'),
      retweets: count(post, 'repostCount'),
      replies: count(post, 'replyCount'),
      quotes: count(post, 'quoteCount'),
    },
    lang: strings(record['langs'])[0] ?? null,
    context: quoted === null || depth === MAX_DEPTH ? [] : [blueskyTweet(quoted, at, desk, depth + 1)],
  };
}

function bridged({ text: words, links, people }: PostText): Pick<MarkedText, 'text' | 'links' | 'mentions'> {
  return { text: words, links, mentions: people.flatMap((address) => handleAt(address) ?? []) };
}

/** A person passing on a post, from the feed item's `reason`. */
export function repostOf(post: RawTweet, reason: JsonObject): RawTweet {
  const { at, text: words, encoded, links = [], media = [], hashtags = [], mentions = [], author = null, id = null } = post;
  return {
    at,
    network: 'bluesky',
    id: text(reason, 'uri'),
    ...authorOf(child(reason, 'by')),
    createdAt: text(reason, 'indexedAt'),
    text: words,
    encoded,
    retweetOf: { id, author },
    links,
    media,
    hashtags,
    mentions: author === null ? mentions : [author, ...mentions],
  };
}

// The author's program states the time. A post cannot have been written after the server saw it; it can have been long before.
function statedTime(post: JsonObject, record: JsonObject): string | null {
  const stated = text(record, 'createdAt');
  const seen = text(post, 'indexedAt');
  const time = parseTime(stated);
  const limit = parseTime(seen);
  if (time === null) return timeOfTid(text(post, 'uri')) === null ? seen : null;
  return limit !== null && time > limit + CLOCK_PLAY ? seen : stated;
}

/** Whether a post states a time well before its own address was made. */
export function isBackdated({ id, createdAt }: RawTweet): boolean {
  const time = parseTime(createdAt);
  const made = timeOfTid(id ?? null);
  return time !== null && made !== null && made - time > CLOCK_PLAY;
}

function authorOf(profile: JsonObject | null): Author {
  const handle = text(profile, 'handle');
  // What the server shows of a handle that lost its domain.
  return { author: handle === 'handle.invalid' ? null : handle, authorName: text(profile, 'displayName'), authorId: text(profile, 'did') };
}

function noted(author: Author, { handles }: Desk): Author {
  if (author.author !== null && author.authorId !== null) handles.set(author.authorId, author.author);
  return author;
}

function replyTo(record: JsonObject, { handles }: Desk): RawReference | null {
  const id = text(child(child(record, 'reply'), 'parent'), 'uri');
  return id === null ? null : { id, author: handles.get(id.split('/', 3)[2] ?? '') ?? null };
}

function webAddress(uri: string | null, author: string | null): string | null {
  const [, , did, , key] = uri?.split('/') ?? [];
  return key === undefined ? null : `https://bsky.app/profile/${author ?? did}/post/${key}`;
}

function strings(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** Whether a JSON value stands for a post that its author deleted, or that the reader may not see. */
export function isMissing(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { $type: type, notFound, blocked } = value;
  return notFound === true || blocked === true || (typeof type === 'string' && MISSING.test(type)) || isMissing(value['value']);
}
