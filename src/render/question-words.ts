/** A question in words: its label, and its text without it. */
import type { Chat } from '../chat.ts';
import { fit } from './layout.ts';
import { harmless } from './safe.ts';

interface Asked {
  readonly label: string;
  readonly text: string;
}

/** The label of a question, as short as it can be: `Q2`. */
export function questionLabel({ label }: Asked): string {
  return fit(harmless(label), 8) || 'Q';
}

/** Stands for the words of a question that was posted as a picture, or in a tweet that no export holds. */
const UNSEEN = '(no tweet holds its words)';

/** The words of a question without the label they begin with and the chat's hashtags they end with: both are shown already. */
export function questionText({ label, text }: Asked, { hashtags }: Pick<Chat, 'hashtags'>): string {
  if (text === '') return UNSEEN;
  return withoutChatTags(withoutLabel(harmless(text), harmless(label)), hashtags);
}

function withoutLabel(words: string, label: string): string {
  if (!words.toLowerCase().startsWith(label.toLowerCase())) return words;
  return words.slice(label.length).replace(/^\s*[:.)\]–—-]*\s*(?=\S)/u, '');
}

/** A text on one line without the hashtags at its end that are the chat's own: in its sessions they go without saying. */
export function withoutChatTags(words: string, hashtags: readonly string[]): string {
  const [, before, tag] = /^(.*\S)\s+[#＃]([\p{L}\p{M}\p{N}_]+)$/u.exec(words) ?? [];
  return before !== undefined && hashtags.includes(tag?.toLowerCase() ?? '') ? withoutChatTags(before, hashtags) : words;
}
