/** Reading the shares of links: one row a tweet and page, in time order. */
import type { Database } from 'better-sqlite3';
import { weekFinder } from '../calendar.ts';
import type { SharedLink } from '../rules/link-list.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';
import { statement } from './statements.ts';

/** Which shares are wanted; what is null is not asked. */
export interface ShareFilter {
  /** A host as canonical addresses have it; its subdomains count. */
  readonly site: string | null;
  readonly question: number | null;
  /** Pages that this person shared, with everybody who did. */
  readonly by: string | null;
  /** Of these sessions only. */
  readonly sessions: readonly string[] | null;
  /** Pages shared in at least so many days from first to last. */
  readonly spanDays: number | null;
}

const ALL_SHARES: ShareFilter = { site: null, question: null, by: null, sessions: null, spanDays: null };

interface Binding extends ScopeBinding {
  readonly site: string | null;
  readonly question: number | null;
  readonly by: string | null;
  readonly sessions: string | null;
  readonly span: number | null;
}

const OF_HOST = `(@site IS NULL OR l.host = @site OR substr(l.host, -length(@site) - 1) = '.' || @site)`;
// What a person shared is looked up once, by index.
const BY_PERSON = `(@by IS NULL OR s.link IN (SELECT o.link FROM tweets u CROSS JOIN shares o ON o.n = u.n
  WHERE u.author = @by COLLATE NOCASE AND u.n BETWEEN @first AND @last AND EXISTS (SELECT 1 FROM chat_tweets x WHERE x.chat = @chat AND x.n = u.n)))`;
// One look into the index of a page's shares.
const SPAN = `(@span IS NULL OR (SELECT max(o.n) - min(o.n) FROM shares o WHERE o.link = s.link) >= @span << 22)`;

const IN_CHAT = `CROSS JOIN chat_tweets c ON c.chat = @chat AND c.n = s.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n`;
const IN_SESSION = `CROSS JOIN placements p ON p.chat = @chat AND p.n = s.n AND p.session = @session`;

/** The shares of a scope, oldest first. */
export function listShares(db: Database, scope: Scope, filter: ShareFilter = ALL_SHARES): SharedLink[] {
  const weekAt = weekFinder(scope.chat.zone);
  return statement<[Binding], ShareValues>(
    db,
    `SELECT l.canonical, l.host, s.url, g.url AS pageUrl, COALESCE(g.title, s.title) AS title, COALESCE(t.key, CAST(t.n AS TEXT)) AS key,
              t.author, t.created_at AS createdAt, p.session, p.question
       FROM shares s ${scope.session === null ? IN_CHAT : IN_SESSION} JOIN links l USING (link) JOIN tweets t ON t.n = s.n
       LEFT JOIN pages g ON g.canonical = l.canonical
       WHERE s.n BETWEEN @first AND @last AND t.context = 0 AND (@question IS NULL OR p.question = @question)
         AND (@sessions IS NULL OR p.session IN (SELECT value FROM json_each(@sessions)))
         AND ${OF_HOST} AND ${BY_PERSON} AND ${SPAN}
       ORDER BY s.n, s.link`,
  )
    .raw()
    .all({
      ...bindingOf(db, scope),
      site: filter.site,
      question: filter.question,
      by: filter.by,
      sessions: filter.sessions === null ? null : JSON.stringify(filter.sessions),
      span: filter.spanDays === null ? null : filter.spanDays * 86_400_000,
    })
    .map(([canonical, host, url, pageUrl, title, key, author, createdAt, session, question]) => {
      return { canonical, host, url, pageUrl, title, key, author, createdAt, week: weekAt(createdAt), session, question };
    });
}

type Share = Omit<SharedLink, 'week'>;

// Rows of values are read in half the time that rows with names take.
type ShareValues = [
  canonical: Share['canonical'],
  host: Share['host'],
  url: Share['url'],
  pageUrl: Share['pageUrl'],
  title: Share['title'],
  key: Share['key'],
  author: Share['author'],
  createdAt: Share['createdAt'],
  session: Share['session'],
  question: Share['question'],
];
