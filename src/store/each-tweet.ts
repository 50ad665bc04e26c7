import type { Database } from 'better-sqlite3';
import type { Tweet } from '../tweet.ts';
import { TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

const PAGE = 5000;

/** Every tweet of the archive in time order, context too. Read in pages, so that others may write in between. */
export function* eachTweet(db: Database): Generator<{ n: bigint; tweet: Tweet }> {
  const page = db.prepare<[bigint, number], TweetRow & { row: string }>(
    `SELECT CAST(t.n AS TEXT) AS row, ${TWEET_FIELDS} FROM tweets t WHERE t.n > ? ORDER BY t.n LIMIT ?`,
  );
  let after = -(2n ** 63n);
  for (;;) {
    const rows = page.all(after, PAGE);
    for (const row of rows) yield { n: BigInt(row.row), tweet: tweetOf(row) };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = BigInt(last.row);
  }
}
