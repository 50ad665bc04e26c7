/** What the full-text indexes hold of a tweet besides its plain text and author. */
import type { Tweet } from '../tweet.ts';
import { fold, hashtagsIn, withoutAddresses } from './text.ts';

/** Null where the index can take the tweet's own column, or where there is nothing. */
export interface SearchText {
  /** The text without addresses, when it has any: else `t` and `co` were the commonest words. */
  readonly text: string | null;
  /** Its hashtags, folded, one word each. */
  readonly tags: string | null;
  /** The words inside its hashtags: #GrowthMindset is found by growth. */
  readonly words: string | null;
}

/** The extra index columns of a tweet. */
export function searchText(tweet: Pick<Tweet, 'text' | 'hashtags'>): SearchText {
  return {
    text: tweet.text.includes('://') ? withoutAddresses(tweet.text).replace(/ {2,}/g, ' ').trim() : null,
    tags: tweet.hashtags.length === 0 ? null : tweet.hashtags.join(' '),
    words: joined(hashtagsIn(tweet.text).flatMap(camelWords)),
  };
}

// Only tags of several words: a tag of one word is in the text already.
function camelWords(tag: string): string[] {
  if (/^[a-z\d]*$/.test(tag)) return [];
  const words = tag.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_/u).filter((word) => word !== '');
  return words.length > 1 ? words.map(fold) : [];
}

/** The words of an address, its host in one piece, with blanks between them. */
export function addressWords(url: string): string {
  const words = decoded(url)
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word.length > 1);
  return words.join(' ');
}

// Words of other alphabets stand in addresses as numbers; where they are no UTF-8, they stay so.
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ');
}
