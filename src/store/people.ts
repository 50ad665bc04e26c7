/** Reading people: who took part, with what, and whether anybody heard them. */
import type { Database } from 'better-sqlite3';
import type { PersonView } from '../views.ts';
import { rowAt } from '../row-number.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';

/** Who says nothing for this long was away. */
const AWAY = 8 * 7 * 86_400_000;

/** How far back row numbers of one stretch of time lie from those of the next. */
const AWAY_ROWS = rowAt(AWAY) - rowAt(0);

interface PersonBinding extends ScopeBinding {
  /** The first row of the time somebody who came back was away. */
  readonly away: bigint;
  /** The people asked for, as JSON; null for all of them. */
  readonly authors: string | null;
}

type PersonRow = Omit<PersonView, 'moderator' | 'isNew' | 'cameBack'> & { readonly isNew: number; readonly cameBack: number };

// A tweet was heard when somebody else replied to it, quoted it or passed it on, or when its export counted that; a
// question also when answers were placed at it. Each is looked up in an index.
const HEARD = `
  o.answered OR COALESCE(o.replies, 0) + COALESCE(o.quotes, 0) + COALESCE(o.retweets, 0) > 0
  OR EXISTS (SELECT 1 FROM tweets r WHERE r.reply_to = o.reference AND (r.author IS NULL OR r.author <> o.author COLLATE NOCASE))
  OR EXISTS (SELECT 1 FROM tweets r WHERE r.quote_of = o.reference AND (r.author IS NULL OR r.author <> o.author COLLATE NOCASE))
  OR EXISTS (SELECT 1 FROM tweets r WHERE r.retweet_of = o.reference AND (r.author IS NULL OR r.author <> o.author COLLATE NOCASE))`;

// References hold the number of a status and the key of anything else (tweet-row.ts, reference).
const REFERENCE = `CASE WHEN t.key IS NULL THEN t.n WHEN t.key GLOB '*[^0-9]*' THEN t.key ELSE CAST(t.key AS INTEGER) END`;

// What people said in a scope: all of it, or what some of them did, who are looked up by name.
const SAID = {
  everybody: 'chat_tweets c JOIN tweets t ON t.n = c.n',
  some: `json_each(@authors) a CROSS JOIN tweets t ON t.author = a.value COLLATE NOCASE AND t.n BETWEEN @first AND @last
         CROSS JOIN chat_tweets c ON c.n = t.n`,
};

const ownOf = (said: string): string => `
  SELECT t.n, t.author, t.author_name, t.created_at, t.is_retweet, t.replies, t.quotes, t.retweets, p.role, ${REFERENCE} AS reference,
         t.is_retweet = 0 AND t.reply_to IS NULL AND t.reply_to_author IS NULL AND t.quote_of IS NULL AS original,
         p.role IS 'question' AND (p.session, p.question) IN answers AS answered
  FROM ${said} LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
  WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND t.author IS NOT NULL AND (@session IS NULL OR p.session = @session)`;

// The row of each person's last tweet of the chat before the scope: null for somebody new, long ago for somebody back.
const BEFORE = `
  SELECT u.n FROM tweets u WHERE u.author = g.author COLLATE NOCASE AND u.n < @first AND u.context = 0
  AND EXISTS (SELECT 1 FROM chat_tweets x WHERE x.chat = @chat AND x.n = u.n) ORDER BY u.n DESC LIMIT 1`;

// The plus sign hides a column from the index of sessions: the time is a stretch of rows.
const peopleOf = (said: string): string => `
  WITH answers AS MATERIALIZED (
    SELECT DISTINCT session, question FROM placements
    WHERE +chat = @chat AND n BETWEEN @first AND @last AND role = 'answer' AND question IS NOT NULL
  ), own AS MATERIALIZED (${ownOf(said)}),
  heard AS MATERIALIZED (SELECT o.*, o.is_retweet = 0 AND (${HEARD}) AS heard FROM own o),
  shared AS MATERIALIZED (
    SELECT o.author COLLATE NOCASE AS author, count(DISTINCT s.link) AS links FROM own o JOIN shares s ON s.n = o.n
    GROUP BY o.author COLLATE NOCASE
  ), gathered AS MATERIALIZED (
    SELECT max(author) AS author, max(author_name) AS name, count(*) AS tweets, count(*) FILTER (WHERE role = 'question') AS questions,
           count(*) FILTER (WHERE role = 'answer') AS answers, min(created_at) AS firstAt, max(created_at) AS lastAt,
           count(*) FILTER (WHERE original AND NOT heard) AS unanswered, count(*) FILTER (WHERE heard) AS heard
    FROM heard GROUP BY author COLLATE NOCASE
  ), known AS MATERIALIZED (SELECT g.*, (${BEFORE}) AS before FROM gathered g)
  SELECT k.author, k.name, k.tweets, k.questions, k.answers, COALESCE(s.links, 0) AS links, k.firstAt, k.lastAt, k.unanswered, k.heard,
         k.before IS NULL AND EXISTS (SELECT 1 FROM placements WHERE chat = @chat AND n < @first) AS isNew,
         k.before IS NOT NULL AND k.before < @away AS cameBack
  FROM known k LEFT JOIN shared s ON s.author = k.author COLLATE NOCASE ORDER BY k.tweets DESC, lower(k.author)`;

/** The people of a scope, or some of them, by tweets, most first. Retweets count as tweets. */
export function listPeople(db: Database, scope: Scope, some: readonly string[] | null = null): PersonView[] {
  const moderators = moderatorsOf(db, scope);
  const binding = bindingOf(db, scope);
  const least = -(2n ** 63n);
  const away = binding.first - AWAY_ROWS < least ? least : binding.first - AWAY_ROWS;
  return db
    .prepare<[PersonBinding], PersonRow>(peopleOf(some === null ? SAID.everybody : SAID.some))
    .all({ ...binding, away, authors: some === null ? null : JSON.stringify(some) })
    .map((row) => ({
      ...row,
      moderator: moderators.has(row.author.toLowerCase()),
      isNew: row.isNew === 1,
      cameBack: row.cameBack === 1,
    }));
}

/** The people of whose tweets none was heard, those who were new first: whom to welcome next time. */
export function listUnheard(db: Database, scope: Scope): PersonView[] {
  return listPeople(db, scope)
    .filter(({ unanswered, heard }) => unanswered > 0 && heard === 0)
    .toSorted((a, b) => Number(b.isNew) - Number(a.isNew));
}

function moderatorsOf(db: Database, { chat, sessions }: Scope): Set<string> {
  const rows = db
    .prepare<[string, string], { handle: string }>(
      `SELECT DISTINCT lower(m.value) AS handle FROM sessions s, json_each(s.moderators) m
       WHERE s.chat = ? AND s.session IN (SELECT value FROM json_each(?)) ORDER BY handle`,
    )
    .all(chat.name, JSON.stringify(sessions));
  return new Set([...chat.moderators, ...rows.map(({ handle }) => handle)]);
}
