/** The words of a tweet as pages of Twitter and of its like show them, and the addresses in them. */
import type { Link, Media } from '../tweet.ts';
import { type Nodes, type Page, textOf } from './html.ts';
import { onTwitter } from './status-address.ts';

/** What the words of a tweet say. */
export interface Words {
  readonly text: string;
  /** True when the page had encoded the text twice: it still holds entities. */
  readonly encoded: boolean;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
}

const SHORT = /^https?:\/\/t\.co\//i;
const OWN_PICTURE = /^pic\.(?:twitter|x)\.com\/\w+$/;
const ON_TWITTER = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?!(?:\w+|i\/web)\/status(?:es)?\/\d)/i;
// Where each generation of pages keeps what a t.co link leads to.
const EXPANDED = ['data-expanded-url', 'data-full-url', 'data-url', 'title', 'href'];

/** Reads the element that holds a tweet's words; `read` is how white space counts on such a page. */
export function wordsOf($: Page, element: Nodes, read = textOf): Words {
  const text = apart(read($, element, spell)).trim();
  const anchors = element
    .find('a')
    .toArray()
    .map((anchor) => $(anchor));
  return { text, encoded: /&(?:amp|lt|gt|quot|#39);/.test(text), links: anchors.flatMap(linkOf), media: anchors.flatMap(mediaOf) };
}

// As tweeted, a link is its t.co form. Names and hashtags stand as they are shown.
function spell(link: Nodes): string | null {
  return shortOf(link) ?? linkOf(link)[0]?.url ?? null;
}

function shortOf(link: Nodes): string | null {
  const href = onTwitter(link.attr('href') ?? '');
  return SHORT.test(href) ? href : null;
}

function linkOf(link: Nodes): Link[] {
  if (isPicture(link)) return [];
  const url = EXPANDED.map((name) => onTwitter(link.attr(name) ?? '')).find((address) => /^https?:\/\//i.test(address)) ?? null;
  return url === null || ON_TWITTER.test(url)
    ? []
    : [{ short: shortOf(link), url: url === shortOf(link) ? shownIn(link, url) : url, title: null }];
}

// Pages of today keep no expanded address, but show short ones whole.
function shownIn(link: Nodes, otherwise: string): string {
  const shown = link.text().replace(/\s+/g, '');
  if (!/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#][^…]*)?$/.test(shown)) return otherwise;
  return shown.includes('://') ? shown : `http://${shown}`;
}

function mediaOf(link: Nodes): Media[] {
  return isPicture(link) ? [{ short: shortOf(link), url: `https://${link.text().trim()}` }] : [];
}

function isPicture(link: Nodes): boolean {
  return OWN_PICTURE.test(link.text().trim());
}

// Styles keep words and links apart on the page; in the text of the tweet a blank does.
function apart(text: string): string {
  return text.replace(/([\p{L}\p{N}.!?…’”)])(https?:\/\/t\.co\/)/gu, '$1 $2');
}

/** The pictures a page shows under a tweet, the first tied to the t.co form that stands in its words. */
export function pictures(words: Words, addresses: readonly string[]): readonly Media[] {
  const shown = [...new Set(addresses)].filter((url) => /^https?:\/\//.test(url));
  return shown.length === 0
    ? words.media
    : shown.map((url, index) => ({ short: index === 0 ? (words.media[0]?.short ?? null) : null, url }));
}

/** Whom a tweet answers, told by the handle it begins with. */
export function answeredIn(text: string): { readonly author: string } | null {
  const author = /^@(\w{1,20})\b/.exec(text)?.[1];
  return author === undefined ? null : { author };
}

/** The number a page shows, as `1,826`; null for none, and for rounded ones such as `1.8K`. */
export function numberIn(text: string | null | undefined): number | null {
  const digits = /^\s*(\d{1,3}(?:[,.\s]\d{3})+|\d+)\s*$/.exec(text ?? '')?.[1]?.replace(/\D/g, '');
  return digits === undefined ? null : Number(digits);
}
