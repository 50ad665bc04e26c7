/** Reading the tweets that are shown, with what was searched for marked. */
import type { Database } from 'better-sqlite3';
import type { Role } from '../chat.ts';
import { groupBy } from '../group-by.ts';
import type { QueryNode } from '../query/ast.ts';
import { markTexts } from './search-marks.ts';
import { statement } from './statements.ts';

/** One tweet found. */
export interface SearchHit {
  readonly key: string;
  readonly author: string | null;
  readonly authorName: string | null;
  /** UTC, milliseconds. */
  readonly createdAt: number;
  readonly text: string;
  /** The text without its addresses; what was searched for stands between \u0002 and \u0003. */
  readonly excerpt: string;
  readonly isRetweet: boolean;
  /** The key of the tweet it passes on, as far as its export says. */
  readonly retweetOf: string | null;
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
  /** Higher is nearer; 0 where nothing was ranked. Compare within one search only. */
  readonly score: number;
}

/** Row number and score of a hit. */
export interface Found {
  readonly n: string;
  readonly score: number;
}

/** The row numbers as JSON, whose numbers SQLite reads whole. */
export function numbersOf(found: readonly Found[]): string {
  return `[${found.map(({ n }) => n).join()}]`;
}

interface HitRow {
  /** Which of the row numbers asked for it is. */
  readonly at: number;
  readonly key: string;
  readonly author: string | null;
  readonly author_name: string | null;
  readonly created_at: number;
  readonly text: string;
  readonly plain: string;
  readonly is_retweet: number;
  readonly retweet_of: string | null;
  readonly chat: string | null;
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
}

/** The hits for row numbers, in their order. `root` is what to mark; sessions are those of `chats`. */
export function readHits(db: Database, found: readonly Found[], root: QueryNode, chats: readonly string[]): SearchHit[] {
  const read = statement<[string], HitRow>(
    db,
    `SELECT f.key AS at, COALESCE(t.key, CAST(t.n AS TEXT)) AS key, t.author, t.author_name, t.created_at, t.text,
            COALESCE(t.search_text, t.text) AS plain, t.is_retweet, CAST(t.retweet_of AS TEXT) AS retweet_of,
            p.chat, p.session, p.role, p.question
     FROM json_each(?) f CROSS JOIN tweets t ON t.n = f.value LEFT JOIN placements p ON p.n = t.n ORDER BY f.key, p.chat`,
  );
  const byPlace = groupBy(read.all(numbersOf(found)), ({ at }) => at);
  const rows = found.flatMap(({ score }, at) => {
    const placed = byPlace.get(at) ?? [];
    const own = placed.find(({ chat }) => chat !== null && chats.includes(chat));
    const row = own ?? placed.slice(0, 1).map((other) => ({ ...other, session: null, role: null, question: null }))[0];
    return row === undefined ? [] : [{ row, score }];
  });
  const excerpts = markTexts(
    db,
    rows.map(({ row }) => row.plain),
    root,
  );
  return rows.map(({ row, score }, at) => hitOf(row, score, excerpts[at] ?? row.plain));
}

function hitOf(row: HitRow, score: number, excerpt: string): SearchHit {
  return {
    key: row.key,
    author: row.author,
    authorName: row.author_name,
    createdAt: row.created_at,
    text: row.text,
    excerpt,
    isRetweet: row.is_retweet === 1,
    retweetOf: row.retweet_of,
    session: row.session,
    role: row.role,
    question: row.question,
    score,
  };
}
