/** Reading who tweeted when, of a whole chat: as little of each tweet as counting needs. */
import type { Database } from 'better-sqlite3';

/** The tweets of a chat in time order; retweets count, context does not. `createdAt` in UTC milliseconds. */
export function countedTweets(db: Database, chat: string): IterableIterator<{ author: string | null; createdAt: number }> {
  return db
    .prepare<[string], { author: string | null; createdAt: number }>(
      `SELECT t.author, t.created_at AS createdAt FROM chat_tweets c JOIN tweets t ON t.n = c.n
       WHERE c.chat = ? AND t.context = 0 ORDER BY c.n`,
    )
    .iterate(chat);
}
