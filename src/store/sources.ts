/** Reading which export contributed what. */
import type { Database } from 'better-sqlite3';
import type { Completeness, SourceView } from '../views.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';

/** The imports that carry tweets of a scope, oldest first. A tweet that only came along inside another does not count. */
export function listSources(db: Database, scope: Scope): SourceView[] {
  return db
    .prepare<[ScopeBinding], SourceView>(
      `WITH said AS (
         SELECT COALESCE(t.twin, t.n) AS n, k.import
         FROM tweets t JOIN contributions k ON k.n = t.n
         WHERE t.n BETWEEN @first AND @last AND t.context = 0 AND COALESCE(json_extract(k.said, '$.context'), 0) = 0
       ), carried AS (
         SELECT DISTINCT said.n, said.import FROM said JOIN chat_tweets c ON c.n = said.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
         WHERE c.chat = @chat AND (@session IS NULL OR p.session = @session)
       ), single AS (SELECT n FROM carried GROUP BY n HAVING count(*) = 1)
       SELECT i.import, i.batch AS run, i.path, i.format, i.imported_at AS importedAt, count(*) AS tweets,
              count(*) FILTER (WHERE carried.n IN (SELECT n FROM single)) AS alone
       FROM carried JOIN imports i USING (import) GROUP BY i.import ORDER BY i.import`,
    )
    .all(bindingOf(db, scope));
}

/** Of the tweets in a scope's time that tweets of the chat answer, how many the archive holds. */
export function completenessOf(db: Database, scope: Scope): Completeness {
  const row = db
    .prepare<[ScopeBinding], Completeness>(
      `SELECT count(*) AS answered, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM tweets h WHERE h.n = parent AND h.context = 0)) AS held
       FROM (SELECT DISTINCT t.reply_to AS parent FROM chat_tweets c JOIN tweets t ON t.n = c.n
             WHERE c.chat = @chat AND typeof(t.reply_to) = 'integer' AND t.reply_to BETWEEN @first AND @last)`,
    )
    .get(bindingOf(db, scope));
  return row ?? { answered: 0, held: 0 };
}
