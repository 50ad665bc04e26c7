/** Reading the tweets that are shown, with what was searched for marked. */
import type { Database } from 'better-sqlite3';
import type { Role } from '../chat.ts';
import type { Found, SearchHit } from './search.ts';

interface HitRow {
  readonly key: string;
  readonly author: string | null;
  readonly author_name: string | null;
  readonly created_at: number;
  readonly text: string;
  readonly plain: string;
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
}

/** The hits for row numbers, in their order. `marks` is what to MATCH for the marks; sessions are those of `chat`, or of any. */
export function readHits(db: Database, found: readonly Found[], marks: string | null, chat: string | null): SearchHit[] {
  const read = db.prepare<[bigint, string | null], HitRow>(
    `SELECT COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.author_name, t.created_at, t.text, COALESCE(t.search_text, t.text) AS plain,
            p.session, p.role, p.question
     FROM tweets t LEFT JOIN placements p ON p.n = t.n AND p.chat = COALESCE(?2, (SELECT c.chat FROM chat_tweets c JOIN placements q ON q.chat = c.chat AND q.n = c.n WHERE c.n = t.n ORDER BY c.chat LIMIT 1))
     WHERE t.n = ?1`,
  );
  const mark = marksReader(db, marks);
  return found.flatMap(({ n, score }) => {
    const row = read.get(BigInt(n), chat);
    return row === undefined ? [] : [hitOf(row, score, mark(n))];
  });
}

function hitOf(row: HitRow, score: number, marked: string | null): SearchHit {
  return {
    key: row.key,
    author: row.author,
    authorName: row.author_name,
    createdAt: row.created_at,
    text: row.text,
    excerpt: marked ?? row.plain,
    session: row.session,
    role: row.role,
    question: row.question,
    score,
  };
}

function marksReader(db: Database, marks: string | null): (n: string) => string | null {
  if (marks === null) return () => null;
  const read = db.prepare<[string, bigint], { marked: string }>(
    'SELECT highlight(search, 0, char(2), char(3)) AS marked FROM search WHERE search MATCH ? AND rowid = ?',
  );
  return (n) => read.get(marks, BigInt(n))?.marked ?? null;
}
