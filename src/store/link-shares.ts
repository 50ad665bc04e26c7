/** Reading the shares of links: one row a tweet and page, in time order. */
import type { Database } from 'better-sqlite3';
import type { SharedLink } from '../rules/link-list.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';

/** One page shared by one tweet, and in which session. */
export interface Share extends SharedLink {
  readonly session: string | null;
}

/** The shares of a scope, oldest first. */
export function listShares(db: Database, scope: Scope): Share[] {
  return db
    .prepare<[ScopeBinding], Share>(
      `SELECT l.canonical, l.host, s.url, s.title, COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.created_at AS createdAt, p.session, p.question
       FROM chat_tweets c JOIN shares s ON s.n = c.n JOIN links l USING (link) JOIN tweets t ON t.n = c.n
       LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND (@session IS NULL OR p.session = @session)
       ORDER BY c.n, l.canonical`,
    )
    .all(bindingOf(db, scope));
}
