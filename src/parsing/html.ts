import { UserError } from '../errors.ts';
import type { Source } from '../importers/importer.ts';
import { wholeText } from './text.ts';

// A page is read as one tree; the largest story found is 2 MB.
const MAX_PAGE = 64 * 1024 * 1024;

type Load = (typeof import('cheerio/slim'))['load'];

/** A page as a tree: `$('selector')`. */
export type Page = ReturnType<Load>;
/** Nodes of a page. */
export type Nodes = ReturnType<Page>;

/** Reads a web page. Throws a UserError when it is too large to be one. */
export async function readPage(source: Pick<Source, 'path' | 'open'>): Promise<{ $: Page; html: string }> {
  const html = await wholeText(source.open(), MAX_PAGE);
  if (html === null) throw new UserError(`${source.path}: the page is larger than 64 MB. Save the story again, in parts`);
  const { load } = await import('cheerio/slim');
  return { $: load(html), html };
}

/**
 * The text that an element holds, its links put in by `spell`: what a page shows of a link is shortened for the eye and
 * hides its other parts. Null from `spell` leaves a link as it is shown.
 */
export function textOf($: Page, nodes: Nodes, spell: (link: Nodes) => string | null): string {
  const parts: string[] = [];
  nodes.contents().each((_, node) => {
    if (node.type === 'text') parts.push(node.data);
    else if (node.type === 'tag' && node.name === 'br') parts.push('\n');
    else if (node.type === 'tag') parts.push((node.name === 'a' ? spell($(node)) : null) ?? textOf($, $(node), spell));
  });
  const text = parts.join('');
  // A program that indents pages puts line ends and blanks around the text, and anywhere inside.
  return /^\n[ \t]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}
