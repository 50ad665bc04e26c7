import type { Database } from 'better-sqlite3';
import { groupBy } from '../group-by.ts';
import { bestUrl } from '../rules/link-list.ts';
import type { MarkedView } from '../views.ts';
import { listMarks, type MarkKind, marksFinder } from './marks.ts';
import { tweetsByKey } from './tweet-views.ts';

/** Everything with a mark of a kind, the one marked last first, with all its marks. */
export function listMarked(db: Database, chat: string, kind: MarkKind): MarkedView[] {
  const marksOf = { tweet: marksFinder(db, 'tweet'), link: marksFinder(db, 'link') };
  const linkOf = linkFinder(db);
  const things = groupBy(listMarks(db, kind).toReversed(), ({ thing, key }) => `${thing} ${key}`);
  return [...things.values()].flatMap(([mark]) => {
    if (mark === undefined) return [];
    const { thing, key, madeAt } = mark;
    const tweet = thing === 'tweet' ? (tweetsByKey(db, chat, [key]).get(key)?.view ?? null) : null;
    const link = thing === 'link' ? linkOf(key) : null;
    return [{ thing, key, madeAt, tweet, link, ...marksOf[thing](key) }];
  });
}

function linkFinder(db: Database): (canonical: string) => MarkedView['link'] {
  const find = db.prepare<[string], { urls: string; pageUrl: string | null; title: string | null }>(
    `SELECT json_group_array(DISTINCT s.url) AS urls, g.url AS pageUrl, COALESCE(g.title, max(s.title)) AS title
     FROM links l JOIN shares s ON s.link = l.link LEFT JOIN pages g ON g.canonical = l.canonical WHERE l.canonical = ? GROUP BY l.link`,
  );
  return (canonical) => {
    const row = find.get(canonical);
    return row === undefined ? null : { url: bestUrl(JSON.parse(row.urls) as string[], row.pageUrl), title: row.title };
  };
}
