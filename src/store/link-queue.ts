/** The links of a scope with all that decides whether they are to be asked for. */
import type { Database } from 'better-sqlite3';
import { bestUrl } from '../rules/link-list.ts';
import type { Outcome } from './pages.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';

/** A link that may be asked for. */
export interface QueuedLink {
  readonly canonical: string;
  readonly host: string;
  /** An address that opens. */
  readonly url: string;
  /** When it was first shared in that time: UTC, milliseconds. */
  readonly sharedAt: number;
  /** Whether an export or the page itself told its title. */
  readonly hasTitle: boolean;
  /** What came of asking for it the last time; null when nobody did. */
  readonly outcome: Outcome | null;
  readonly tries: number;
}

interface Row extends Omit<QueuedLink, 'url' | 'hasTitle'> {
  readonly urls: string;
  readonly pageUrl: string | null;
  readonly hasTitle: number;
}

/** The links of a scope, those first shared last first: what is new is wanted most. */
export function queueLinks(db: Database, scope: Scope): QueuedLink[] {
  return db
    .prepare<[ScopeBinding], Row>(
      `SELECT l.canonical, l.host, json_group_array(DISTINCT s.url) AS urls, g.url AS pageUrl, min(t.created_at) AS sharedAt,
              g.title IS NOT NULL OR max(s.title) IS NOT NULL AS hasTitle, g.outcome, COALESCE(g.tries, 0) AS tries
       FROM shares s CROSS JOIN chat_tweets c ON c.chat = @chat AND c.n = s.n
       JOIN tweets t ON t.n = s.n JOIN links l USING (link)
       LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n LEFT JOIN pages g ON g.canonical = l.canonical
       WHERE s.n BETWEEN @first AND @last AND t.context = 0 AND (@session IS NULL OR p.session = @session)
       GROUP BY l.link ORDER BY max(s.n) DESC, l.canonical`,
    )
    .all(bindingOf(db, scope))
    .map(({ urls, pageUrl, hasTitle, ...row }) => ({
      ...row,
      hasTitle: hasTitle === 1,
      url: bestUrl(JSON.parse(urls) as string[], pageUrl),
    }));
}
