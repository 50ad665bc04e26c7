/** What the network told of pages: where short addresses lead, and what pages call themselves. */
import type { Database } from 'better-sqlite3';
import { linkFinder, pageFinder } from './links.ts';

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

/**
 * A function that keeps what was learned at a time (UTC, milliseconds); a failure takes nothing away that was learned before.
 * Links and index rows that it concerns are set right. Call it in a transaction.
 */
export function pageKeeper(db: Database): (page: LearnedPage, at: number) => void {
  const keep = db.prepare(
    `INSERT INTO pages (canonical, url, target, target_url, title, outcome, asked_at, tries) VALUES (?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET target = COALESCE(excluded.target, target), target_url = COALESCE(excluded.target_url, target_url),
       title = COALESCE(excluded.title, title), outcome = excluded.outcome, asked_at = excluded.asked_at, tries = tries + 1`,
  );
  const know = db.prepare(
    `INSERT INTO pages (canonical, url, target, target_url, title, outcome, asked_at, tries) VALUES (?, ?, NULL, NULL, NULL, 'known', ?, 0)
     ON CONFLICT DO NOTHING`,
  );
  const fold = folder(db);
  const noteStale = staleNoter(db);
  return ({ canonical, url, target, title, outcome }, at) => {
    keep.run(canonical, url, target?.canonical ?? null, target?.url ?? null, title, outcome, at);
    if (target !== null && target.canonical !== canonical) {
      know.run(target.canonical, target.url, at);
      fold(canonical, url);
    } else if (title !== null) noteStale(canonical);
  };
}

function staleNoter(db: Database): (canonical: string) => void {
  const note = db.prepare(
    'INSERT INTO stale_rows (n) SELECT s.n FROM links l JOIN shares s ON s.link = l.link WHERE l.canonical = ? ON CONFLICT DO NOTHING',
  );
  return (canonical) => note.run(canonical);
}

// The shares of an address become those of the page it leads to.
function folder(db: Database): (canonical: string, url: string) => void {
  const find = db.prepare<[string], { link: number }>('SELECT link FROM links WHERE canonical = ?');
  const noteStale = staleNoter(db);
  const pageOf = pageFinder(db);
  const linkOf = linkFinder(db);
  const move = db.prepare('UPDATE OR IGNORE shares SET link = ? WHERE link = ?');
  const tweets = db.prepare<[number], { n: bigint }>('SELECT n FROM shares WHERE link = ? ORDER BY n').safeIntegers();
  // Where the tweet shares that page in another spelling as well, its share stays behind.
  const drop = ['shares', 'links'].map((table) => db.prepare(`DELETE FROM ${table} WHERE link = ?`));
  const recount = sessionRecounter(db);
  return (canonical, url) => {
    const short = find.get(canonical);
    if (short === undefined) return;
    noteStale(canonical);
    const page = pageOf(url);
    const sharing = tweets.all(short.link).map(({ n }) => n);
    if (page !== null) move.run(linkOf(page), short.link);
    for (const statement of drop) statement.run(short.link);
    for (const n of sharing) recount(n);
  };
}

function sessionRecounter(db: Database): (n: bigint) => void {
  const recount = db.prepare(
    `UPDATE sessions SET links =
       (SELECT count(DISTINCT s.link) FROM placements p JOIN shares s ON s.n = p.n WHERE p.chat = sessions.chat AND p.session = sessions.session)
     WHERE (chat, session) IN (SELECT chat, session FROM placements WHERE n = ?)`,
  );
  return (n) => recount.run(n);
}
