/** Words as the full-text index cuts them, for what it cannot answer itself: exact words, exact phrases, whole prefixes. */
import { fold } from '../normalise/text.ts';

const PLAIN = /^[ -~]*$/;
const INSIDE = '[\\p{L}\\p{N}\\p{Co}\\p{M}]';

// Endings that the index cuts off or rewrites (Porter's); `gradin*` must find grading, which is kept as `grade`.
const ENDINGS = [
  'ing',
  'ings',
  'ed',
  'es',
  'ies',
  'ied',
  'edly',
  'ingly',
  'ment',
  'ement',
  'ness',
  'fulness',
  'ousness',
  'iveness',
  'ation',
  'ization',
  'ational',
  'tional',
  'ion',
  'ator',
  'izer',
  'ative',
  'itive',
  'ive',
  'able',
  'ible',
  'ably',
  'ibly',
  'ality',
  'ivity',
  'ility',
  'icity',
  'ical',
  'icate',
  'ate',
  'ize',
  'ise',
  'alism',
  'ism',
  'ance',
  'ence',
  'ancy',
  'ency',
  'ant',
  'ent',
  'ently',
  'ously',
  'ous',
  'ful',
  'ally',
  'al',
  'ity',
  'iti',
  'ic',
  'er',
  'ology',
  'ly',
  'y',
];

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  // All letters of the world take a millisecond to make ready, and most texts need none but these.
  return (PLAIN.test(folded) ? folded.match(/[a-z\d]+/g) : folded.match(/[\p{L}\p{N}\p{Co}]+/gu)) ?? [];
}

/** True when the index has something to look for in this text. */
export function hasWords(text: string): boolean {
  return /[a-z\d]/i.test(text) || /[\p{L}\p{N}\p{Co}]/u.test(text);
}

/** A test for these words one after another in a text; the last may be the beginning of a word. */
export function wordsTest(wanted: string, prefix: boolean): (text: string) => boolean {
  const words = wordsOf(wanted);
  // Most texts are decided as they stand; folding is ten times slower, and changes only what is beyond ASCII.
  // The first word stands before the look at what precedes it: letters are found faster than the lack of them.
  const [first = '', ...rest] = words;
  const following = rest.map((word) => `(?:(?!${INSIDE})[^])+${word}`).join('');
  const plain = new RegExp(`${first}(?<!${INSIDE}${first})${following}${prefix ? '' : `(?!${INSIDE})`}`, 'iu');
  const folded = ` ${words.join(' ')}${prefix ? '' : ' '}`;
  // oxlint-disable-next-line no-control-regex
  return (text) => plain.test(text) || (/[^\u0000-\u007f]/.test(text) && ` ${wordsOf(text).join(' ')} `.includes(folded));
}

/** What to look up for a prefix in an index of stems: prefixes, and whole words whose stem may be shorter than the prefix. */
export function prefixLookups(prefix: string): { readonly prefixes: readonly string[]; readonly words: readonly string[] } {
  const completed = ENDINGS.flatMap((ending) =>
    Array.from(ending, (_, end) => ending.slice(0, end))
      .filter((begun) => begun !== '' && prefix.endsWith(begun))
      .map((begun) => prefix + ending.slice(begun.length)),
  );
  // A final y is kept as i in some words and as y in others.
  const prefixes = prefix.length > 1 && prefix.endsWith('y') ? [prefix, prefix.slice(0, -1)] : [prefix];
  return { prefixes, words: [...new Set(completed)] };
}
