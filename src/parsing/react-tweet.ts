/** One tweet of the pages that Twitter, then X, builds in the browser. */
import type { Media, RawReference, RawTweet } from '../tweet.ts';
import { lineIn, lineOf, type Nodes, type Page } from './html.ts';
import { numberIn, type Words, wordsOf } from './page-words.ts';
import { onTwitter, statusOf } from './status-address.ts';

const TEXT = '[data-testid="tweetText"], div[lang][dir="auto"]';
const NAME = '[data-testid="User-Name"], [data-testid="User-Names"]';
const MORE = '[data-testid="tweet-text-show-more-link"]';

/** The tweet that one element marked `tweet` shows; null when it has no address, as advertisements have none. */
export function reactTweet($: Page, element: Nodes, at: string): RawTweet | null {
  const time = element.find('a[href*="/status/"] time').first();
  const permalink = onTwitter(time.closest('a').attr('href') ?? '').replace(/[?#].*$/, '');
  const status = statusOf(permalink);
  if (status === null) return null;
  const box = quoteBox($, element);
  const quoted = box === null ? null : quotedIn($, box, at);
  const others = new Set(box?.find('*').toArray());
  const own = (selector: string) => element.find(selector).filter((_, node) => !others.has(node));
  const words = wordsOf($, withoutMore(own(TEXT).first()));
  return {
    at,
    id: status.id,
    url: permalink,
    author: status.author,
    authorName: nameOf($, own(NAME).first(), element, status.author),
    createdAt: time.attr('datetime') ?? null,
    // An article of X has a title in place of words.
    text: words.text === '' ? lineIn($, element, '[data-testid="twitter-article-title"]') : words.text,
    encoded: words.encoded,
    truncated: own(MORE).length > 0,
    replyTo: answeredIn($, own('a[href]')),
    quoteOf: quoted === null ? null : { id: quoted.id ?? null, author: quoted.author ?? null },
    links: words.links,
    media: mediaOf($, own('a[href]'), words, status.id),
    counts: countsOf(own('[role="group"][aria-label]').last().attr('aria-label') ?? ''),
    lang: own(TEXT).first().attr('lang') ?? null,
    context: quoted?.text ? [quoted] : [],
  };
}

function withoutMore(text: Nodes): Nodes {
  const copy = text.clone();
  copy.find(MORE).remove();
  return copy;
}

// The time of a quoted tweet is the one that leads nowhere: the whole box is its link.
function quoteBox($: Page, element: Nodes): Nodes | null {
  const time = element
    .find('time')
    .filter((_, node) => $(node).closest('a').length === 0)
    .first();
  const box = time.closest('[role="link"]');
  return box.length === 0 || box.find('[data-testid="tweet"]').length > 0 ? null : box;
}

// Its own address is to be seen only where it has pictures or is cut.
function quotedIn($: Page, box: Nodes, at: string): RawTweet {
  const url = hrefsIn($, box.find('a[href*="/status/"]'))[0] ?? '';
  const words = wordsOf($, withoutMore(box.find(TEXT).first()));
  const names = lineIn($, box, NAME) ?? '';
  return {
    at,
    id: statusOf(url)?.id ?? null,
    author: statusOf(url)?.author ?? /@(\w{1,20})\b/.exec(names)?.[1] ?? null,
    authorName: /^(.+?)\s*@\w{1,20}\b/.exec(names)?.[1] ?? null,
    createdAt: box.find('time').first().attr('datetime') ?? null,
    text: words.text === '' ? null : words.text,
    encoded: words.encoded,
    truncated: box.find(MORE).length > 0,
    links: words.links,
    media: mediaOf($, box.find('a[href]'), words, statusOf(url)?.id ?? ''),
  };
}

// Pages of 2021 mark no names: there it is the link to the author that shows one, with the handle glued to it.
function nameOf($: Page, marked: Nodes, element: Nodes, handle: string | null): string | null {
  const place = marked.length > 0 ? marked : element;
  const shown = place
    .find(`a[href$="/${handle}" i]`)
    .filter((_, link) => $(link).find('[data-testid="socialContext"]').length === 0)
    .toArray()
    .map(
      (link) =>
        lineOf($, $(link))
          ?.replace(/\s*@\w{1,20}$/, '')
          .trim() ?? '',
    );
  return shown.find((name) => name !== '') ?? null;
}

function answeredIn($: Page, links: Nodes): RawReference | null {
  for (const link of links.toArray()) {
    const author = /^@(\w{1,20})$/.exec($(link).text().trim())?.[1];
    if (author === undefined) continue;
    const around = $(link).parents('div').slice(0, 3).toArray();
    if (around.some((node) => /^\s*Replying\s+to\b/.test($(node).text()))) return { id: null, author };
  }
  return null;
}

function mediaOf($: Page, links: Nodes, words: Words, id: string): Media[] {
  const pages = hrefsIn($, links).filter((url) => url.includes(`/${id}/photo/`) || url.includes(`/${id}/video/`));
  return [...words.media, ...[...new Set(pages)].map((url) => ({ short: null, url }))];
}

function hrefsIn($: Page, links: Nodes): string[] {
  return links.toArray().map((link) => onTwitter($(link).attr('href') ?? ''));
}

// "31 replies, 76 reposts, 49 likes, Liked, 1025 views"; what is nought is left out.
function countsOf(label: string): NonNullable<RawTweet['counts']> {
  const count = (noun: string) => numberIn(new RegExp(`(?:^|, )([\\d,.]+) (?:${noun})\\b`, 'i').exec(label)?.[1]);
  return { replies: count('repl(?:y|ies)'), retweets: count('reposts?|retweets?'), quotes: count('quotes?'), likes: count('likes?') };
}
