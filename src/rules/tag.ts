const TAG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u;

/** The tag that somebody means by some words: in small letters, without `#`, blanks as hyphens; null for what can be none. */
export function tagOf(words: string): string | null {
  const tag = words
    .trim()
    .toLowerCase()
    .replace(/^[#＃]/, '')
    .replace(/\s+/g, '-');
  return TAG.test(tag) && tag.length <= 50 ? tag : null;
}
