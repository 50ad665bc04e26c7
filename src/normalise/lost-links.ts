/** What an export cut short for good. */
import { cutLinks } from '../rules/cut-links.ts';
import type { Tweet } from '../tweet.ts';

/** The stubs of addresses in a tweet that its exports cut short, and of which no export knows the whole. */
export function lostLinks({ text, links, media }: Pick<Tweet, 'text' | 'links' | 'media'>): readonly string[] {
  const stubs = cutLinks(text);
  if (stubs.length === 0) return stubs;
  // One is not lost where the export lists an address that begins like it and stands nowhere whole in the text.
  const hidden = [...links, ...media].flatMap(({ short }) => (short === null || text.includes(short) ? [] : short));
  return stubs.filter((stub) => !hidden.some((short) => short.startsWith(stub.replace('…', ''))));
}
