/** Tweets as Twitter's API 1.1 gives them: in its answers, in its stream, and in the archives people downloaded. */
import type { Counts, Link, Media, RawReference, RawTweet } from '../tweet.ts';
import { type JsonObject, child, children, count, idText, isObject, text } from './json-value.ts';
import { retweetByText } from './tweet-text.ts';

/** Who a tweet is by. */
export interface Author {
  readonly author: string | null;
  readonly authorName: string | null;
  readonly authorId: string | null;
}

// Twitter nests a quote in a retweet and no deeper; a file can claim anything.
const MAX_DEPTH = 3;

/** Why a JSON value is no tweet, in words for the report, or null when it is one. */
export function whyNoTweet(value: unknown): string | null {
  if (!isObject(value)) return 'not a record, only a single value';
  if (idText(value, 'id_str') === null && idText(value, 'id') === null) return 'not a tweet: it has no id';
  if (wholeText(value, 0) === null) return 'not a tweet: it has no text';
  return null;
}

/** One status object as a raw tweet. `owner` is its author where the export leaves the author out. */
export function v1Tweet(status: JsonObject, at: string, owner?: Author, depth = 0): RawTweet {
  const retweeted = depth < MAX_DEPTH ? child(status, 'retweeted_status') : null;
  const quoted = depth < MAX_DEPTH && retweeted === null ? child(status, 'quoted_status') : null;
  const inner = retweeted ?? quoted;
  const source = textSource(retweeted ?? status);
  const words = wholeText(status, depth);
  const { author, authorName, authorId } = owner ?? authorOf(status);
  const retweetedAuthor = retweeted === null ? null : authorOf(retweeted).author;
  const mentions = names(source.entities, 'user_mentions', 'screen_name');
  if (retweetedAuthor !== null) mentions.unshift(retweetedAuthor);
  return {
    at,
    id: idText(status, 'id_str') ?? idText(status, 'id'),
    author,
    authorName,
    authorId,
    createdAt: text(status, 'created_at'),
    text: words,
    encoded: true,
    audience: isProtected(child(status, 'user')) ? 'protected' : undefined,
    truncated: source.cut || endsInOwnAddress(words, source.entities),
    replyTo: reference(
      idText(status, 'in_reply_to_status_id_str') ?? idText(status, 'in_reply_to_status_id'),
      text(status, 'in_reply_to_screen_name'),
    ),
    retweetOf:
      retweeted === null ? retweetByText(words) : reference(idText(retweeted, 'id_str') ?? idText(retweeted, 'id'), retweetedAuthor),
    // What a retweeted tweet quotes is quoted by its author, not by the one who passed it on.
    quoteOf: retweeted === null ? quoteOf(status, quoted) : null,
    links: children(source.entities, 'urls').map(linkOf),
    media: children(source.media, 'media').map(mediaOf),
    hashtags: names(source.entities, 'hashtags', 'text'),
    mentions,
    // The counts of a retweet are those of the tweet it repeats.
    counts: retweeted === null ? countsOf(status) : {},
    lang: text(status, 'lang'),
    client: text(status, 'source'),
    context: inner === null ? [] : [v1Tweet(inner, at, undefined, depth + 1)],
  };
}

interface TextSource {
  readonly text: string | null;
  readonly entities: JsonObject | null;
  readonly media: JsonObject | null;
  /** True when the object itself says that this text is not all of it. */
  readonly cut: boolean;
}

// A tweet of more than 140 characters is cut in `text`, and whole in one of two other places or in none.
function textSource(status: JsonObject): TextSource {
  const extended = child(status, 'extended_tweet');
  const from = extended !== null && text(extended, 'full_text') !== null ? extended : status;
  const full = text(from, 'full_text');
  const entities = child(from, 'entities');
  return {
    text: full ?? text(from, 'text'),
    entities,
    media: child(from, 'extended_entities') ?? entities,
    cut: full === null && status['truncated'] === true,
  };
}

// The wrapper of a retweet is cut at 140 characters; the tweet inside it is not.
function wholeText(status: JsonObject, depth: number): string | null {
  const retweeted = depth < MAX_DEPTH ? child(status, 'retweeted_status') : null;
  const own = textSource(status).text;
  if (retweeted === null) return own;
  const original = textSource(retweeted).text;
  const author = authorOf(retweeted).author ?? retweetByText(own)?.author ?? null;
  return original === null || author === null ? own : `RT @${author}: ${original}`;
}

/** Whether a text is cut, its rest being only behind the address of the tweet itself, at its end. */
export function endsInOwnAddress(words: string | null, entities: unknown): boolean {
  if (words === null || !words.includes('…')) return false;
  const end = /…\s*(https?:\/\/t\.co\/\w+)\s*$/.exec(words);
  return (
    end !== null &&
    children(entities, 'urls').some((url) => text(url, 'url') === end[1] && text(url, 'expanded_url')?.includes('/i/web/status/'))
  );
}

function authorOf(status: JsonObject): Author {
  const user = child(status, 'user');
  return { author: text(user, 'screen_name'), authorName: text(user, 'name'), authorId: idText(user, 'id_str') ?? idText(user, 'id') };
}

function quoteOf(status: JsonObject, quoted: JsonObject | null): RawReference | null {
  const id =
    idText(status, 'quoted_status_id_str') ?? text(child(status, 'quoted_status_permalink'), 'expanded') ?? idText(quoted, 'id_str');
  return id === null ? null : { id, author: quoted === null ? null : authorOf(quoted).author };
}

function reference(id: string | null, author: string | null): RawReference | null {
  return id === null && author === null ? null : { id, author };
}

/** A link of an `entities` object. */
export function linkOf(url: JsonObject): Partial<Link> {
  const short = text(url, 'url');
  const address = text(child(url, 'unwound'), 'url') ?? text(url, 'expanded_url') ?? short;
  return address === null ? { short } : { short, url: address };
}

/** A picture or video of an `entities` object. */
export function mediaOf(media: JsonObject): Partial<Media> {
  const address = text(media, 'media_url_https') ?? text(media, 'media_url') ?? text(media, 'expanded_url');
  const short = text(media, 'url');
  return address === null ? { short } : { short, url: address };
}

function countsOf(status: JsonObject): Counts {
  return {
    likes: count(status, 'favorite_count'),
    retweets: count(status, 'retweet_count'),
    replies: count(status, 'reply_count'),
    quotes: count(status, 'quote_count'),
  };
}

/** The strings under `key` in the objects of a list: hashtags, handles. */
export function names(entities: unknown, list: string, key: string): string[] {
  const found: string[] = [];
  for (const entity of children(entities, list)) {
    const name = text(entity, key);
    if (name !== null) found.push(name);
  }
  return found;
}

/** That the account of a post is protected, where its export says so. */
export function audienceOf(user: JsonObject | null): Pick<RawTweet, 'audience'> {
  return isProtected(user) ? { audience: 'protected' } : {};
}

function isProtected(user: JsonObject | null): boolean {
  return user?.['protected'] === true;
}
