/** Links: one row a page, one share a tweet that carries it. */
import type { Database } from 'better-sqlite3';
import { addressWords } from '../normalise/search-text.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Tweet } from '../tweet.ts';

/** A function that sets the shares of a tweet to the pages it links to, as far as is known where short addresses lead. Call it in a transaction. */
export function linkWriter(db: Database): (n: bigint, tweet: Tweet) => void {
  const clear = db.prepare('DELETE FROM shares WHERE n = ?');
  const led = db.prepare<[string], { url: string }>('SELECT target_url AS url FROM pages WHERE canonical = ? AND target IS NOT NULL');
  const pageOf = (url: string) => {
    const page = canonicalUrl(url);
    const target = page === null ? undefined : led.get(page.canonical)?.url;
    return target === undefined ? page : (canonicalUrl(target) ?? page);
  };
  const find = db.prepare<[string], { link: number }>('SELECT link FROM links WHERE canonical = ?');
  const insert = db.prepare('INSERT INTO links (canonical, host, words) VALUES (?, ?, ?)');
  const share = db.prepare('INSERT INTO shares (n, link, url, title) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  return (n, tweet) => {
    clear.run(n);
    for (const { url, title } of tweet.links) {
      const page = pageOf(url);
      if (page === null) continue;
      const link = find.get(page.canonical)?.link ?? insert.run(page.canonical, page.host, addressWords(page.canonical)).lastInsertRowid;
      share.run(n, link, url, title);
    }
  };
}
