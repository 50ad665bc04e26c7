/** Tweets put into other pages, as `blockquote.twitter-tweet`: what Twitter gave people to paste, and what oEmbed answers. */
import type { RawTweet } from '../tweet.ts';
import { flowTextOf, type Nodes, type Page } from './html.ts';
import { wordsOf } from './page-words.ts';
import { statusOf, withoutWayback } from './status-address.ts';

// The name and handle under the words: `— Name (@handle) June 20, 2016`.
const CREDIT = /(?:^|\s)(?:—|–|--?)\s*(\S[^]*?)\s*\(@(\w{1,20})\)/;
const DELETED = /^(?:this )?tweet may have been deleted\.?$/i;

/** The tweet in the HTML of one embed, or null when it holds no tweet's address. */
export async function embeddedTweetIn(html: string, at: string): Promise<RawTweet | null> {
  const { load } = await import('cheerio/slim');
  const $ = load(html, null, false);
  return embeddedTweet($, $('blockquote').first(), at);
}

/**
 * The tweet that one `blockquote` of a page holds, or null when it holds no tweet's address. Where it holds nothing but
 * the address, the tweet is a stub.
 */
export function embeddedTweet($: Page, blockquote: Nodes, at: string): RawTweet | null {
  const quote = blockquote.clone();
  // A reply may hold its parent, which is a tweet of its own.
  quote.find('blockquote').remove();
  quote.find('img[alt]').each((_, picture) => void $(picture).replaceWith($(picture).attr('alt') ?? ''));
  const permalink = quote
    .find('a[href*="/status"]')
    .filter((_, anchor) => statusOf($(anchor).attr('href') ?? '') !== null)
    .last();
  const url = withoutWayback(permalink.attr('href') ?? '').replace(/[?#].*$/, '');
  const status = statusOf(url);
  if (status === null) return null;
  const body = bodyOf(quote);
  const words = body === null ? null : wordsOf($, body, flowTextOf);
  const credit = creditOf(quote, body);
  const isStub = words === null || words.text === '' || DELETED.test(words.text);
  return {
    at,
    id: status.id,
    url,
    author: credit?.handle ?? status.author,
    authorName: credit?.name ?? null,
    // The date under the words is a day of UTC and in any language; some embeds of 2012 give the time besides.
    createdAt: permalink.attr('data-datetime') ?? null,
    text: isStub ? null : words.text,
    encoded: words?.encoded ?? false,
    ...(isStub ? { stub: true } : {}),
    links: isStub ? [] : words.links,
    media: isStub ? [] : words.media,
    lang: body?.attr('lang') ?? null,
  };
}

// The words are the first paragraph; editors that make paragraphs of lines put the credit into one too.
function bodyOf(quote: Nodes): Nodes | null {
  const paragraph = quote.find('p').first();
  const text = paragraph.text().trim();
  return text === '' || (CREDIT.exec(text)?.index === 0 && paragraph.find('a[href*="/status"]').length > 0) ? null : paragraph;
}

function creditOf(quote: Nodes, body: Nodes | null): { name: string; handle: string } | null {
  const rest = quote.clone();
  if (body !== null) rest.find('p').first().remove();
  const [, name, handle] = CREDIT.exec(rest.text().replace(/\s+/g, ' ').trim()) ?? [];
  return name === undefined || handle === undefined ? null : { name, handle };
}
