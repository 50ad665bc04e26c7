/** A tweet inside a line of Markdown. */
import type { TweetView } from '../../views.ts';
import { tweetParts } from '../tweet-text.ts';
import { linkTo, phrase, type Inline } from './nodes.ts';

/** The text of a tweet on one line, its links leading where they lead. */
export function tweetInline(tweet: Pick<TweetView, 'text' | 'links' | 'media'>): Inline[] {
  return tweetParts(tweet).map(({ text, url }) => (url === null ? phrase(text) : linkTo(url, text)));
}
