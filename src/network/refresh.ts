/** Pages that hold nothing but the address of another. */
import { pageText } from './charset.ts';
import { readHead, withoutScripts } from './head.ts';
import { isPage } from './title.ts';

/** The most bytes that a page has which only sends on. */
export const STUB_BYTES = 16 * 1024;
// "This page has moved. If your browser does not take you there in five seconds, click here."
const STUB_WORDS = 300;
const PATIENCE_S = 5;

/**
 * Where a whole page sends its readers within five seconds, as it spells the address, or null. Only a page that shows next to
 * nothing does: a full one sends on those whose browser lacks something.
 */
export function refreshOf(body: Buffer, contentType: string | null): string | null {
  if (!isPage(contentType) || body.length > STUB_BYTES) return null;
  const html = pageText(body, contentType);
  const target = statedIn(html);
  return target !== null && shownWords(html) <= STUB_WORDS ? target : null;
}

function statedIn(html: string): string | null {
  const $ = readHead(html);
  const contents = $('meta[http-equiv]')
    .toArray()
    .map((element) => $(element))
    .filter((meta) => meta.attr('http-equiv')?.trim().toLowerCase() === 'refresh')
    .map((meta) => meta.attr('content') ?? '');
  const [, seconds = '', rest = ''] = /^\s*(\d{1,4})[\d.]*\s*(?:[;,]\s*)?(.*)$/s.exec(contents[0] ?? '') ?? [];
  const target = unquoted(rest.trim().replace(/^url\s*=\s*/i, ''));
  return seconds !== '' && Number(seconds) <= PATIENCE_S && target !== '' ? target : null;
}

function unquoted(words: string): string {
  const quote = words[0];
  if (quote !== '"' && quote !== "'") return words.trim();
  const end = words.indexOf(quote, 1);
  return words.slice(1, end === -1 ? undefined : end).trim();
}

// Of the title and of the body, which is a little too many.
function shownWords(html: string): number {
  return withoutScripts(html)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ').length;
}
