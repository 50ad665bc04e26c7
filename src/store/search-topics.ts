/** Which sessions a `topic:` means. */
import type { Database } from 'better-sqlite3';
import { wordsOf } from '../query/words.ts';

/** Chat and name of the sessions whose topic, stated or derived, has all these words in any inflection. */
export function sessionsAbout(db: Database, chats: readonly string[], words: string): [chat: string, session: string][] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return [];
  // A table of this connection alone: it makes the topics' stems the index's stems, and is gone with the connection.
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.topic_search USING fts5(topic, tokenize = 'porter unicode61 remove_diacritics 2');
    DELETE FROM temp.topic_search;
  `);
  const sessions = db
    .prepare<[string], { chat: string; session: string; topic: string; terms: string }>(
      'SELECT chat, session, topic, topic_terms AS terms FROM sessions WHERE chat IN (SELECT value FROM json_each(?)) ORDER BY chat, session',
    )
    .all(JSON.stringify(chats));
  const insert = db.prepare('INSERT INTO temp.topic_search (rowid, topic) VALUES (?, ?)');
  sessions.forEach(({ topic, terms }, index) => insert.run(index, `${topic} ${terms}`));
  const found = db
    .prepare<[string], { row: number }>('SELECT rowid AS row FROM temp.topic_search WHERE topic_search MATCH ? ORDER BY rowid')
    .all(wanted.map((word) => `"${word}"`).join(' AND '));
  return found.flatMap(({ row }) => {
    const session = sessions[row];
    return session === undefined ? [] : [[session.chat, session.session]];
  });
}
