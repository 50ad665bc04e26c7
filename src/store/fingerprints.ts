/** One short value for everything a session's pages are made of: it changes when any of that does. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

type Row = readonly [session: string, ...fields: (string | number | null)[]];

const SOURCES: readonly string[] = [
  `SELECT session, week, starts_at, ends_at, topic, topic_source, moderators, tweets, people, links
   FROM sessions WHERE chat = ? ORDER BY session`,
  `SELECT session, number, label, CAST(n AS TEXT), text, asked_at, asked_by FROM questions WHERE chat = ? ORDER BY session, n`,
  `SELECT p.session, CAST(t.n AS TEXT), t.key, t.network, t.author, t.author_name, t.created_at, t.text, t.is_retweet, CAST(t.reply_to AS TEXT),
          CAST(t.quote_of AS TEXT), CAST(t.retweet_of AS TEXT), t.retweets, t.entities, p.role, p.question
   FROM placements p JOIN tweets t ON t.n = p.n WHERE p.chat = ? ORDER BY p.session, p.n`,
  `SELECT p.session, l.canonical, s.url, s.title, g.title, g.target_url
   FROM placements p JOIN shares s ON s.n = p.n JOIN links l USING (link) LEFT JOIN pages g ON g.canonical = l.canonical
   WHERE p.chat = ? ORDER BY p.session, p.n, l.link`,
  `SELECT p.session, l.canonical, k.day, k.state, k.moved_to, y.copy
   FROM placements p JOIN shares s ON s.n = p.n JOIN links l USING (link) LEFT JOIN checks k ON k.canonical = l.canonical
   LEFT JOIN copies y ON y.canonical = l.canonical
   WHERE p.chat = ? AND (k.state IS NOT NULL OR y.copy IS NOT NULL) ORDER BY p.session, p.n, l.link, k.day`,
];

/** The fingerprint of every session of a chat, by session name, oldest first. Rows are read one by one. */
export function sessionFingerprints(db: Database, chat: string): Map<string, string> {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const sql of SOURCES) {
    for (const row of db.prepare<[string], Row>(sql).raw().iterate(chat)) {
      const [session] = row;
      const hash = hashes.get(session) ?? createHash('sha1');
      hashes.set(session, hash);
      hash.update(row.join('\u0000')).update('\u0001');
    }
  }
  return new Map([...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([session, hash]) => [session, hash.digest('hex')]));
}
