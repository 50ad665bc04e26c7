/** What stands in a text. */

/** A word as it is compared: without case, accents or width. */
export function fold(word: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = /[^\u0000-\u007f]/.test(word) ? word.normalize('NFKD').replace(/\p{M}/gu, '') : word;
  return plain.toLowerCase();
}

const MENTION = /(?<![\w@/])[@＠](\w{1,20})(?![\w@])/g;
// A t.co address is letters and digits; what is glued to it, such as an emoji, is not part of it.
const SHORT = /^https?:\/\/t\.co\/\w+/i;
const ADDRESS = /https?:\/\/[^\s<>"…]+/gi;

/** The hashtags that stand in a text, as written, without `#`; those inside addresses do not count. */
export function hashtagsIn(text: string): readonly string[] {
  if (!text.includes('#') && !text.includes('＃')) return NONE;
  // A tweet is asked for its tags twice on end: for its own, and for the words inside them.
  if (text !== lastTagged.text) lastTagged = { text, tags: tagsIn(withoutAddresses(text)) };
  return lastTagged.tags;
}

function tagsIn(text: string): string[] {
  return plainTags(text) ?? allTags(text);
}

// The pattern stands where it is used, and not above: to make it ready takes longer than many a command does in all.
function allTags(text: string): string[] {
  return Array.from(
    text.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/gu),
    (match) => match[1] ?? '',
  );
}

// What `allTags` finds, in a tenth of its time; null where a character that is no ASCII touches a tag, which needs its rules.
function plainTags(text: string): string[] | null {
  if (text.includes('＃')) return null;
  const tags: string[] = [];
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    const before = text.charCodeAt(at - 1);
    const end = wordEnd(text, at + 1);
    if (before > 0x7f || text.charCodeAt(end) > 0x7f) return null;
    const tag = isWord(before) || before === AMPERSAND || before === SLASH ? '' : text.slice(at + 1, end);
    if (/[A-Za-z]/.test(tag)) tags.push(tag);
  }
  return tags;
}

const AMPERSAND = 0x26;
const SLASH = 0x2f;
const AT = 0x40;

// Where the letters, digits and underlines that begin at a place end.
function wordEnd(text: string, from: number): number {
  let end = from;
  while (isWord(text.charCodeAt(end))) end++;
  return end;
}

// Whether a character is one of `\w`.
function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

const NONE: readonly string[] = [];
let lastTagged: { readonly text: string; readonly tags: readonly string[] } = { text: '', tags: NONE };

/** The handles mentioned in a text, as written, without `@`. */
export function mentionsIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const bare = withoutAddresses(text);
  return bare.includes('＠') ? Array.from(bare.matchAll(MENTION), (match) => match[1] ?? '') : plainMentions(bare);
}

// What `MENTION` finds where every mark is the usual one.
function plainMentions(text: string): string[] {
  const handles: string[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (isWord(before) || before === AT || before === SLASH) continue;
    const end = wordEnd(text, at + 1);
    const length = end - at - 1;
    if (length > 0 && length <= LONGEST_HANDLE && text.charCodeAt(end) !== AT) handles.push(text.slice(at + 1, end));
  }
  return handles;
}

const LONGEST_HANDLE = 20;

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
  if (!text.includes('://')) return text;
  // Asked for by each that looks for something in the words of one tweet.
  if (text !== lastBare.text) lastBare = { text, bare: text.replace(ADDRESS, ' ') };
  return lastBare.bare;
}

let lastBare = { text: '', bare: '' };

// An address may end in a bracket that it opened itself, as encyclopaedia pages do.
function keptBracket(address: string, end: string): string {
  return end.startsWith(')') && address.includes('(') ? ')' : '';
}
