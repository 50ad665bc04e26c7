/** Reading people: who took part, and with what. */
import type { Database } from 'better-sqlite3';
import type { PersonView } from '../views.ts';
import { bindingOf, type Scope, type ScopeBinding } from './scope.ts';

/** The people of a scope by tweets, most first. Retweets count as tweets. */
export function listPeople(db: Database, scope: Scope): PersonView[] {
  const moderators = moderatorsOf(db, scope);
  return db
    .prepare<[ScopeBinding], Omit<PersonView, 'moderator'>>(
      `SELECT max(t.author) AS author, max(t.author_name) AS name, count(*) AS tweets,
              count(*) FILTER (WHERE p.role = 'question') AS questions, count(*) FILTER (WHERE p.role = 'answer') AS answers,
              (SELECT count(DISTINCT s.link) FROM shares s JOIN chat_tweets x ON x.n = s.n JOIN tweets u ON u.n = s.n
               WHERE x.chat = @chat AND x.n BETWEEN @first AND @last AND u.author = t.author COLLATE NOCASE AND u.context = 0) AS links,
              min(t.created_at) AS firstAt, max(t.created_at) AS lastAt
       FROM chat_tweets c JOIN tweets t ON t.n = c.n LEFT JOIN placements p ON p.chat = c.chat AND p.n = c.n
       WHERE c.chat = @chat AND c.n BETWEEN @first AND @last AND t.context = 0 AND t.author IS NOT NULL AND (@session IS NULL OR p.session = @session)
       GROUP BY t.author COLLATE NOCASE ORDER BY tweets DESC, lower(t.author)`,
    )
    .all(bindingOf(db, scope))
    .map((person) => ({ ...person, moderator: moderators.has(person.author.toLowerCase()) }));
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
