/** What pages were when they were looked at, one look a day, and their copies in the Wayback Machine. */
import type { Database } from 'better-sqlite3';
import { type Look, verdictOf } from '../rules/verdict.ts';
import type { LinkVerdict, PageCopy } from '../views.ts';

/** A function that keeps a look at a page; a later one of the same day (UTC) takes its place. Call it in a transaction. */
export function lookKeeper(db: Database): (canonical: string, look: Look) => void {
  const keep = db.prepare(
    `INSERT INTO checks (canonical, day, asked_at, state, status, reason, moved_to) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at, state = excluded.state, status = excluded.status, reason = excluded.reason,
       moved_to = excluded.moved_to`,
  );
  return (canonical, { at, state, status, reason, movedTo }) =>
    keep.run(canonical, new Date(at).toISOString().slice(0, 10), at, state, status, reason, movedTo);
}

/** A function that gives the last two looks at a page, newest first. */
export function looksFinder(db: Database): (canonical: string) => Look[] {
  const find = db.prepare<[string], Look>(
    `SELECT asked_at AS at, state, status, reason, moved_to AS movedTo FROM checks WHERE canonical = ? ORDER BY day DESC LIMIT 2`,
  );
  return (canonical) => find.all(canonical);
}

/** A function that gives the verdict on a page; null for one that was never looked at. */
export function verdictFinder(db: Database): (canonical: string) => LinkVerdict | null {
  const looks = looksFinder(db);
  return (canonical) => verdictOf(looks(canonical));
}

/** A copy that was asked for; `copy` is null where there is none. */
export interface SoughtCopy {
  readonly copy: PageCopy | null;
  /** UTC, milliseconds. */
  readonly askedAt: number;
}

/** A function that gives what is known of a page's copy; null when nobody asked. */
export function copyFinder(db: Database): (canonical: string) => SoughtCopy | null {
  const find = db.prepare<[string], { copy: string | null; copiedAt: number | null; askedAt: number }>(
    'SELECT copy, copied_at AS copiedAt, asked_at AS askedAt FROM copies WHERE canonical = ?',
  );
  return (canonical) => {
    const row = find.get(canonical);
    if (row === undefined) return null;
    const { copy, copiedAt, askedAt } = row;
    return { copy: copy === null || copiedAt === null ? null : { url: copy, at: copiedAt }, askedAt };
  };
}

/** A function that keeps the answer to where a page's copy is. Call it in a transaction. */
export function copyKeeper(db: Database): (canonical: string, sought: SoughtCopy) => void {
  const keep = db.prepare(
    `INSERT INTO copies (canonical, copy, copied_at, asked_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET copy = excluded.copy, copied_at = excluded.copied_at, asked_at = excluded.asked_at`,
  );
  return (canonical, { copy, askedAt }) => keep.run(canonical, copy?.url ?? null, copy?.at ?? null, askedAt);
}
