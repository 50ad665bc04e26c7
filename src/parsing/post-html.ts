/** The HTML that posts of the Fediverse are written in, as text: https://docs.joinmastodon.org/spec/activitypub/#sanitization */
import type { Link } from '../tweet.ts';
import type { Nodes, Page } from './html.ts';
import { isPage, spellLink } from './shown-link.ts';

/** What the HTML of a post says. */
export interface PostText {
  readonly text: string;
  /** The pages it links to; not the people and hashtags. */
  readonly links: readonly Link[];
  /** The people it addresses, by the address of their profile. */
  readonly people: readonly string[];
  /** The address of a quoted post, where the post says it in words for servers that know no quotes. */
  readonly quoted: string | null;
}

/** Reads the HTML of a post. */
export type ReadPost = (html: string) => PostText;

type Element = Parameters<Page>[0];

// People nest a few paragraphs and lists; a file can claim anything.
const MAX_DEPTH = 100;
const PARAGRAPH = new Set(['p', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table']);
const LINE = new Set(['div', 'li', 'tr', 'dt', 'dd']);
// Where one line ends the next may begin: any number of these together is one line end.
const LINE_EDGE = '\u0001';

/** The reader of posts' HTML; it loads the parser, which few runs need. */
export async function postReader(): Promise<ReadPost> {
  const { load } = await import('cheerio/slim');
  return (html) => {
    const $ = load(html, null, false);
    const quote = $('.quote-inline').first();
    const quoted = quote.find('a').last().attr('href') ?? null;
    quote.remove();
    const found: Found = { links: [], people: [] };
    const text = tidy(wordsOf($, $.root(), found, 0));
    return { text, quoted, ...found };
  };
}

interface Found {
  readonly links: Link[];
  readonly people: string[];
}

function wordsOf($: Page, nodes: Nodes, found: Found, depth: number): string {
  let words = '';
  nodes.contents().each((_, node) => {
    if (node.type === 'text') words += node.data;
    else if (node.type === 'tag' && depth < MAX_DEPTH) words += elementWords($, node, { found, depth: depth + 1, before: words });
  });
  return words;
}

interface Place {
  readonly found: Found;
  readonly depth: number;
  readonly before: string;
}

function elementWords($: Page, element: Element & { readonly name: string }, { found, depth, before }: Place): string {
  const { name } = element;
  if (name === 'br') return '\n';
  if (name === 'img') return $(element).attr('alt') ?? '';
  if (name === 'script' || name === 'style') return '';
  const words = wordsOf($, $(element), found, depth);
  if (name === 'a') return linkWords($(element), words, before, found);
  const mark = name === 'li' ? '- ' : '';
  if (PARAGRAPH.has(name)) return `\n\n${words}\n\n`;
  return LINE.has(name) ? `${LINE_EDGE}${mark}${words}${LINE_EDGE}` : words;
}

// Some servers put the `#` or `@` before the link, and not all of them name its class.
function linkWords(link: Nodes, words: string, before: string, { links, people }: Found): string {
  const address = link.attr('href')?.trim() ?? '';
  if (link.is('.hashtag, [rel~="tag"]') || words.startsWith('#') || before.endsWith('#')) return words;
  if (link.is('.mention') || /^@\S+$/.test(words) || before.endsWith('@')) {
    people.push(address);
    return words;
  }
  if (!isPage(address)) return words;
  const again = links.some(({ url }) => url === address);
  if (!again) links.push({ short: null, url: address, title: null });
  return spellLink(words, address, again);
}

function tidy(words: string): string {
  return words
    .replace(/\u00a0/g, ' ')
    .replaceAll(/\u0001+/g, '\n') // oxlint-disable-line no-control-regex
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n (?! )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
