/** Where a search looks: the archive, and whose sessions count. */
import type { Database } from 'better-sqlite3';
import type { Leaf } from '../query/ast.ts';
import { sessionsAbout } from './search-topics.ts';
import { statement } from './statements.ts';

/** A condition that means some sessions. */
export type SessionLeaf = Extract<Leaf, { readonly kind: 'session' | 'sessions' | 'topic' | 'mod' }>;

/** Where a search looks. `chats` are the names whose sessions count. */
export interface Place {
  readonly db: Database;
  readonly chats: readonly string[];
  readonly zone: string;
  /**
   * An expression for the row number. Of an index it must not be the bare column: SQLite would look the rows of an OR up by
   * number, where the index can match no more.
   */
  readonly n: string;
  /** True when no session of another chat is known: then the traits of a tweet say exactly where it stands. */
  readonly everyChat: boolean;
}

// More sessions than this are not asked for one by one.
const MOST = 1000;

/** The place of a search: `chat` null looks at every tweet of the archive. */
export function placeOf(db: Database, chat: string | null, zone: string, n: string): Place {
  const all = chatsOf(db);
  return { db, zone, n, chats: chat === null ? all : [chat], everyChat: chat === null || all.every((name) => name === chat) };
}

/** The names of the sessions that a condition means, and whether names say it exactly; null where they are too many. */
export function sessionsOf(leaf: SessionLeaf, place: Place): { readonly names: readonly string[]; readonly exact: boolean } | null {
  const { chats, everyChat } = place;
  if (leaf.kind === 'sessions') return listed(namesWithin(leaf.range, place), everyChat);
  if (leaf.kind === 'session' && leaf.session !== 'latest') return { names: [leaf.session], exact: everyChat };
  // Of several chats one may have met on a day when another had no session of that kind.
  return listed(
    meant(leaf, place).map(([, session]) => session),
    everyChat && chats.length < 2,
  );
}

/** Chat and name of the sessions of a topic or a moderator, or of the latest. */
export function meant(leaf: Exclude<SessionLeaf, { kind: 'sessions' }>, { db, chats }: Place): [chat: string, session: string][] {
  if (leaf.kind === 'topic') return sessionsAbout(db, chats, leaf.words);
  const names = JSON.stringify(chats);
  const rows =
    leaf.kind === 'mod'
      ? db
          .prepare<[string, string], { chat: string; session: string }>(
            `SELECT DISTINCT s.chat, s.session FROM sessions s JOIN json_each(s.moderators) m
             WHERE m.value = ? COLLATE NOCASE AND s.chat IN (SELECT value FROM json_each(?)) ORDER BY s.chat, s.session`,
          )
          .all(leaf.who, names)
      : db
          .prepare<[string], { chat: string; session: string }>(
            'SELECT chat, max(session) AS session FROM sessions WHERE chat IN (SELECT value FROM json_each(?)) GROUP BY chat ORDER BY chat',
          )
          .all(names);
  return rows.map(({ chat, session }) => [chat, session]);
}

function listed(names: readonly string[], exact: boolean) {
  return names.length > MOST ? null : { names: [...new Set(names)], exact };
}

// The index leaps from session to session, where DISTINCT would read every row.
function namesWithin({ from, until }: Extract<SessionLeaf, { kind: 'sessions' }>['range'], { db, chats }: Place): string[] {
  const next = statement<[string, string, string], { session: string | null }>(
    db,
    'SELECT min(session) AS session FROM placements WHERE chat = ? AND session > ? AND session < ?',
  );
  return chats.flatMap((chat) => {
    const names: string[] = [];
    const first = statement<[string, string], { session: string | null }>(
      db,
      'SELECT min(session) AS session FROM placements WHERE chat = ? AND session >= ?',
    ).get(chat, from)?.session;
    for (let name = first; typeof name === 'string' && name < until && names.length <= MOST; name = next.get(chat, name, until)?.session)
      names.push(name);
    return names;
  });
}

// The first key of the index leaps from chat to chat.
function chatsOf(db: Database): string[] {
  const next = statement<[string], { chat: string | null }>(db, 'SELECT min(chat) AS chat FROM sessions WHERE chat > ?');
  const chats: string[] = [];
  for (let chat = next.get('')?.chat; typeof chat === 'string'; chat = next.get(chat)?.chat) chats.push(chat);
  return chats;
}
