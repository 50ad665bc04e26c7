/** Advertisements on a hashtag: for many hashtags at once, or the same words with a link again and again. */
import { crossPost } from '../rules/cross-post.ts';
import { foldText, spoken } from '../rules/fold.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import type { ChatTweet } from '../tweet.ts';
import { firstLook } from './first-look.ts';

/** From this many copies on, by one person or by many, it is no coincidence. */
const COPIES = 5;
/** Shorter texts are alike by chance. */
const LEAST = 20;

/** The keys of the advertisements among some tweets; retweets and labelled tweets are none. */
export function advertisements(tweets: readonly ChatTweet[]): Set<string> {
  const found = new Set<string>();
  const alike = new Map<string, string[]>();
  for (const tweet of tweets) {
    if (!shares(tweet)) continue;
    if (crossPost(tweet.text) !== null) found.add(tweet.key);
    const words = spoken(foldText(tweet.text))
      .replace(/\P{L}+/gu, ' ')
      .trim();
    if (words.length < LEAST) continue;
    const known = alike.get(words);
    if (known === undefined) alike.set(words, [tweet.key]);
    else known.push(tweet.key);
  }
  for (const keys of alike.values()) if (keys.length >= COPIES) for (const key of keys) found.add(key);
  return found;
}

function shares(tweet: ChatTweet): boolean {
  if (tweet.isRetweet || (tweet.links.length === 0 && !/https?:/i.test(tweet.text))) return false;
  return firstLook(tweet).label === null && !firstLook(tweet).invites && retweetHeader(tweet.text) === null;
}
