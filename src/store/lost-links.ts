import type { Database } from 'better-sqlite3';
import { lostLinks } from '../normalise/lost-links.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';
import { TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

/** How many addresses in the tweets of a scope were cut short by every export that has them: where they led is lost. */
export function countLostLinks(db: Database, scope: Scope): number {
  const rows = db
    .prepare<[ScopeBinding], TweetRow>(
      // A retweet whose original is there lost nothing that is not told there.
      `SELECT ${TWEET_FIELDS} FROM chat_tweets c JOIN tweets t ON t.n = c.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND (@session IS NULL OR p.session = @session)
         AND instr(t.text, 'http') > 0 AND NOT (t.is_retweet = 1 AND t.retweet_of IS NOT NULL
           AND EXISTS (SELECT 1 FROM tweets o WHERE o.n = t.retweet_of OR o.key = t.retweet_of))
       ORDER BY c.n`,
    )
    .iterate(bindingOf(db, scope));
  let lost = 0;
  for (const row of rows) lost += lostLinks(tweetOf(row)).length;
  return lost;
}
