/** Reading who took part in which session. */
import type { Database } from 'better-sqlite3';

/** Somebody in one session: their tweets there, and the key of the first. */
export interface Taker {
  readonly author: string;
  readonly name: string | null;
  readonly session: string;
  readonly tweets: number;
  readonly first: string;
}

/** Everybody who wrote a tweet of their own in a session of a chat, by person, then by session, newest first. */
export function takersOf(db: Database, chat: string): Taker[] {
  return db
    .prepare<[string], Taker>(
      `SELECT g.author, g.name, g.session, g.tweets, COALESCE(f.key, CAST(f.n AS TEXT)) AS first
       FROM (SELECT max(t.author) AS author, max(t.author_name) AS name, p.session, count(*) AS tweets, min(t.n) AS n
             FROM placements p JOIN tweets t ON t.n = p.n WHERE p.chat = ? AND t.author IS NOT NULL AND t.is_retweet = 0
             GROUP BY t.author COLLATE NOCASE, p.session) g JOIN tweets f ON f.n = g.n
       ORDER BY lower(g.author), g.session DESC`,
    )
    .all(chat);
}

/** How many people wrote a tweet of their own in a session of a chat. */
export function countTakers(db: Database, chat: string): number {
  return (
    db
      .prepare<[string], { people: number }>(
        `SELECT count(DISTINCT lower(t.author)) AS people FROM placements p JOIN tweets t ON t.n = p.n WHERE p.chat = ? AND t.is_retweet = 0`,
      )
      .get(chat)?.people ?? 0
  );
}
