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
export const clientName = remembered((client) => cleanName(client.replace(/<[^>]*>/g, ''), true), null);

/** A word as it is compared: without case, accents or width. */
export function fold(word: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = /[^\u0000-\u007f]/.test(word) ? word.normalize('NFKD').replace(/\p{M}/gu, '') : word;
  return plain.toLowerCase();
}

/** So many texts are remembered: programs and people come again and again. */
const REMEMBERED = 5_000;

// Reads a text that comes again and again but once; what is no text is `none`.
function remembered<T, None>(read: (text: string) => T, none: None): (text: string | null | undefined) => T | None {
  const known = new Map<string, T>();
  return (text) => {
    if (text === null || text === undefined) return none;
    const already = known.get(text);
    if (already !== undefined) return already;
    if (known.size >= REMEMBERED) known.clear();
    const result = read(text);
    known.set(text, result);
    return result;
  };
}

const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/gu;
const MENTION = /(?<![\w@/])[@＠](\w{1,20})(?![\w@])/g;
// A t.co address is letters and digits; what is glued to it, such as an emoji, is not part of it.
const SHORT = /^https?:\/\/t\.co\/\w+/i;
const ADDRESS = /https?:\/\/[^\s<>"…]+/gi;

/** The hashtags that stand in a text, as written, without `#`; those inside addresses do not count. */
export function hashtagsIn(text: string): readonly string[] {
  if (!text.includes('#') && !text.includes('＃')) return NONE;
  // A tweet is asked for its tags twice on end: for its own, and for the words inside them.
  if (text !== lastTagged.text)
    lastTagged = { text, tags: Array.from(withoutAddresses(text).matchAll(HASHTAG), (match) => match[1] ?? '') };
  return lastTagged.tags;
}

const NONE: readonly string[] = [];
let lastTagged: { readonly text: string; readonly tags: readonly string[] } = { text: '', tags: NONE };

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
