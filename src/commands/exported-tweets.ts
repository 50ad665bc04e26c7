/** Tweets as other programs are given them. */
import type { ExportedTweet } from '../render/jsonl.ts';
import type { Database } from '../store/open.ts';
import { threadFinder } from '../store/threads.ts';
import { type Placed, tweetsByKey } from '../store/tweet-views.ts';

/** A function that adds to a tweet what its view leaves out. */
export function exporter(db: Database): (placed: Placed) => ExportedTweet {
  const thread = threadFinder(db);
  return ({ tweet, view }) => {
    const { network, replyTo, retweetOf } = tweet;
    return { ...view, network, replyTo, retweetOf, thread: thread(tweet.key) };
  };
}

/** Some tweets by their keys, in that order. */
export function exportedByKey(db: Database, chat: string, keys: readonly string[]): ExportedTweet[] {
  const found = tweetsByKey(db, chat, keys);
  const asExported = exporter(db);
  return keys.flatMap((key) => {
    const placed = found.get(key);
    return placed === undefined ? [] : [asExported(placed)];
  });
}
