import { foldText, spoken } from './fold.ts';

/** The number that somebody gives to what they said before. */
export interface LateLabel {
  readonly number: number;
  /** True for several tweets ("those were A4"), false for the last one. */
  readonly several: boolean;
}

const LATE =
  /\b(?:(?:previous|last|earlier|above)(?: (?:two|three|few|\d))?(?: (?:tweets?|posts?|ones?|answers?))?|that|those|these|it)(?: (?:tweets?|ones?|answers?))? (?:was|were|should (?:be|have been)|(?:is|are) (?:actually|really))(?: (?:my|all|an?|the|answers?|answering|part of))*(?: (?:a#?(?<answer>\d{1,2})|(?:for|to) q\s?#?(?<question>\d{1,2})))\b/;
/** Longer than this it says something of its own. */
const MOST = 70;

/** "Previous tweets were A4...oops!", "oops that was my A1 answer": a label for the author's tweets before it, or null. */
export function lateLabel(text: string): LateLabel | null {
  const plain = spoken(foldText(text));
  if (plain.length > MOST || plain.endsWith('?')) return null;
  const groups = LATE.exec(plain)?.groups;
  const number = Number(groups?.['answer'] ?? groups?.['question'] ?? 0);
  return number < 1 || number > 30 ? null : { number, several: /\b(?:were|are|those|these|tweets|ones|answers|posts)\b/.test(plain) };
}
