/** Tweets without an id, and how two accounts of one are told. */
import { createHash } from 'node:crypto';

/** The stable key of a tweet that has no id: its author, minute and words. */
export function keyWithoutId(author: string | null, createdAt: number, text: string): string {
  const minute = Math.floor(createdAt / 60_000);
  const words = createHash('sha256').update(bareText(text)).digest('hex').slice(0, 16);
  return `note:${(author ?? '').toLowerCase()}/${minute}/${words}`;
}

/** A text without what exports of one tweet spell differently: links, leading mentions, hashtags' marks, spaces, case. */
export function bareText(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/^(?:\s*\.?@\w+)+/, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
