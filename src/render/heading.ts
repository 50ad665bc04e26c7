/** The first line of a list: which chat, and how much. */
import type { Chat } from '../chat.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';

/** `#PondChat  3 links`, the chat in bold. */
export function chatHeading({ title }: Pick<Chat, 'title'>, note: string, look: Look): string {
  const ink = inkOf(look);
  return hang('', `${ink.bold(harmless(title))}  ${ink.dim(note)}`, look.width);
}
