/** The topics of sessions as a full-text index: which sessions a `topic:` means, and which are near to some words. */
import type { Database } from 'better-sqlite3';
import { wordsOf } from '../query/words.ts';
import { quoted } from './search-quoted.ts';

/** A session, with how near its topic is: higher is nearer. */
export interface NearTopic {
  readonly chat: string;
  readonly session: string;
  readonly score: number;
}

/** Chat and name of the sessions whose topic, stated or derived, has all these words in any inflection. */
export function sessionsAbout(db: Database, chats: readonly string[], words: string): [chat: string, session: string][] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return [];
  return sessionsNear(db, chats, wanted.map(quoted).join(' AND ')).map(({ chat, session }) => [chat, session]);
}

/** The sessions whose topic or telling words a MATCH finds, in the order of their names. What was stated weighs most. */
export function sessionsNear(db: Database, chats: readonly string[], expression: string): NearTopic[] {
  // A table of this connection alone: it makes the topics' stems the index's stems, and is gone with the connection.
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.topic_search USING fts5(topic, terms, tokenize = 'porter unicode61 remove_diacritics 2');
    DELETE FROM temp.topic_search;
  `);
  const of = 'FROM sessions WHERE chat IN (SELECT value FROM json_each(?)) ORDER BY chat, session';
  const names = JSON.stringify(chats);
  db.prepare(
    `INSERT INTO temp.topic_search (rowid, topic, terms) SELECT row_number() OVER (ORDER BY chat, session) - 1, topic, topic_terms ${of}`,
  ).run(names);
  const sessions = db.prepare<[string], { chat: string; session: string }>(`SELECT chat, session ${of}`).all(names);
  const found = db
    .prepare<[string], { row: number; score: number }>(
      'SELECT rowid AS row, -bm25(topic_search, 5, 2) AS score FROM temp.topic_search WHERE topic_search MATCH ? ORDER BY rowid',
    )
    .all(expression);
  return found.flatMap(({ row, score }) => {
    const session = sessions[row];
    return session === undefined ? [] : [{ chat: session.chat, session: session.session, score }];
  });
}
