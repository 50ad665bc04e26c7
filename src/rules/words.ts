/** The words of a tweet that can tell what it is about. */
import { foldText, spoken } from './fold.ts';
import { STOP_WORDS } from './stop-words.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'&-]*[\p{L}\p{N}]/gu;
const LABEL = /^(?:(?:q-)?[qa]\d{1,2}[a-e]?|\d.*|p\d)$/;

/** Telling words in the order they stand, folded; no stop words, labels, tags, handles or addresses. */
export function words(text: string): string[] {
  const found = spoken(foldText(text)).match(WORD) ?? [];
  return found.map(bare).filter((word) => word.length > 2 && !LABEL.test(word) && !STOP_WORDS.has(word));
}

// "district's" is the word district; of "and/or" the pattern makes two words already.
function bare(word: string): string {
  return !word.includes("'") ? word : word.replace(/'(?:s|re|ve|ll|d|m|t)$/, '').replace(/s'$/, 's');
}

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** The stem under which forms of a word are counted as one: enough to join grade, grades and grading. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > MOST_STEMS) stems.clear();
  const found = stemOf(word);
  stems.set(word, found);
  return found;
}

function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=[^s])s$/, '');
  const short = word.replace(/ies$/, 'y').replace(/(?:(?<=[ts])ions?|(?<=.{6})ments?|(?<=.{4})ity|ings?|ers?|ed|es|s|e)$/, '');
  return short.length < 3 ? word : short.replace(/([bdgmnpt])\1$/, '$1').replace(/i$/, 'y');
}
