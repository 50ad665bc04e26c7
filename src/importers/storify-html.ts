import { type Nodes, type Page, readPage, textOf } from '../parsing/html.ts';
import { timeOfId } from '../row-number.ts';
import type { Link, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { headingsOf, incompleteStory, leftOut } from './storify-story.ts';

// Styles can fill the beginning of a saved page before the story starts, so any two of these will do; the script comes first.
const SIGNS = [
  /\bs\.story\["permalink"\]\s*=/,
  /\bs\.story\["stats"\]\s*=/,
  /<body\b[^>]*\bid="embed"/,
  /<div\b[^>]*\bclass="s-story\b/,
  /<ol\b[^>]*\bclass="[^"]*\bs-elements\b/,
  /<li\b[^>]*\bdata-permalink="[^>]*\bclass="s-element\b/,
];

/** A Storify story saved from the browser; the platform closed in May 2018. */
export const storifyHtml: Importer = {
  name: 'storify-html',
  title: 'Storify story (saved page)',
  identify: ({ html, text }) => html && SIGNS.filter((sign) => sign.test(text)).length >= 2,
  async *extract(source) {
    const { $, html } = await readPage(source);
    const elements = $('li.s-element')
      .toArray()
      .map((element) => $(element));
    const headings = headingsOf(elements);
    const others: Nodes[] = [];
    let section: string | null = null;
    for (const [index, element] of elements.entries()) {
      const heading = headings[index] ?? null;
      section = heading ?? section;
      const tweet = readTweet($, element, `element ${index + 1}`, section);
      if (tweet !== null) yield { kind: 'tweet', tweet };
      else if (heading === null) others.push(element);
    }
    for (const message of [leftOut(others), incompleteStory(html, elements.length)]) {
      if (message !== null) yield { kind: 'warning', message };
    }
  },
};

// An element is a tweet by its address; its kinds (quote, image, video) differ in the classes only.
function readTweet($: Page, element: Nodes, at: string, section: string | null): RawTweet | null {
  const url = addressOf(element, 'data-permalink');
  const status = statusOf(url);
  if (status === null) return null;
  const links = linksOf($, element);
  const body = element.find('.s-quote-text, .s-image-caption, .s-video-title').first();
  const text = textOf($, body, spellLink).trim();
  const tweet: RawTweet = {
    at,
    id: status.id,
    url,
    author: textIn(element, '.s-quote-author-username, .s-author-twitter-handle')?.replace(/^@/, '') ?? status.author,
    authorName: textIn(element, '.s-quote-author-name, .s-author-twitter-name'),
    createdAt: element.find('.s-posted .timestamp').first().attr('data-timestamp') ?? null,
    text,
    // Decoded with the page; the few that still hold entities were encoded twice.
    encoded: /&(?:amp|lt|gt|quot|#39);/.test(text),
    truncated: links.some(({ url: address }) => /\/i\/web\/status\//.test(address)),
    quoteOf: quoteIn(links, status.id),
    links: links.filter((link) => !isOwnMedia(link)),
    media: links.filter(isOwnMedia).map(({ short, url: address }) => ({ short, url: address })),
    section,
  };
  const via = textIn(element, '.s-via')?.replace(/^@/, '') ?? null;
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
  const said = Date.parse(String(stated));
  return byId === null || Number.isNaN(said) || Math.abs(byId - said) <= 2000;
}

// The text as tweeted holds the t.co form; a link without one was put in by Storify, and stands shortened.
function spellLink(link: Nodes): string | null {
  const href = addressOf(link, 'href');
  if (/^https?:\/\/t\.co\//.test(href)) return href;
  return link.children().length > 0 ? addressOf(link, 'title') || href : null;
}

function linksOf($: Page, element: Nodes): Link[] {
  return element
    .find('.s-quote-text a, .s-image-caption a, .s-video-title a')
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

function statusOf(url: string): { id: string; author: string | null } | null {
  const [, author, id] =
    /^(?:https?:)?\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w+|i\/web)\/status(?:es)?\/(\d{1,19})/.exec(url) ?? [];
  return id === undefined || author === undefined ? null : { id, author: author === 'i/web' ? null : author };
}

// The Wayback Machine rewrites every address of a page.
function addressOf(element: Nodes, attribute: string): string {
  return (element.attr(attribute) ?? '').replace(/^(?:(?:https?:)?\/\/web\.archive\.org)?\/web\/\d+[a-z_]*\//, '');
}

function textIn(element: Nodes, selector: string): string | null {
  const text = element.find(selector).first().text().replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}
