/** Conditions on the place of a tweet in its session. */
import type { Leaf, TweetIs } from '../query/ast.ts';
import { meant, type Place, type SessionLeaf } from './search-place.ts';
import { sql, type Sql } from './search-sql.ts';

/** What a tweet is only in its session. */
type InSession = Extract<TweetIs, 'question' | 'answer' | 'moderator' | 'new'>;

// `p` is the placement of the tweet `t`.
const IN_SESSION: Readonly<Record<InSession, string>> = {
  question: "p.role = 'question'",
  answer: "p.role = 'answer'",
  moderator: `EXISTS (SELECT 1 FROM sessions s JOIN json_each(s.moderators) m
              WHERE s.chat = p.chat AND s.session = p.session AND m.value = t.author COLLATE NOCASE)`,
  // In the first session of all, everybody would be new.
  new: `p.session > (SELECT min(session) FROM sessions s WHERE s.chat = p.chat) AND p.session =
        (SELECT f.session FROM first_sessions f WHERE f.chat = p.chat AND f.author = t.author)`,
};

/** What a tweet is in its session. */
export function isInSession(what: InSession, place: Place): Sql {
  return placed(place, sql(IN_SESSION[what]));
}

/** Whether a tweet asks, or answers, one of some questions. */
export function numbered({ role, first, last }: Extract<Leaf, { kind: 'numbered' }>, place: Place): Sql {
  return placed(place, sql('p.role = ? AND p.question BETWEEN ? AND ?', role, first, last));
}

/** Whether a tweet lies in a session: by its name, its date, its topic or its moderator. */
export function inSessions(leaf: SessionLeaf, place: Place): Sql {
  const { chats, n } = place;
  const own = `EXISTS (SELECT 1 FROM placements p WHERE p.n = ${n} AND p.chat IN (SELECT value FROM json_each(?)) AND`;
  const names = JSON.stringify(chats);
  if (leaf.kind === 'sessions') return sql(`${own} p.session >= ? AND p.session < ?)`, names, leaf.range.from, leaf.range.until);
  if (leaf.kind === 'session' && leaf.session !== 'latest') return sql(`${own} p.session = ?)`, names, leaf.session);
  const sessions = meant(leaf, place).map(([chat, session]) => `${chat} ${session}`);
  return sql(`${own} p.chat || ' ' || p.session IN (SELECT value FROM json_each(?)))`, names, JSON.stringify(sessions));
}

function placed({ chats, n }: Place, condition: Sql): Sql {
  return sql(
    `EXISTS (SELECT 1 FROM placements p WHERE p.n = ${n} AND p.chat IN (SELECT value FROM json_each(?)) AND ${condition.text})`,
    JSON.stringify(chats),
    ...condition.values,
  );
}
