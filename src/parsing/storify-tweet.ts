/** The tweets of a Storify story, which its saved pages and the answers of its API spell alike. */
import { timeOfId } from '../row-number.ts';
import type { Link, RawTweet } from '../tweet.ts';
import { type Nodes, type Page, textOf } from './html.ts';
import { statusOf, withoutWayback } from './status-address.ts';

/** One element of a story: a tweet, a page of the web, a remark of the curator. */
export interface StoryElement {
  /** `quote`, `image`, `video`, `link`, `text`. */
  readonly type: string;
  /** The site it was taken from: `twitter`, `storify`, `YouTube`. */
  readonly source: string;
  readonly permalink: string;
  /** A handle, with or without `@`. */
  readonly author: string | null;
  readonly authorName: string | null;
  /** ISO 8601, or milliseconds since 1970. */
  readonly postedAt: string | number | null;
  /** The handle of the one whose retweet the curator took it from. */
  readonly via: string | null;
  /** The words of a tweet, in HTML. */
  readonly words: Nodes;
  /** The words of the curator, in HTML; empty in any other element. */
  readonly remark: Nodes;
}

/** The tweet that an element of a story is, or null; an element is a tweet by its address. */
export function storyTweet($: Page, element: StoryElement, at: string, section: string | null): RawTweet | null {
  const url = withoutWayback(element.permalink).replace(/#.*$/, '');
  const status = statusOf(url);
  if (status === null) return null;
  const links = linksOf($, element.words);
  const text = textOf($, element.words.first(), spellLink).trim();
  const tweet: RawTweet = {
    at,
    id: status.id,
    url,
    author: element.author?.replace(/^@/, '') ?? status.author,
    authorName: element.authorName,
    createdAt: element.postedAt,
    text,
    // Decoded with the page; the few that still hold entities were encoded twice.
    encoded: /&(?:amp|lt|gt|quot|#39);/.test(text),
    truncated: links.some(({ url: address }) => /\/i\/web\/status\//.test(address)),
    quoteOf: quoteIn(links, status.id),
    links: links.filter((link) => !isOwnMedia(link)),
    media: links.filter(isOwnMedia).map(({ short, url: address }) => ({ short, url: address })),
    section,
  };
  const via = element.via?.replace(/^@/, '') ?? null;
  return via === null || isTimeOf(status.id, tweet.createdAt) ? tweet : retweetBy(via, tweet);
}

// "via @user": the curator took the tweet from a retweet, and Storify kept the id of either the one or the other.
function retweetBy(author: string, original: RawTweet): RawTweet {
  return {
    ...original,
    url: null,
    author,
    authorName: null,
    createdAt: null,
    text: `RT @${original.author}: ${original.text}`,
    retweetOf: { id: null, author: original.author ?? null },
    quoteOf: null,
    context: [{ ...original, id: null, url: null }],
  };
}

function isTimeOf(id: string, stated: RawTweet['createdAt']): boolean {
  const byId = timeOfId(BigInt(id));
  const said = typeof stated === 'number' ? stated : Date.parse(String(stated));
  return byId === null || Number.isNaN(said) || Math.abs(byId - said) <= 2000;
}

// The text as tweeted holds the t.co form; a link without one was put in by Storify, and stands shortened.
function spellLink(link: Nodes): string | null {
  const href = addressOf(link, 'href');
  if (/^https?:\/\/t\.co\//.test(href)) return href;
  return link.children().length > 0 ? addressOf(link, 'title') || href : null;
}

function linksOf($: Page, words: Nodes): Link[] {
  return words
    .find('a')
    .not('.tweet-url')
    .toArray()
    .map((anchor) => {
      const href = addressOf($(anchor), 'href');
      const short = /^https?:\/\/t\.co\//.test(href) ? href : null;
      return { short, url: addressOf($(anchor), 'title') || href, title: null };
    });
}

function isOwnMedia({ url }: Link): boolean {
  return /\/status(?:es)?\/\d+\/(?:photo|video)\//.test(url);
}

function quoteIn(links: readonly Link[], own: string): { id: string; author: string | null } | null {
  const quoted = links.filter((link) => !isOwnMedia(link)).flatMap(({ url }) => statusOf(url) ?? []);
  return quoted.find(({ id, author }) => id !== own && author !== null) ?? null;
}

function addressOf(element: Nodes, attribute: string): string {
  return withoutWayback(element.attr(attribute) ?? '');
}
