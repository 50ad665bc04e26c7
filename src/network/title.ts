/** What a page is called. */
import { pageText } from './charset.ts';
import { readHead } from './head.ts';
import { cleanLine } from './line.ts';
import { isNoTitle } from './no-title.ts';

const LONGEST = 300;

/** Whether a Content-Type header (null when there was none) says, or leaves open, that a body is a web page. */
export function isPage(contentType: string | null): boolean {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase();
  return type === '' || type === 'text/html' || type === 'application/xhtml+xml';
}

/**
 * The title that a page gives itself, on one line of at most 300 characters: its og:title, its twitter:title or its title.
 * Null when it has none, is no web page, or shows only a wall: a log-in, a check for robots, "Page not found".
 */
export function titleOf(body: Buffer, contentType: string | null): string | null {
  if (!isPage(contentType)) return null;
  const $ = readHead(pageText(body, contentType));
  const named = new Map<string, string>();
  $('meta, title').each((_, element) => {
    const node = $(element);
    const isTitle = element.name === 'title';
    if (isTitle && isOfPicture(element)) return;
    const name = isTitle ? 'title' : (node.attr('property') ?? node.attr('name') ?? '').trim().toLowerCase();
    const words = cleanLine(isTitle ? node.text() : (node.attr('content') ?? ''), LONGEST);
    if (words !== '' && !isNoTitle(words) && !named.has(name)) named.set(name, words);
  });
  return named.get('og:title') ?? named.get('twitter:title') ?? named.get('title') ?? null;
}

interface Nested {
  readonly name?: string;
  readonly parent: Nested | null;
}

// Drawings have titles too.
function isOfPicture(title: Nested): boolean {
  for (let node = title.parent; node !== null; node = node.parent) if (node.name === 'svg') return true;
  return false;
}
