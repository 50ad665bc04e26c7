import { jsonRecords } from '../parsing/json-records.ts';
import { child, isObject, text } from '../parsing/json-value.ts';
import { isCutRetweet } from '../parsing/tweet-text.ts';
import { type Author, v1Tweet, whyNoTweet } from '../parsing/v1-tweet.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer, Source } from './importer.ts';

const TWEETS = /^window\.YTD\.(?:tweets?|community_tweet)\.part\d+\s*=$/;
// Posts longer than a tweet stand cut in tweets.js, whatever their `truncated` says.
const LONG_POST = 250;

/** `data/tweets.js` of the archive that Twitter gives a person of their own account, since 2018. */
export const twitterArchive: Importer = {
  name: 'twitter-archive',
  title: 'Your own Twitter archive (tweets.js)',
  identify: ({ json }) => json !== null && TWEETS.test(json.prefix),
  async *extract(source) {
    const owner = await readOwner(source);
    if (owner === null)
      yield {
        kind: 'warning',
        message: 'account.js is not beside it, so the author of these tweets is unknown; import the whole archive instead',
      };
    for await (const item of jsonRecords(source)) {
      if (item.kind === 'rejected') {
        yield item;
        continue;
      }
      // Until 2019 the tweets stood in the list as they are.
      const status = child(item.value, 'tweet') ?? item.value;
      const reason = whyNoTweet(status);
      if (reason === null) yield { kind: 'tweet', tweet: withCut(v1Tweet(status, item.at, owner ?? NOBODY)) };
      else yield { kind: 'rejected', at: item.at, reason };
    }
  },
};

const NOBODY: Author = { author: null, authorName: null, authorId: null };

async function readOwner(source: Source): Promise<Author | null> {
  const file = await source.sibling('account.js');
  if (file === null) return null;
  for await (const item of jsonRecords(file)) {
    const account = item.kind === 'record' ? child(item.value, 'account') : null;
    if (isObject(account)) {
      return { author: text(account, 'username'), authorName: text(account, 'accountDisplayName'), authorId: text(account, 'accountId') };
    }
  }
  return null;
}

function withCut(tweet: RawTweet): RawTweet {
  const words = tweet.text ?? '';
  const cutPost = tweet.retweetOf === null && words.endsWith('…') && words.length >= LONG_POST;
  return { ...tweet, truncated: cutPost || isCutRetweet(words) };
}
