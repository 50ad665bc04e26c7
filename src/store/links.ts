/** Links: one row a page, one share a tweet that carries it. */
import type { Database } from 'better-sqlite3';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Tweet } from '../tweet.ts';

/** A function that sets the shares of a tweet to the pages it links to. Call it in a transaction. */
export function linkWriter(db: Database): (n: bigint, tweet: Tweet) => void {
  const clear = db.prepare('DELETE FROM shares WHERE n = ?');
  const find = db.prepare<[string], { link: number }>('SELECT link FROM links WHERE canonical = ?');
  const insert = db.prepare('INSERT INTO links (canonical, host) VALUES (?, ?)');
  const share = db.prepare('INSERT INTO shares (n, link, url, title) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  return (n, tweet) => {
    clear.run(n);
    for (const { url, title } of tweet.links) {
      const page = canonicalUrl(url);
      if (page === null) continue;
      const link = find.get(page.canonical)?.link ?? insert.run(page.canonical, page.host).lastInsertRowid;
      share.run(n, link, url, title);
    }
  };
}
