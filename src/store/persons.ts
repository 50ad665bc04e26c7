/** Who a person is, as far as the archive can tell: their handles, accounts, names and tweets. */
import type { Database } from 'better-sqlite3';

/** A person, by everything they are known by. */
export interface Person {
  readonly handles: readonly string[];
  /** `network:id`. */
  readonly accounts: readonly string[];
  /** Names of at least two words; a shorter one could be anybody's. */
  readonly names: readonly string[];
  /** Keys of their tweets, in a time (UTC, milliseconds) or at all. */
  readonly keys: readonly string[];
}

/** Some exports give everybody the same number: people change their handle now and then, not all the time. */
const MOST_HANDLES = 4;

/** The person of a handle: also under the handles their accounts had before. */
export function personOf(db: Database, handle: string, from: number | null, until: number | null): Person {
  const accountsOf = db.prepare<[string], string>(
    "SELECT DISTINCT network || ':' || author_id FROM tweets WHERE author = ? COLLATE NOCASE AND author_id IS NOT NULL ORDER BY 1",
  );
  const handlesOf = db.prepare<[string], string>(
    "SELECT DISTINCT lower(author) FROM tweets WHERE network || ':' || author_id = ? AND author IS NOT NULL ORDER BY 1",
  );
  const [handles, accounts] = [new Set([handle.toLowerCase()]), new Set<string>()];
  for (const one of handles) {
    for (const account of accountsOf.pluck().all(one)) {
      if (accounts.has(account)) continue;
      const others = handlesOf.pluck().all(account);
      if (others.length > MOST_HANDLES) continue;
      accounts.add(account);
      for (const other of others) handles.add(other);
    }
  }
  const theirs = `SELECT DISTINCT %s FROM tweets WHERE lower(author) IN (SELECT value FROM json_each(?))`;
  const list = JSON.stringify([...handles]);
  const names = db.prepare<[string], string | null>(theirs.replace('%s', 'author_name')).pluck().all(list);
  const keys = db
    .prepare<[string, number, number], string>(
      `${theirs.replace('%s', 'COALESCE(key, CAST(n AS TEXT))')} AND created_at >= ? AND created_at < ? ORDER BY n`,
    )
    .pluck()
    .all(list, from ?? -8.64e15, until ?? 8.64e15);
  return {
    handles: [...handles],
    accounts: [...accounts],
    names: names.filter((name) => name !== null && /\p{L}+\s+\p{L}+/u.test(name)) as string[],
    keys,
  };
}
