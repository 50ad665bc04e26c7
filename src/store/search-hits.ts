/** Reading the tweets that are shown, with what was searched for marked. */
import type { Database } from 'better-sqlite3';
import type { Role } from '../chat.ts';
import { groupBy } from '../group-by.ts';
import type { QueryNode } from '../query/ast.ts';
import { markTexts } from './search-marks.ts';
import { rawRows } from './statements.ts';

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

// As JSON, whose numbers SQLite reads whole.
function numbersOf(found: readonly Found[]): string {
  return `[${found.map(({ n }) => n).join()}]`;
}

type HitValues = readonly [
  /** Which of the row numbers asked for it is. */
  at: number,
  chat: string | null,
  key: string,
  author: string | null,
  authorName: string | null,
  createdAt: number,
  text: string,
  excerpt: string,
  isRetweet: number,
  retweetOf: string | null,
  session: string | null,
  role: Role | null,
  question: number | null,
];

/** The tweets of row numbers, in their order, with nothing marked yet; sessions are those of `chats`. */
export function readHits(db: Database, found: readonly Found[], chats: readonly string[]): SearchHit[] {
  // All in one look: to ask for one after the other takes twice as long.
  const read = rawRows<[string], HitValues>(
    db,
    `SELECT f.key, p.chat, COALESCE(t.key, CAST(t.n AS TEXT)), t.author, t.author_name, t.created_at, t.text,
            COALESCE(t.search_text, t.text), t.is_retweet, CAST(t.retweet_of AS TEXT), p.session, p.role, p.question
     FROM json_each(?) f CROSS JOIN tweets t ON t.n = f.value LEFT JOIN placements p ON p.n = t.n ORDER BY f.key, p.chat`,
  );
  const byPlace = groupBy(read.all(numbersOf(found)), ([at]) => at);
  return found.flatMap(({ score }, at) => {
    const placed = byPlace.get(at) ?? [];
    const own = placed.find(([, chat]) => chat !== null && chats.includes(chat));
    const values = own ?? placed[0];
    return values === undefined ? [] : [hitOf(values, score, own !== undefined)];
  });
}

// Rows of values are read in half the time that rows with names take.
function hitOf(values: HitValues, score: number, isPlaced: boolean): SearchHit {
  const [, , key, author, authorName, createdAt, text, excerpt, isRetweet, retweetOf, ...place] = values;
  const [session, role, question] = isPlaced ? place : [null, null, null];
  return { key, author, authorName, createdAt, text, excerpt, isRetweet: isRetweet === 1, retweetOf, session, role, question, score };
}

/** The hits with what `root` asks for marked in their excerpts. */
export function markHits<Hit extends SearchHit>(db: Database, hits: readonly Hit[], root: QueryNode): Hit[] {
  const marked = markTexts(
    db,
    hits.map(({ excerpt }) => excerpt),
    root,
  );
  return hits.map((hit, at) => ({ ...hit, excerpt: marked[at] ?? hit.excerpt }));
}
