/** Sweeping those who are forgotten out of what the network told of pages. */
import type { Database } from 'better-sqlite3';
import { canonicalUrl } from '../rules/canonical-url.ts';
import { type Forgotten, hiddenIn, namesSomebody } from '../normalise/forgotten.ts';
import type { Tweet } from '../tweet.ts';

/** Pages that may be shared by nobody any more. */
export interface PageSweeper {
  /** Notes the pages of a tweet that goes or changes. */
  readonly note: (tweet: Tweet) => void;
  /** Takes those away that nobody shares any more, with what was learned of them and the marks on them. */
  readonly sweep: () => void;
}

/** Begins with no pages noted. */
export function pageSweeper(db: Database): PageSweeper {
  const candidates = new Set<string>();
  const target = db.prepare<[string], string | null>('SELECT target FROM pages WHERE canonical = ?').pluck();
  const isShared = db.prepare('SELECT 1 FROM links l JOIN shares s ON s.link = l.link WHERE l.canonical = ?');
  const drop = pageDropper(db);
  return {
    note: ({ links }) => {
      for (const { url } of links) {
        const canonical = canonicalUrl(url)?.canonical;
        if (canonical !== undefined) candidates.add(canonical);
      }
    },
    sweep: () => {
      for (const canonical of candidates) {
        const led = target.get(canonical) ?? null;
        if ([canonical, led].some((one) => one !== null && isShared.get(one) !== undefined)) continue;
        for (const one of led === null ? [canonical] : [canonical, led]) drop(one);
      }
    },
  };
}

function pageDropper(db: Database): (canonical: string) => void {
  const drop = ['pages', 'checks', 'copies'].map((table) => db.prepare(`DELETE FROM ${table} WHERE canonical = ?`));
  const unmark = db.prepare("DELETE FROM marks WHERE thing = 'link' AND key = ?");
  return (canonical) => {
    for (const statement of drop) statement.run(canonical);
    unmark.run(canonical);
  };
}

/** Whether a canonical address, which has no scheme, is of somebody who is forgotten or names them. */
export function isPageOf(canonical: string, forgotten: Forgotten): boolean {
  return namesSomebody(`https://${canonical}`, forgotten);
}

/**
 * Takes pages away whose address names somebody who is forgotten, as their profile does; a short address that led there leads
 * nowhere from now on, and titles of other pages lose the name. Call it in a transaction.
 */
export function sweepPages(db: Database, forgotten: Forgotten): void {
  const drop = pageDropper(db);
  for (const canonical of addressesIn(db)) if (isPageOf(canonical, forgotten)) drop(canonical);
  sweepTargets(db, forgotten);
  sweepTitles(db, forgotten);
}

function addressesIn(db: Database): string[] {
  return db
    .prepare<[], string>(
      "SELECT canonical FROM pages UNION SELECT canonical FROM checks UNION SELECT canonical FROM copies UNION SELECT key FROM marks WHERE thing = 'link' ORDER BY 1",
    )
    .pluck()
    .all();
}

interface Led {
  readonly canonical: string;
  readonly url: string;
}

function sweepTargets(db: Database, forgotten: Forgotten): void {
  const sweeps = [
    // Not asked again, for it would lead there again.
    ['pages', 'target_url', "UPDATE pages SET target = NULL, target_url = NULL, title = NULL, outcome = 'gone' WHERE canonical = ?"],
    ['pages', 'url', 'DELETE FROM pages WHERE canonical = ?'],
    ['checks', 'moved_to', 'UPDATE checks SET moved_to = NULL WHERE canonical = ?'],
    ['copies', 'copy', 'DELETE FROM copies WHERE canonical = ?'],
  ] as const;
  for (const [table, column, sweep] of sweeps) {
    const rows = db
      .prepare<[], Led>(`SELECT canonical, ${column} AS url FROM ${table} WHERE ${column} IS NOT NULL ORDER BY canonical, url`)
      .all();
    const act = db.prepare(sweep);
    for (const { canonical, url } of rows) if (namesSomebody(url, forgotten)) act.run(canonical);
  }
}

function sweepTitles(db: Database, forgotten: Forgotten): void {
  const titles = db
    .prepare<[], { canonical: string; title: string }>('SELECT canonical, title FROM pages WHERE title IS NOT NULL ORDER BY canonical')
    .all();
  const entitle = db.prepare('UPDATE pages SET title = ? WHERE canonical = ?');
  for (const { canonical, title } of titles) {
    const left = hiddenIn(title, forgotten);
    if (left !== title) entitle.run(left, canonical);
  }
}
