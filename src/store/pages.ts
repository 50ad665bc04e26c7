/** What the network told of pages: where short addresses lead, and what pages call themselves. */
import type { Database } from 'better-sqlite3';
import { hiddenIn, namesSomebody } from '../normalise/forgotten.ts';
import { linkFinder, pageFinder } from './links.ts';
import { staleSql } from './stale-rows.ts';
import { forgottenIn } from './tombstones.ts';

/**
 * What came of asking for an address: it led to another or answered itself, is known only because another led there, is gone,
 * is never asked for reasons of safety, or did not say: it keeps programs out, or something was wrong for the moment.
 */
export type Outcome = 'led' | 'answered' | 'known' | 'gone' | 'refused' | 'blocked' | 'unsure';

/** What was learned of an address. */
export interface LearnedPage {
  readonly canonical: string;
  readonly url: string;
  /** The page it stands for, as an address that opens; null when it leads nowhere, or nobody knows. */
  readonly target: { readonly canonical: string; readonly url: string } | null;
  readonly title: string | null;
  readonly outcome: Outcome;
}

/** Keeps what was learned; call both in one transaction. */
export interface PageKeeper {
  /**
   * Keeps what was learned at a time (UTC, milliseconds), and sets links and index rows right that it concerns. A failure takes
   * nothing away that was learned before.
   */
  readonly keep: (page: LearnedPage, at: number) => void;
  /** Counts the links of sessions again that it concerned. */
  readonly settle: () => void;
}

/** Prepares to keep what is learned of pages. */
export function pageKeeper(db: Database): PageKeeper {
  const keep = db.prepare(
    `INSERT INTO pages (canonical, url, target, target_url, title, outcome, asked_at, tries) VALUES (?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET target = COALESCE(excluded.target, target), target_url = COALESCE(excluded.target_url, target_url),
       title = COALESCE(excluded.title, title), outcome = excluded.outcome, asked_at = excluded.asked_at, tries = tries + 1`,
  );
  const know = db.prepare(
    `INSERT INTO pages (canonical, url, target, target_url, title, outcome, asked_at, tries) VALUES (?, ?, NULL, NULL, NULL, 'known', ?, 0)
     ON CONFLICT DO NOTHING`,
  );
  const touched = new Set<bigint>();
  const fold = folder(db, touched);
  const noteStale = staleNoter(db);
  const recount = sessionRecounter(db);
  const bare = withoutForgotten(db);
  const keepPage = (page: LearnedPage, at: number) => {
    const { canonical, url, target, title, outcome } = bare(page);
    keep.run(canonical, url, target?.canonical ?? null, target?.url ?? null, title, outcome, at);
    if (target !== null && target.canonical !== canonical) {
      know.run(target.canonical, target.url, at);
      fold(canonical, url);
    } else if (title !== null) noteStale(canonical);
  };
  const settle = () => {
    recount([...touched]);
    touched.clear();
  };
  return { keep: keepPage, settle };
}

// Somebody who is forgotten does not come back as a page: what leads to their profile leads nowhere.
function withoutForgotten(db: Database): (page: LearnedPage) => LearnedPage {
  const forgotten = forgottenIn(db);
  if (forgotten === null) return (page) => page;
  return (page) => {
    if (page.target !== null && namesSomebody(page.target.url, forgotten)) return { ...page, target: null, title: null, outcome: 'gone' };
    return page.title === null ? page : { ...page, title: hiddenIn(page.title, forgotten) };
  };
}

function staleNoter(db: Database): (canonical: string) => void {
  const note = db.prepare(staleSql('words', 'SELECT s.n FROM links l JOIN shares s ON s.link = l.link WHERE l.canonical = ?'));
  return (canonical) => note.run(canonical);
}

// The shares of an address become those of the page it leads to.
function folder(db: Database, touched: Set<bigint>): (canonical: string, url: string) => void {
  const find = db.prepare<[string], { link: number }>('SELECT link FROM links WHERE canonical = ?');
  const noteStale = staleNoter(db);
  const pageOf = pageFinder(db);
  const linkOf = linkFinder(db);
  const move = db.prepare('UPDATE OR IGNORE shares SET link = ? WHERE link = ?');
  const tweets = db.prepare<[number], { n: bigint }>('SELECT n FROM shares WHERE link = ? ORDER BY n').safeIntegers();
  // Where the tweet shares that page in another spelling as well, its share stays behind.
  const drop = ['shares', 'links'].map((table) => db.prepare(`DELETE FROM ${table} WHERE link = ?`));
  return (canonical, url) => {
    const short = find.get(canonical);
    if (short === undefined) return;
    noteStale(canonical);
    const page = pageOf(url);
    for (const { n } of tweets.all(short.link)) touched.add(n);
    if (page !== null) move.run(linkOf(page), short.link);
    for (const statement of drop) statement.run(short.link);
  };
}

function sessionRecounter(db: Database): (rows: readonly bigint[]) => void {
  const recount = db.prepare<[string]>(
    `UPDATE sessions SET links =
       (SELECT count(DISTINCT s.link) FROM placements p JOIN shares s ON s.n = p.n WHERE p.chat = sessions.chat AND p.session = sessions.session)
     WHERE (chat, session) IN (SELECT p.chat, p.session FROM json_each(?) j CROSS JOIN placements p ON p.n = CAST(j.value AS INTEGER))`,
  );
  return (rows) => {
    if (rows.length > 0) recount.run(JSON.stringify(rows.map(String)));
  };
}
