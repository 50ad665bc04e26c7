import { foldText, spoken } from './fold.ts';

const TALK =
  /\b(?:knew|know|see|saw|read|reading|loved?|loving|liked?|with|on|for|after|before|until|answer(?:ed|ing|s)?|missed|your|my|great|good|that|this)\s+(?:[a-z']+\s){0,2}(?:q\s?\d{1,2}|a\d{1,2})\b(?!\s*[:)])/;
/** Longer than this it says something of its own. */
const MOST = 60;

/** "Already on Q5", "I knew A3 would be a challenge": a short tweet about the questions, not to one of them; else null. */
export function labelTalk(text: string): true | null {
  const plain = spoken(foldText(text));
  return plain.length <= MOST && TALK.test(plain) ? true : null;
}
