import { foldText } from './fold.ts';
import { cleanTopic } from './stated-topic.ts';

/** An announcement of a later meeting, with its topic when it names one that is settled and for the very next. */
export interface NextSession {
  readonly topic: string | null;
}

const NEXT =
  /\b(?:next|upcoming) (?:#?\w+ ?)?(?:chat|session|meeting|week|time|month|#\w+)|\bnext (?:sun|mon|tues|wednes|thurs|fri|satur)day\b|\b(?:we'?ll|we will|i'?ll|will) (?:be back|run another|meet again|return)|\bback (?:on|next)\b|\bjoin us (?:again )?(?:next|on)\b|\bpoll\b.{0,30}\b(?:next|topic)|\bin (?:two|2|\d) weeks\b/;
const TOPIC =
  /(?:\bfocus(?:ing|ed)?\s+(?:will be |is )?(?:on|of)?|\b(?:talking|discussing|chatting) (?:about)?|\btopic(?: will be| is|:)|\blet'?s talk(?: about)?|\bon\s+the\s+topic\s+of|\b(?:chat|session|meeting)\s+(?:is|will be)\s+(?:all\s+)?about)\s+(.+)$/i;
/** "Next Sunday, April 17 at 7 PM CT: seed libraries, with @a": after the time, behind a colon. */
const AFTER_TIME =
  /\b(?:next|upcoming)\b[^:?!.]{0,60}(?:[ap]\.?m\.?|\b[ecmp][sd]?t|\b\d{1,2}|\bweek|\b\w+day|\btime|\blive|\bchat)\)?:\s+(.+)$/i;
/** Asked for opinions, the topic is not settled yet. */
const UNSETTLED = /\b(?:thoughts|ideas|suggestions?|poll|vote|voting|what about|how about|maybe|perhaps)\b/;
/** "No chat next week: happy Easter!" */
const NONE =
  /\bno (?:chat|session|meeting|#\w+)|\b(?:week|night|day|sunday) off\b|\bcancell?ed\b|\btak(?:e|ing) a (?:break|week)\b|\bhappy\b/;
/** A meeting in two weeks may not be the next. */
const LATER = /\bin (?:two|three|four|[2-9]) weeks\b|\bnext (?:month|year)\b|\bin a month\b/;

/** "Our next chat is on May 15", "We'll be back focusing on T": it speaks of another session than its own. */
export function nextSession(text: string): NextSession | null {
  const plain = foldText(text);
  if (!NEXT.test(plain)) return null;
  if (UNSETTLED.test(plain) || NONE.test(plain) || LATER.test(plain)) return { topic: null };
  const stated = (TOPIC.exec(text) ?? AFTER_TIME.exec(text))?.[1];
  return { topic: stated === undefined ? null : cleanTopic(stated) };
}
