/** What `url:` and `site:` ask of the shared links. */
import { canonicalUrl } from '../rules/canonical-url.ts';
import { join, sql, type Sql } from './search-sql.ts';

/** Tweets (row number `n`) that share an address, by any part of it; a pasted one in whatever spelling. */
export function sharedAddress(address: string, n: string): Sql {
  const canonical = canonicalUrl(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`)?.canonical ?? address;
  const shared = sql(
    `${n} IN (SELECT s.n FROM links l CROSS JOIN shares s ON s.link = l.link WHERE l.canonical LIKE ? ESCAPE '!'
             UNION ALL SELECT n FROM shares WHERE url LIKE ? ESCAPE '!')`,
    holding(canonical),
    holding(address),
  );
  // A whole address may be a short one, or that of a picture or a tweet, which are no shared pages.
  return /^https?:\/\//i.test(address) ? join('OR', [shared, sql("t.text LIKE ? ESCAPE '!'", holding(address))]) : shared;
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
