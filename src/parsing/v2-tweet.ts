/** Tweets as Twitter's API 2 gives them: in pages with what they refer to beside them, or flattened, each whole in itself. */
import type { Counts, Link, Media, RawReference, RawTweet } from '../tweet.ts';
import { type JsonObject, child, children, count, idText, isObject, text } from './json-value.ts';
import { isCutRetweet, retweetByText } from './tweet-text.ts';
import { audienceOf, names } from './v1-tweet.ts';

/** What a page of answers holds besides its tweets, by id. */
export interface Included {
  readonly users: ReadonlyMap<string, JsonObject>;
  readonly tweets: ReadonlyMap<string, JsonObject>;
  readonly media: ReadonlyMap<string, JsonObject>;
}

/** What the `includes` of a page hold; a flattened tweet has none. */
export function includedIn(page: JsonObject): Included {
  const includes = child(page, 'includes');
  return {
    users: byKey(children(includes, 'users'), 'id'),
    tweets: byKey([...children(includes, 'tweets'), ...children(page, 'data')], 'id'),
    media: byKey(children(includes, 'media'), 'media_key'),
  };
}

function byKey(items: readonly JsonObject[], key: string): Map<string, JsonObject> {
  return new Map(items.map((item) => [text(item, key) ?? '', item]));
}

/** Whether a JSON value is a tweet of API 2: of the fields one may ask for, every answer has at least one. */
export function isV2Tweet(value: unknown): value is JsonObject {
  if (!isObject(value) || 'id_str' in value || text(value, 'id') === null || text(value, 'text') === null) return false;
  return ['author_id', 'edit_history_tweet_ids', 'conversation_id', 'referenced_tweets', 'public_metrics'].some((key) => key in value);
}

/** Why a JSON value is no tweet, in words for the report, or null when it is one. */
export function whyNoV2Tweet(value: unknown): string | null {
  if (!isObject(value)) return 'not a record, only a single value';
  if (text(value, 'id') === null) return 'not a tweet: it has no id';
  return text(value, 'text') === null ? 'not a tweet: it has no text' : null;
}

/** One tweet as a raw tweet, with the ones it refers to as its context. */
export function v2Tweet(given: JsonObject, included: Included, at: string): RawTweet {
  const { tweet, id, isLast } = lastVersion(given, included);
  const parts = partsOf(tweet, included);
  const author = authorOf(tweet, included);
  const original = parts.get('retweeted') ?? null;
  const from = bodyOf(original?.tweet ?? tweet);
  const words = original?.tweet && original.author !== null ? `RT @${original.author}: ${from.text}` : from.text;
  const conversation = text(tweet, 'conversation_id');
  return {
    at,
    id,
    author: text(author, 'username'),
    authorName: text(author, 'name'),
    authorId: text(tweet, 'author_id'),
    createdAt: text(tweet, 'created_at'),
    text: words,
    encoded: true,
    ...audienceOf(author),
    // An earlier wording gives way to the last one, as a cut text does to the whole.
    truncated: !isLast || (!original?.tweet && isCutRetweet(words)),
    replyTo: original === null ? replyTo(tweet, parts.get('replied_to') ?? null, included) : null,
    retweetOf: original === null ? retweetByText(words) : referenceTo(original, retweetByText(text(tweet, 'text'))?.author ?? null),
    quoteOf: original === null ? referenceTo(parts.get('quoted') ?? null) : null,
    conversation: conversation !== null && versionsOf(tweet).includes(conversation) ? id : conversation,
    links: linksOf(from.entities).map((link) => pointingAt(link, tweet, text(author, 'username'))),
    media: mediaOf(original?.tweet ?? tweet, from.entities, included),
    hashtags: names(from.entities, 'hashtags', 'tag'),
    mentions: [...(original?.author ? [original.author] : []), ...names(from.entities, 'mentions', 'username')],
    // The counts of a retweet are those of the tweet it repeats.
    counts: original === null ? countsOf(tweet) : {},
    lang: text(tweet, 'lang'),
    client: text(tweet, 'source'),
    context: [...parts.values()].flatMap((part) => (part.tweet === null ? [] : [contextOf(part.tweet, included, at)])),
  };
}

// Twitter itself inlines what a tweet refers to and nothing behind that.
function contextOf(tweet: JsonObject, included: Included, at: string): RawTweet {
  return { ...v2Tweet(tweet, { ...included, tweets: new Map() }, at), context: [] };
}

function versionsOf(tweet: JsonObject): readonly unknown[] {
  const versions = tweet['edit_history_tweet_ids'];
  return Array.isArray(versions) ? versions : [];
}

// An edited tweet is one post with several ids, the last of which is its address.
function lastVersion(tweet: JsonObject, { tweets }: Included): { tweet: JsonObject; id: string | null; isLast: boolean } {
  const own = text(tweet, 'id');
  const last: unknown = versionsOf(tweet).at(-1);
  if (typeof last !== 'string' || last === own) return { tweet, id: own, isLast: true };
  const newest = tweets.get(last);
  return { tweet: newest ?? tweet, id: last, isLast: newest !== undefined };
}

/** Another tweet that one refers to; itself only where the file holds it. */
interface Part {
  readonly id: string | null;
  readonly tweet: JsonObject | null;
  readonly author: string | null;
}

function partsOf(tweet: JsonObject, included: Included): Map<string, Part> {
  return new Map(
    children(tweet, 'referenced_tweets').map((reference) => {
      const id = text(reference, 'id');
      const found = text(reference, 'text') === null ? (included.tweets.get(id ?? '') ?? null) : reference;
      const author = found === null ? null : text(authorOf(found, included), 'username');
      return [text(reference, 'type') ?? '', { id, tweet: found, author }];
    }),
  );
}

function authorOf(tweet: JsonObject, { users }: Included): JsonObject | null {
  return child(tweet, 'author') ?? users.get(text(tweet, 'author_id') ?? '') ?? null;
}

function referenceTo(part: Part | null, author: string | null = null): RawReference | null {
  return part === null ? null : { id: part.id, author: part.author ?? author };
}

function replyTo(tweet: JsonObject, parent: Part | null, { users }: Included): RawReference | null {
  const userId = idText(tweet, 'in_reply_to_user_id');
  // Everyone who begins a tweet with a name has "replied to" that person, by this field alone.
  if (parent === null && userId === null) return null;
  const mentioned = children(child(tweet, 'entities'), 'mentions').find((mention) => text(mention, 'id') === userId);
  const user = child(tweet, 'in_reply_to_user') ?? users.get(userId ?? '') ?? mentioned;
  return { id: parent?.id ?? null, author: parent?.author ?? text(user, 'username') };
}

// Posts longer than a tweet stand cut in `text`.
function bodyOf(tweet: JsonObject): { text: string | null; entities: JsonObject | null } {
  const note = child(tweet, 'note_tweet');
  const whole = text(note, 'text');
  const entities = child(tweet, 'entities');
  return whole === null ? { text: text(tweet, 'text'), entities } : { text: whole, entities: child(note, 'entities') ?? entities };
}

function isPicture(url: JsonObject): boolean {
  return text(url, 'media_key') !== null || /^pic\.(?:twitter|x)\.com\//.test(text(url, 'display_url') ?? '');
}

function linksOf(entities: JsonObject | null): Partial<Link>[] {
  return children(entities, 'urls')
    .filter((url) => !isPicture(url))
    .map((url) => {
      const address = text(url, 'unwound_url') ?? text(url, 'expanded_url') ?? text(url, 'url');
      return { short: text(url, 'url'), ...(address === null ? {} : { url: address }), title: text(url, 'title') };
    });
}

// An edited tweet may hold its own address, which elsewhere is the mark of a cut text: here it is spelt with its author.
function pointingAt(link: Partial<Link>, tweet: JsonObject, author: string | null): Partial<Link> {
  const id = /\/i\/web\/status\/(\d+)$/.exec(link.url ?? '')?.[1];
  const versions = versionsOf(tweet);
  const isOwn = id !== undefined && author !== null && versions.length > 1 && versions.includes(id);
  return isOwn ? { ...link, url: `https://twitter.com/${author}/status/${String(versions.at(-1))}` } : link;
}

// All pictures of a tweet share one t.co link.
function mediaOf(tweet: JsonObject, entities: JsonObject | null, { media }: Included): Partial<Media>[] {
  const pictures = children(entities, 'urls').filter(isPicture);
  const attachments = child(tweet, 'attachments');
  const keys = attachments?.['media_keys'];
  const inlined = children(attachments, 'media');
  const listed = inlined.length > 0 ? inlined : (Array.isArray(keys) ? keys : []).flatMap((key) => media.get(String(key)) ?? []);
  const known = listed.flatMap((item) => text(item, 'url') ?? text(item, 'preview_image_url') ?? []);
  const addresses = known.length > 0 ? known : pictures.flatMap((url) => text(url, 'expanded_url') ?? []).slice(0, 1);
  const short = pictures.length === 0 ? null : text(pictures[0], 'url');
  return addresses.map((url, index) => ({ short: index === 0 ? short : null, url }));
}

function countsOf(tweet: JsonObject): Counts {
  const metrics = child(tweet, 'public_metrics');
  return {
    likes: count(metrics, 'like_count'),
    retweets: count(metrics, 'retweet_count'),
    replies: count(metrics, 'reply_count'),
    quotes: count(metrics, 'quote_count'),
  };
}
