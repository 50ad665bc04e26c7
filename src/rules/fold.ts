/** One spelling for texts that are compared: every rule reads tweets through these. */

const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032\u00b4`]/g, "'"],
  [/[\u201c\u201d\u201e\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' '],
  [/\u200b|\u200c|\u200d|\u2060|\ufe0e|\ufe0f|\u20e3/g, ''],
  // Emoji letters: a boxed A before a keycap digit is a label.
  [/\u{1f170}/gu, 'A'],
];

const MOST_TEXTS = 4_000;

// A dozen rules read the same tweet, some of them later, when all of its session are known: readings are kept for a while.
function remembered(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_TEXTS) known.clear();
    const result = read(text);
    known.set(text, result);
    return result;
  };
}

/** The text with plain quotes, dashes, dots and spaces; its case is kept. */
export function straighten(text: string): string {
  // Most tweets are plain ASCII: nothing to replace.
  // oxlint-disable-next-line no-control-regex
  if (!/[^\u0000-\u007f]|`/.test(text)) return text;
  return QUOTES.reduce((plain, [odd, usual]) => plain.replace(odd, usual), text);
}

/** The straightened text without case and accents. */
export const foldText = remembered((text) => {
  const plain = straighten(text);
  // oxlint-disable-next-line no-control-regex
  return (/[^\u0000-\u007f]/.test(plain) ? plain.normalize('NFKD').replace(/\p{M}/gu, '') : plain).toLowerCase();
});

/** The text without its addresses, hashtags and handles, spaces closed up: what somebody says in it. */
export const spoken = remembered((text) => {
  const unlinked = /https?:|pic\./i.test(text) ? text.replace(/(?:https?:\/\/|pic\.twitter\.com\/)\S+/gi, ' ') : text;
  const plain = /[#@]/.test(unlinked) ? unlinked.replace(/[#@](?<![\p{L}\p{N}_].)[\p{L}\p{N}_]+/gu, ' ') : unlinked;
  return closeUp(plain).trim();
});

/** The text with every stretch of white space as one space. */
export function closeUp(text: string): string {
  // Single spaces, nearly all there is, are passed over.
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}
