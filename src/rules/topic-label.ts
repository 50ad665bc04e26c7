/** Chats that number topics instead of questions: `T1: …` is asked, and answered with T1 or A1. Only where a chat is set so: elsewhere T1 is a tax form. */

const LABEL = /^(\s*(?:[@#][\p{L}\p{N}_]+\s+){0,9}[^\p{L}\p{N}]{0,3})(?:topic\s?|t)(?=#?\d{1,2}(?!\d|%|:\d))/iu;

/** The text with its topic label written as the label of a question; as it is without one. */
export function topicAsQuestion(text: string): string {
  return text.replace(LABEL, '$1Q');
}
