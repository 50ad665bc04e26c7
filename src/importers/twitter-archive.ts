import { jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, isObject, text } from '../parsing/json-value.ts';
import { isCutRetweet } from '../parsing/tweet-text.ts';
import { type Author, v1Tweet, whyNoTweet } from '../parsing/v1-tweet.ts';
import type { RawTweet } from '../tweet.ts';
import type { ExtractOptions, Importer, Source } from './importer.ts';
import { type LongPosts, longPostOf, readLongPosts } from './twitter-archive-notes.ts';

const TWEETS = /^window\.YTD\.(?:tweets?|community_tweet)\.part\d+\s*=$/;
// Posts longer than a tweet stand cut in tweets.js, whatever their `truncated` says.
const LONG_POST = 250;

/** `data/tweets.js` of the archive that Twitter gives a person of their own account, since 2018. */
export const twitterArchive: Importer = {
  name: 'twitter-archive',
  title: 'Your own Twitter archive (tweets.js)',
  identify: ({ json }) => json !== null && TWEETS.test(json.prefix),
  async *extract(source, options) {
    const owner = await readOwner(source, options);
    if (owner === null)
      yield {
        kind: 'warning',
        message: 'account.js is not beside it, so the author of these tweets is unknown; import the whole archive instead',
      };
    const longPosts = await readLongPosts(source);
    for await (const item of jsonRecords(source)) {
      if (item.kind === 'rejected') {
        yield item;
        continue;
      }
      const status = statusOf(item.value);
      const reason = whyNoTweet(status);
      if (reason === null) yield { kind: 'tweet', tweet: wholeTweet(v1Tweet(status, item.at, owner ?? NOBODY), longPosts) };
      else yield { kind: 'rejected', at: item.at, reason };
    }
  },
};

const NOBODY: Author = { author: null, authorName: null, authorId: null };

// Until 2019 the tweets stood in the list as they are.
function statusOf(record: JsonObject): JsonObject {
  return child(record, 'tweet') ?? child(record, 'communityTweet') ?? record;
}

async function readOwner(source: Source, options: ExtractOptions | undefined): Promise<Author | null> {
  const file = await source.sibling('account.js');
  for await (const item of file === null ? [] : jsonRecords(file)) {
    const account = item.kind === 'record' ? (child(item.value, 'account') ?? item.value) : null;
    if (isObject(account) && text(account, 'username') !== null) {
      return { author: text(account, 'username'), authorName: text(account, 'accountDisplayName'), authorId: text(account, 'accountId') };
    }
  }
  return options?.author === undefined ? null : { ...NOBODY, author: options.author.replace(/^@/, '') };
}

function wholeTweet(tweet: RawTweet, longPosts: LongPosts): RawTweet {
  const words = tweet.text ?? '';
  const longPost = tweet.retweetOf === null ? longPostOf(tweet, longPosts) : null;
  if (longPost !== null) return { ...tweet, ...longPost, truncated: false };
  const cutPost = tweet.retweetOf === null && words.endsWith('…') && words.length >= LONG_POST;
  return { ...tweet, truncated: cutPost || isCutRetweet(words) };
}
