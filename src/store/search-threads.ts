/** What `thread:` asks: everything tied to some tweets by replies and quotes, up and down. */
import { reference } from './tweet-row.ts';
import { sql, type Sql } from './search-sql.ts';

// References hold the number of a status and the key of anything else (tweet-row.ts, reference).
const REFERENCE = `CASE WHEN m.key IS NULL THEN m.n WHEN m.key GLOB '*[^0-9]*' THEN m.key ELSE CAST(m.key AS INTEGER) END`;
const PARENT = 'COALESCE(m.reply_to, m.quote_of)';

/** The rows of the whole threads of some rows (a query with the one column n). Tweets that answer the same absent one are of one thread. */
export function threadRows({ text, values }: Sql): Sql {
  return {
    text: `WITH RECURSIVE tied (n) AS (
      ${text}
      UNION SELECT p.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets p ON p.n = ${PARENT} WHERE m.is_retweet = 0 AND p.key IS NULL
      UNION SELECT p.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets p ON p.key = CAST(${PARENT} AS TEXT) WHERE m.is_retweet = 0
      UNION SELECT c.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets c ON c.reply_to = m.reply_to WHERE m.is_retweet = 0 AND c.is_retweet = 0
      UNION SELECT c.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets c ON c.reply_to = ${REFERENCE} WHERE c.is_retweet = 0
      UNION SELECT c.n FROM tied JOIN tweets m ON m.n = tied.n JOIN tweets c ON c.quote_of = ${REFERENCE} WHERE c.reply_to IS NULL AND c.is_retweet = 0
    ) SELECT n FROM tied`,
    values,
  };
}

/** The rows that one key stands for: the tweet itself, or those that answer it where no export holds it. */
export function rowsOfKey(key: string): Sql {
  const ref = reference(key);
  return sql(
    'SELECT n FROM tweets WHERE (n = ? AND key IS NULL) OR key = ? UNION SELECT n FROM tweets WHERE reply_to = ? UNION SELECT n FROM tweets WHERE quote_of = ?',
    ref,
    key,
    ref,
    ref,
  );
}
