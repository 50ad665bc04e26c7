/** What `url:` and `site:` ask of the shared links. */
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Place } from './search-place.ts';
import { sql, type Sql } from './search-sql.ts';

/** Whether an address was pasted whole. */
export function isWholeAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/**
 * The rows that share an address, as a query with the one column n: of a pasted one those of the page and the pages below it, in
 * whatever spelling; else those with that part in it.
 */
export function rowsSharing(address: string): Sql {
  const whole = isWholeAddress(address);
  const canonical = canonicalUrl(whole ? address : `https://${address}`)?.canonical ?? address;
  if (whole) {
    return sql(
      'SELECT s.n FROM links l CROSS JOIN shares s ON s.link = l.link WHERE l.canonical >= ? AND l.canonical < ?',
      canonical,
      `${canonical}\u{10ffff}`,
    );
  }
  return sql(
    `SELECT s.n FROM links l CROSS JOIN shares s ON s.link = l.link WHERE l.canonical LIKE ? ESCAPE '!'
     UNION SELECT n FROM shares WHERE url LIKE ? ESCAPE '!'`,
    holding(canonical),
    holding(address),
  );
}

/** Whether any tweet shares an address. */
export function isShared(db: Place['db'], address: string): boolean {
  const { text, values } = rowsSharing(address);
  return db.prepare(`${text} LIMIT 1`).get(...values) !== undefined;
}

/** Tweets that share an address; of a pasted one that no tweet shares, those that hold it: it may be short, or that of a picture or a tweet. */
export function sharedAddress(address: string, { db, n }: Pick<Place, 'db' | 'n'>): Sql {
  const { text, values } = rowsSharing(address);
  return !isWholeAddress(address) || isShared(db, address)
    ? { text: `${n} IN (${text})`, values }
    : sql("t.text LIKE ? ESCAPE '!'", holding(address));
}

// LIKE passes over case by itself, far faster than lower() does.
function holding(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}

/** Tweets (row number `n`) that share a page of a host or its subdomains. */
export function sharedHost(host: string, n: string): Sql {
  const canonical = canonicalUrl(`https://${host}`)?.host ?? host;
  return sql(
    `${n} IN (SELECT s.n FROM links l JOIN shares s ON s.link = l.link WHERE l.host = ? OR substr(l.host, -length(?)) = ?)`,
    canonical,
    `.${canonical}`,
    `.${canonical}`,
  );
}
