/** A topic in one line, with a mark where edchat worked it out itself. */
import type { Topic } from '../chat.ts';
import { harmless } from './safe.ts';

/** What stands before a topic that nobody stated. */
const DERIVED = '≈';

/** The explanation of the mark, for the foot of a list. */
export const DERIVED_NOTE = `${DERIVED} nobody stated this topic: it is worked out from the words of the session`;

/** The topic without its mark; empty when there is none. */
export function topicText(topic: Topic | null): string {
  return harmless(topic?.text ?? '');
}

/** The topic as lists show it: `≈ homework, feedback` when it was derived. */
export function markedTopic(topic: Topic | null): string {
  const text = topicText(topic);
  return text !== '' && topic?.source === 'derived' ? `${DERIVED} ${text}` : text;
}

/** A sentence for a page whose topic nobody stated; empty for every other. */
export function topicNote({ source, text }: Topic): string {
  return source === 'derived' && text !== '' ? ' Nobody stated a topic: this one is worked out from the words of the session.' : '';
}
