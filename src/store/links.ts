/** Links: one row a page, one share a tweet that carries it. */
import type { Database } from 'better-sqlite3';
import { isSharedPage } from '../normalise/links.ts';
import { addressWords } from '../normalise/search-text.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Tweet } from '../tweet.ts';

/** A page by its canonical address, and its host. */
type Page = NonNullable<ReturnType<typeof canonicalUrl>>;

/** A function that sets the shares of a tweet to the pages it links to, as far as is known where short addresses lead. Call it in a transaction. */
export function linkWriter(db: Database): (n: bigint, tweet: Tweet) => void {
  const clear = db.prepare('DELETE FROM shares WHERE n = ?');
  const pageOf = pageFinder(db);
  const linkOf = linkFinder(db);
  const share = db.prepare('INSERT INTO shares (n, link, url, title) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  return (n, tweet) => {
    clear.run(n);
    for (const { url, title } of tweet.links) {
      const page = pageOf(url);
      if (page !== null) share.run(n, linkOf(page), url, title);
    }
  };
}

/** A function that gives the page an address is of, as far as is known where it leads; null for what is no page to share. */
export function pageFinder(db: Database): (url: string) => Page | null {
  const led = db.prepare<[string], { url: string }>('SELECT target_url AS url FROM pages WHERE canonical = ? AND target IS NOT NULL');
  return (url) => {
    const page = canonicalUrl(url);
    const target = page === null ? undefined : led.get(page.canonical)?.url;
    if (target === undefined) return page;
    return isSharedPage(target) ? (canonicalUrl(target) ?? page) : null;
  };
}

/** A function that gives the link of a page, making it when there is none. */
export function linkFinder(db: Database): (page: Page) => number | bigint {
  const find = db.prepare<[string], { link: number }>('SELECT link FROM links WHERE canonical = ?');
  const insert = db.prepare('INSERT INTO links (canonical, host, words) VALUES (?, ?, ?)');
  return ({ canonical, host }) => find.get(canonical)?.link ?? insert.run(canonical, host, addressWords(canonical)).lastInsertRowid;
}
