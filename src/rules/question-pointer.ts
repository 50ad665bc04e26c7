import { foldText, spoken } from './fold.ts';

/** Words that lead people back to a question somebody asked: `Question 3 here! <quoted tweet>`. */
export interface Pointer {
  readonly number: number;
  /** True when it gives the quoted tweet a number that it lacks: "forgot the label, this is Q4". */
  readonly names: boolean;
}

const NUMBER = /\b(?:q\s?[.:#]?\s?|question\s*#?\s?)(\d{1,2})\b/;
const NAMES =
  /\b(?:this|that|here|it|above|previous)\s*(?:is|was|'s|should (?:be|have been))\s+(?:q|question)|\bforgot\b|\b(?:should (?:be|have been)|meant)\b/;
/** All that may follow the number. */
const LEADS_BACK =
  /^(?:\W|\b(?:is|right|up|here|on|again|now|for|you|those|who|everyone|everybody|all|folks|friends|in case|missed|it|icymi|repost|rt|posted|below|above|still|open|live)\b)*$/;
const ASKS =
  /^(?:so\s+|wait\W+|sorry\W+|oops\W+)*(?:what(?:'?s| is| was)|which|where|are we|is (?:this|that|it)|did (?:i|we)|have (?:i|we)|can (?:some|any)|could (?:some|any))|\b(?:repost|rt)\b.{0,20}\?|^\W*q\s?\d+\s*\?+$/;
/** Longer than this it says something of its own. */
const MOST = 60;

/** "What's Q3?", "Can someone repost Q2?": somebody lost the thread; null for anything else. */
export function seeksQuestion(text: string): true | null {
  const plain = spoken(foldText(text));
  return plain.length <= MOST && NUMBER.test(plain) && ASKS.test(plain) && /\?|\b(?:repost|rt)\b/.test(plain) ? true : null;
}

/** A short tweet that only points to a numbered question (it must quote or link one to be believed), or null. */
export function questionPointer(text: string): Pointer | null {
  const plain = spoken(foldText(text));
  const match = NUMBER.exec(plain);
  if (match === null || plain.length > MOST || ASKS.test(plain)) return null;
  const names = NAMES.test(plain);
  const rest = plain.slice(match.index + match[0].length);
  return names || LEADS_BACK.test(rest) ? { number: Number(match[1]), names } : null;
}
