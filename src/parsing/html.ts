import { UserError } from '../errors.ts';
import type { Source } from '../importers/importer.ts';
import { wholePage } from './text.ts';

// A page is read as one tree; the largest story found is 2 MB.
const MAX_PAGE = 64 * 1024 * 1024;

type Load = (typeof import('cheerio/slim'))['load'];

/** A page as a tree: `$('selector')`. */
export type Page = ReturnType<Load>;
/** Nodes of a page. */
export type Nodes = ReturnType<Page>;

/** Reads a web page. Throws a UserError when it is too large to be one. */
export async function readPage(source: Pick<Source, 'path' | 'open'>): Promise<{ $: Page; html: string }> {
  const html = await wholePage(source.open(), MAX_PAGE);
  if (html === null) throw new UserError(`${source.path}: the page is larger than 64 MB. Save it again, in parts`);
  const { load } = await import('cheerio/slim');
  return { $: load(html), html };
}

/**
 * A function that gives the parts of an element by their classes, in the order of the page. One walk finds them all: a
 * selector for each is several times slower, and a story has thousands of elements.
 */
export function partsOf<Name extends string>($: Page, element: Nodes, classes: readonly Name[]): (...names: Name[]) => Nodes {
  const wanted = new Set<string>(classes);
  const found: { readonly node: PageNode; readonly names: readonly string[] }[] = [];
  // By hand and not by recursion: a page can be nested thousands of elements deep.
  const open: PageNode[] = [];
  const visit = (node: PageNode) => {
    if ('children' in node) open.push(...node.children.toReversed());
  };
  element.toArray().toReversed().forEach(visit);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const names = 'attribs' in node ? (node.attribs['class'] ?? '').split(/\s+/).filter((name) => wanted.has(name)) : [];
    if (names.length > 0) found.push({ node, names });
    visit(node);
  }
  return (...names) => $(found.flatMap((part) => (names.some((name) => part.names.includes(name)) ? part.node : [])));
}

type PageNode = ReturnType<Nodes['contents']>[number];

/** What a page shows for a link, as text; null leaves the link as it is shown. */
export type Spell = (link: Nodes) => string | null;

/**
 * The text that an element holds, its links put in by `spell`: what a page shows of a link is shortened for the eye and
 * hides its other parts. Line ends are kept, as on pages that show them.
 */
export function textOf($: Page, nodes: Nodes, spell: Spell): string {
  const text = rawText($, nodes, spell, (words) => words);
  // A program that indents pages puts line ends and blanks around the text, and anywhere inside.
  return /^\n[ \t]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** The same of a page where, as is usual, only `<br>` ends a line and any other white space is one blank. */
export function flowTextOf($: Page, nodes: Nodes, spell: Spell): string {
  return rawText($, nodes, spell, (words) => words.replace(/\s+/g, ' '))
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ');
}

function rawText($: Page, nodes: Nodes, spell: Spell, write: (words: string) => string): string {
  const parts: string[] = [];
  nodes.contents().each((_, node) => {
    if (node.type === 'text') parts.push(write(node.data));
    else if (node.type !== 'tag') return;
    else if (node.name === 'br') parts.push('\n');
    else if (node.name === 'img') parts.push(emojiOf($(node)));
    else parts.push((node.name === 'a' ? spell($(node)) : null) ?? rawText($, $(node), spell, write));
  });
  return parts.join('');
}

// Pages of Twitter show emoji as pictures; the words under any other picture are not the tweet's.
function emojiOf(picture: Nodes): string {
  const words = picture.attr('alt') ?? '';
  return /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\ufe0f?\u20e3)/u.test(words) ? words : '';
}

/** What the first match of a selector shows, on one line; null when there is none, or nothing to see. */
export function lineIn($: Page, nodes: Nodes, selector: string): string | null {
  return lineOf($, nodes.find(selector).first());
}

/** What an element shows, on one line; null when there is nothing to see. */
export function lineOf($: Page, nodes: Nodes): string | null {
  const text = flowTextOf($, nodes, () => null)
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}
