/** Posts as Mastodon's API gives them: https://docs.joinmastodon.org/entities/Status/ */
import type { Counts, Link, RawReference, RawTweet } from '../tweet.ts';
import { handleAt, pollLines, postUri, wholeHandle, withSubject } from './fediverse.ts';
import { type JsonObject, child, children, count, isObject, text } from './json-value.ts';
import { type Known, quotedStatus } from './mastodon-known.ts';
import type { PostText, ReadPost } from './post-html.ts';
import { hostOf, withCard } from './shown-link.ts';

/** Whether a JSON value is a post of Mastodon's API. */
export function isStatus(value: unknown): value is JsonObject {
  return (
    isObject(value) && text(value, 'uri') !== null && typeof value['content'] === 'string' && text(child(value, 'account'), 'acct') !== null
  );
}

/** Who may read a post that is not for everyone; null for a public one. */
export function restriction(status: JsonObject): 'followers' | 'direct' | null {
  const { visibility } = status;
  if (visibility === 'direct' || visibility === 'limited') return 'direct';
  return visibility === 'private' ? 'followers' : null;
}

/** What reading a post takes. */
export interface Desk {
  readonly known: Known;
  readonly read: ReadPost;
}

/** One post as a raw tweet; a boost repeats the words of the post it passes on, which comes along. */
export function mastodonTweet(status: JsonObject, at: string, desk: Desk, depth = 0): RawTweet {
  const boosted = depth === 0 ? child(status, 'reblog') : null;
  return isStatus(boosted) ? boost(status, boosted, at, desk) : post(status, at, desk, depth);
}

function boost(status: JsonObject, boosted: JsonObject, at: string, desk: Desk): RawTweet {
  const original = post(boosted, at, desk, 1);
  const { text: words, encoded, links = [], media = [], hashtags = [], mentions = [], author = null, id = null } = original;
  return {
    ...basics(status, at),
    text: words,
    encoded,
    retweetOf: { id, author },
    links,
    media,
    hashtags,
    mentions: author === null ? mentions : [author, ...mentions],
    context: [original],
  };
}

function post(status: JsonObject, at: string, { known, read }: Desk, depth: number): RawTweet {
  const body = read(text(status, 'content') ?? '');
  const quoted = depth < 2 ? quotedStatus(status) : null;
  return {
    ...basics(status, at),
    text:
      withSubject(text(status, 'spoiler_text'), body.text) +
      pollLines(children(child(status, 'poll'), 'options').map((option) => text(option, 'title'))),
    encoded: false,
    replyTo: known.answered(status),
    quoteOf: quoteOf(quoted, body),
    links: linksOf(body.links, child(status, 'card')),
    // The address on the author's own server is the same in every server's export.
    media: children(status, 'media_attachments').map((media) => ({
      short: null,
      url: text(media, 'remote_url') ?? text(media, 'url') ?? '',
    })),
    hashtags: children(status, 'tags').flatMap((tag) => text(tag, 'name') ?? []),
    mentions: children(status, 'mentions').flatMap((mention) => wholeHandle(text(mention, 'acct'), text(mention, 'url')) ?? []),
    counts: countsOf(status),
    lang: text(status, 'language'),
    client: text(child(status, 'application'), 'name'),
    context: isStatus(quoted) && restriction(quoted) === null ? [post(quoted, at, { known, read }, depth + 1)] : [],
  };
}

function basics(status: JsonObject, at: string) {
  const account = child(status, 'account');
  const url = text(account, 'url');
  return {
    at,
    network: 'mastodon' as const,
    id: text(status, 'uri'),
    url: text(status, 'url'),
    author: wholeHandle(text(account, 'acct'), url),
    authorName: text(account, 'display_name'),
    // The account's number is another on every server.
    authorId: text(account, 'uri'),
    createdAt: text(status, 'created_at'),
  };
}

function quoteOf(quoted: JsonObject | null, body: PostText): RawReference | null {
  const account = child(quoted, 'account');
  if (quoted !== null) return { id: text(quoted, 'uri'), author: wholeHandle(text(account, 'acct'), text(account, 'url')) };
  return body.quoted === null ? null : { id: postUri(body.quoted), author: handleAt(body.quoted) };
}

// The card is of the first link; on another host it is where a short link leads.
function linksOf(links: readonly Link[], card: JsonObject | null): readonly Link[] {
  const url = text(card, 'url');
  const [first, ...others] = links;
  if (url === null) return links;
  const title = text(card, 'title');
  if (first === undefined || links.some((link) => link.url === url)) return withCard(links, { url, title });
  const leadsAway = hostOf(first.url) !== hostOf(url);
  return [leadsAway ? { short: first.url, url, title } : { ...first, title }, ...others];
}

function countsOf(status: JsonObject): Counts {
  return {
    likes: count(status, 'favourites_count'),
    retweets: count(status, 'reblogs_count'),
    replies: count(status, 'replies_count'),
    quotes: count(status, 'quotes_count'),
  };
}
