/** Conditions on the place of a tweet in its session. */
import type { Leaf, TweetIs } from '../query/ast.ts';
import type { Place } from './search-condition.ts';
import { sql, type Sql } from './search-sql.ts';
import { sessionsAbout } from './search-topics.ts';

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
        (SELECT q.session FROM tweets a CROSS JOIN placements q ON q.n = a.n AND q.chat = p.chat
         WHERE a.author = t.author COLLATE NOCASE ORDER BY a.n LIMIT 1)`,
};

/** What a tweet is in its session. */
export function isInSession(what: InSession, place: Place): Sql {
  return placed(place, sql(IN_SESSION[what]));
}

/** Whether a tweet asks, or answers, one of some questions. */
export function numbered({ role, first, last }: Extract<Leaf, { kind: 'numbered' }>, place: Place): Sql {
  return placed(place, sql('p.role = ? AND p.question BETWEEN ? AND ?', role, first, last));
}

/** Whether somebody moderated the session of a tweet. */
export function inModeratedBy(who: string, place: Place): Sql {
  return inThese(place, 'SELECT s.chat, s.session FROM sessions s JOIN json_each(s.moderators) m WHERE m.value = ? COLLATE NOCASE', who);
}

/** Whether a tweet lies in a session: by its name, its date or its topic. */
export function inSessions(leaf: Extract<Leaf, { kind: 'session' | 'sessions' | 'topic' }>, place: Place): Sql {
  const { db, chats, n } = place;
  if (leaf.kind === 'topic') {
    const about = JSON.stringify(sessionsAbout(db, chats, leaf.words));
    return inThese(place, 'SELECT value ->> 0, value ->> 1 FROM json_each(?)', about);
  }
  if (leaf.kind === 'session' && leaf.session === 'latest') return inThese(place, 'SELECT chat, max(session) FROM sessions GROUP BY chat');
  const rows = `${n} IN (SELECT p.n FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND`;
  const names = JSON.stringify(chats);
  return leaf.kind === 'session'
    ? sql(`${rows} p.session = ?)`, names, leaf.session)
    : sql(`${rows} p.session >= ? AND p.session < ?)`, names, leaf.range.from, leaf.range.until);
}

function inThese({ chats, n }: Place, sessions: string, ...values: readonly string[]): Sql {
  return sql(
    `${n} IN (SELECT p.n FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND (p.chat, p.session) IN (${sessions}))`,
    JSON.stringify(chats),
    ...values,
  );
}

// Of a condition that looks at the tweet, no list can be made beforehand.
function placed({ chats, wide, n }: Place, condition: Sql): Sql {
  const rows = 'FROM placements p WHERE p.chat IN (SELECT value FROM json_each(?)) AND';
  const text =
    wide && !/\bt\./.test(condition.text)
      ? `${n} IN (SELECT p.n ${rows} ${condition.text})`
      : `EXISTS (SELECT 1 ${rows} p.n = ${n} AND ${condition.text})`;
  return sql(text, JSON.stringify(chats), ...condition.values);
}
