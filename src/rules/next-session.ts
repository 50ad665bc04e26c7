import { foldText } from './fold.ts';
import { cleanTopic } from './stated-topic.ts';

/** An announcement of a later meeting, with its topic when it names one. */
export interface NextSession {
  readonly topic: string | null;
}

const NEXT =
  /\b(?:next|upcoming) (?:#?\w+ ?)?(?:chat|session|meeting|week|time|month|#\w+)|\b(?:we'?ll|we will|i'?ll|will) (?:be back|run another|meet again|return)|\bback (?:on|next)\b|\bjoin us (?:again )?(?:next|on)\b|\bpoll\b.{0,30}\b(?:next|topic)|\bin (?:two|2|\d) weeks\b/;
const TOPIC =
  /(?:\bfocus(?:ing|ed)?\s+(?:will be |is )?(?:on|of)?|\b(?:talking|discussing|chatting) (?:about)?|\btopic(?: will be| is|:)|\blet'?s talk(?: about)?|\bon\s+the\s+topic\s+of)\s+(.+)$/i;

/** "Our next chat is on May 15", "We'll be back focusing on T": it speaks of another session than its own. */
export function nextSession(text: string): NextSession | null {
  if (!NEXT.test(foldText(text))) return null;
  const stated = TOPIC.exec(text)?.[1];
  return { topic: stated === undefined ? null : cleanTopic(stated) };
}
