import type { Database } from 'better-sqlite3';
import { isShortened, isShortenedForGood } from '../rules/shorteners.ts';

/** How many shared pages are known by a short address only that could still be asked where it leads, and was not. */
export function countUnexpanded(db: Database): number {
  const urls = db
    .prepare<[], string>(
      'SELECT DISTINCT s.url FROM shares s JOIN links l ON l.link = s.link WHERE NOT EXISTS (SELECT 1 FROM pages p WHERE p.canonical = l.canonical) ORDER BY s.url',
    )
    .pluck();
  let count = 0;
  for (const url of urls.iterate()) if (isShortened(url) && !isShortenedForGood(url)) count += 1;
  return count;
}
