import { decodeHTMLStrict } from 'entities';
import { repairMojibake } from './mojibake.ts';

// C0 and C1 controls but tab and line feed; DEL; the byte order mark. They say nothing and can move a cursor.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g;

/** A text as it is kept: HTML entities decoded once where there are any, misread characters repaired, one kind of line end, no controls. */
export function cleanText(text: string, encoded: boolean): string {
  const decoded = encoded && text.includes('&') ? decodeHTMLStrict(text) : text;
  return repairMojibake(decoded).replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
}

/** A name or a title: as a text, on one line. */
export function cleanName(name: string | null | undefined, encoded: boolean): string | null {
  const clean = cleanText(name ?? '', encoded).replace(/\s+/g, ' ');
  return clean === '' ? null : clean;
}

/** The name of the program a tweet was written with; the API gives it as an HTML anchor. */
export function clientName(client: string | null | undefined): string | null {
  return cleanName(client?.replace(/<[^>]*>/g, ''), true);
}

/** A word as it is compared: without case, accents or width. */
export function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/gu;
const MENTION = /(?<![\w@/])[@＠](\w{1,20})(?![\w@])/g;
// A t.co address is letters and digits; what is glued to it, such as an emoji, is not part of it.
const SHORT = /^https?:\/\/t\.co\/\w+/i;
const ADDRESS = /https?:\/\/[^\s<>"…]+/gi;

/** The hashtags that stand in a text, as written, without `#`; those inside addresses do not count. */
export function hashtagsIn(text: string): string[] {
  return text.includes('#') || text.includes('＃') ? Array.from(withoutAddresses(text).matchAll(HASHTAG), (match) => match[1] ?? '') : [];
}

/** The handles mentioned in a text, as written, without `@`. */
export function mentionsIn(text: string): string[] {
  return text.includes('@') ? Array.from(withoutAddresses(text).matchAll(MENTION), (match) => match[1] ?? '') : [];
}

/**
 * The web addresses in a text, without the punctuation that follows them. Before `…` a t.co address is cut short and lost;
 * others are whole: exports put that mark after every address they shortened for display.
 */
export function addressesIn(text: string): string[] {
  if (!text.includes('://')) return [];
  return Array.from(text.matchAll(ADDRESS))
    .filter((match) => text[match.index + match[0].length] !== '…' || !SHORT.test(match[0]))
    .map((match) => SHORT.exec(match[0])?.[0] ?? match[0].replace(/[.,;:!?'"’”»)\]}]+$/, (end) => keptBracket(match[0], end)));
}

/** The text without its web addresses. */
export function withoutAddresses(text: string): string {
  return text.includes('://') ? text.replace(ADDRESS, ' ') : text;
}

// An address may end in a bracket that it opened itself, as encyclopaedia pages do.
function keptBracket(address: string, end: string): string {
  return end.startsWith(')') && address.includes('(') ? ')' : '';
}
