import type { Database } from 'better-sqlite3';
import type { KnownPage } from '../views.ts';
import { copyFinder, verdictFinder } from './checks.ts';
import { queueLinks } from './link-queue.ts';
import type { Scope } from './scope.ts';

/** The pages of a scope that were looked at, those shared last first. */
export function knownPages(db: Database, scope: Scope): KnownPage[] {
  const verdictOf = verdictFinder(db);
  const copyOf = copyFinder(db);
  return queueLinks(db, scope).flatMap(({ canonical, url }) => {
    const verdict = verdictOf(canonical);
    return verdict === null ? [] : [{ canonical, url, verdict, copy: copyOf(canonical)?.copy ?? null }];
  });
}
