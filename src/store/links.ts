/** Links: one row a page, one share a tweet that carries it. */
import type { Database } from 'better-sqlite3';
import { ownText } from '../normalise/own-text.ts';
import { addressWords } from '../normalise/search-text.ts';
import { isSharedPage } from '../normalise/shared-page.ts';
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Link } from '../tweet.ts';

/** Addresses whose canonical form is remembered while tweets are written: pages are shared again and again. */
const REMEMBERED = 20_000;

/** A page by its canonical address, and its host. */
type Page = NonNullable<ReturnType<typeof canonicalUrl>>;

/** Writes the shares of tweets: the pages they link to, as far as is known where short addresses lead. Call it in a transaction. */
export function linkWriter(db: Database) {
  const clear = db.prepare('DELETE FROM shares WHERE n = ?');
  const pageOf = pageFinder(db);
  const linkOf = linkFinder(db);
  const share = db.prepare('INSERT INTO shares (n, link, url, title) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const add = (n: bigint, links: readonly Link[]) => {
    for (const { url, title } of links) {
      const page = pageOf(url);
      if (page !== null) share.run(n, linkOf(page), url, title);
    }
  };
  return {
    /** Writes the shares of a new tweet. */
    add,
    /** Sets the shares of a tweet, which may have had others. */
    set: (n: bigint, links: readonly Link[]) => {
      clear.run(n);
      add(n, links);
    },
  };
}

/** A function that gives the page an address is of, as far as is known where it leads; null for what is no page to share. */
export function pageFinder(db: Database): (url: string) => Page | null {
  const led = db.prepare<[string], { url: string }>('SELECT target_url AS url FROM pages WHERE canonical = ? AND target IS NOT NULL');
  const canonical = remembering(canonicalUrl, REMEMBERED);
  return (url) => {
    const page = canonical(url);
    const target = page === null ? undefined : led.get(page.canonical)?.url;
    if (target === undefined) return page;
    return isSharedPage(target) ? (canonical(target) ?? page) : null;
  };
}

/** A function that gives the link of a page, making it when there is none. */
export function linkFinder(db: Database): (page: Page) => number | bigint {
  const find = db.prepare<[string], { link: number }>('SELECT link FROM links WHERE canonical = ?');
  const insert = db.prepare('INSERT INTO links (canonical, host, words) VALUES (?, ?, ?)');
  return ({ canonical, host }) => find.get(canonical)?.link ?? insert.run(canonical, host, addressWords(canonical)).lastInsertRowid;
}

// A function that remembers what it said of the last texts.
function remembering<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const already = known.get(text);
    if (already !== undefined) return already.value;
    if (known.size >= most) known.clear();
    const own = ownText(text);
    const value = compute(own);
    known.set(own, { value });
    return value;
  };
}
