/** What the words of a tweet tell where an export has no field for it. */
import type { RawReference } from '../tweet.ts';

const RETWEET = /^RT @(\w{1,20}):? /;
// Retweets were cut at 140 characters, and an entity such as `&amp;` counts as one.
const CUT_LENGTH = 135;

/** Whose tweet a text beginning `RT @user: ` repeats, or null when it begins otherwise. */
export function retweetByText(text: string | null): RawReference | null {
  if (text === null || !text.startsWith('RT @')) return null;
  const author = RETWEET.exec(text)?.[1];
  return author === undefined ? null : { id: null, author };
}

/** Whether a retweet's text was cut to make room for its `RT @user: `. */
export function isCutRetweet(text: string | null): boolean {
  return text !== null && RETWEET.test(text) && /…\s*$/.test(text) && [...text].length >= CUT_LENGTH;
}
