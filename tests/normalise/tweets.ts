/** Invented tweets for tests. */
import type { RawTweet, Tweet } from '../../src/tweet.ts';

/** A tweet with everything unknown but what is given. */
export function tweet(fields: Partial<Tweet> = {}): Tweet {
  return {
    key: '721852617572552704',
    network: 'twitter',
    author: 'Ms_Alder_q4',
    authorName: null,
    authorId: null,
    createdAt: 1460938050059,
    text: 'What made it yours? #iaedchat',
    truncated: false,
    isRetweet: false,
    replyTo: null,
    replyToAuthor: null,
    retweetOf: null,
    retweetOfAuthor: null,
    quoteOf: null,
    conversation: null,
    links: [],
    media: [],
    hashtags: ['iaedchat'],
    mentions: [],
    likes: null,
    retweets: null,
    replies: null,
    quotes: null,
    lang: null,
    client: null,
    section: null,
    context: false,
    ...fields,
  };
}

/** A raw tweet as an importer might give it. */
export function raw(fields: Partial<RawTweet> = {}): RawTweet {
  return { at: 'line 2', id: '721852617572552704', author: 'Ms_Alder_q4', text: 'What made it yours? #iaedchat', encoded: true, ...fields };
}
