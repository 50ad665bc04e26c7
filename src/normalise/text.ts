/** What stands in a text. */

/** A word as it is compared: without case, accents or width. */
export function fold(word: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = /[^\u0000-\u007f]/.test(word) ? word.normalize('NFKD').replace(/\p{M}/gu, '') : word;
  return plain.toLowerCase();
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
