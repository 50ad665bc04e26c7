/** The head of a stranger's page as a tree, in a time that no page can stretch. */
import { type CheerioAPI, load } from 'cheerio/slim';

// Parsers of HTML take a time in the square of the depth of a page: this much is read in a fraction of a second at worst.
const LONGEST = 48 * 1024;
// Words in these are no markup. What ends each stands beside it.
const OPAQUE = /<!--|<(?:script|style)(?=[\s>/])/gi;
const ENDS: Readonly<Record<string, RegExp>> = { '<!--': /-->/g, '<script': /<\/script[^<>]*>/gi, '<style': /<\/style[^<>]*>/gi };
const END_OF_HEAD = /<\/head(?=[\s>])|<body(?=[\s>])/i;

/** The head of a page (or its beginning, in one without) as a tree: `$('title')`. */
export function readHead(html: string): CheerioAPI {
  const markup = withoutScripts(html);
  const end = END_OF_HEAD.exec(markup)?.index ?? markup.length;
  // In one element: a tree of many roots is slow to search.
  return load(`<head>${markup.slice(0, Math.min(end, LONGEST))}`);
}

/** A page without its comments, scripts and styles, which in many are longer than all the rest. */
export function withoutScripts(html: string): string {
  const kept: string[] = [];
  let from = 0;
  OPAQUE.lastIndex = 0;
  for (let open = OPAQUE.exec(html); open !== null; open = OPAQUE.exec(html)) {
    kept.push(html.slice(from, open.index));
    const end = ENDS[open[0].toLowerCase()] ?? /$/g;
    end.lastIndex = OPAQUE.lastIndex;
    if (end.exec(html) === null) return kept.join('');
    from = end.lastIndex;
    OPAQUE.lastIndex = from;
  }
  return kept.join('') + html.slice(from);
}
