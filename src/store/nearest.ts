/** What is near to some words: past sessions by their topics and questions, with the index that search uses. */
import type { Database } from 'better-sqlite3';
import { type Query, type QueryNode, wantedLeaves } from '../query/ast.ts';
import { withSynonyms } from '../query/synonyms.ts';
import { wordsOf } from '../query/words.ts';
import { words as tellingWords } from '../rules/words.ts';
import { questionTraits } from './search-filters.ts';
import { anyTrait, quoted } from './search-quoted.ts';
import { sessionsNear } from './search-topics.ts';
import { shippedSynonyms } from './synonyms.ts';
import type { SynonymTable } from '../query/synonyms.ts';

/** A question near to some words: higher is nearer. */
interface NearQuestion {
  readonly session: string;
  readonly label: string;
  readonly text: string;
  readonly score: number;
}

/** A session near to some words, by its topic and its nearest questions. */
export interface NearSession {
  readonly session: string;
  readonly score: number;
  /** The nearest first. */
  readonly questions: readonly NearQuestion[];
}

// Questions looked at; a session shows the nearest few.
const MOST_QUESTIONS = 200;
const SHOWN = 3;

/**
 * A search for any of the words of a text, in any inflection and spelling; null when it has none. Words that say nothing (and, the) are
 * left out, unless there are no others.
 */
export function anyWordOf(text: string, table: SynonymTable = shippedSynonyms()): Query | null {
  const telling = tellingWords(text);
  const found = [...new Set(telling.length > 0 ? telling : wordsOf(text))];
  if (found.length === 0) return null;
  // Side by side, for spellings of several words; then any of them will do.
  const row: QueryNode = { kind: 'and', parts: found.map((word) => ({ kind: 'word', text: word, form: 'stem' })) };
  const { query } = withSynonyms({ text, root: row, mixed: false }, table);
  const leaves = wantedLeaves(query.root).filter((leaf) => leaf.kind === 'word');
  return { text, root: { kind: 'or', parts: leaves }, mixed: false };
}

/** The sessions of a chat near to a search for words, nearest first; newer first among equals. */
export function nearestSessions(db: Database, chat: string, query: Query): NearSession[] {
  const expression = wantedLeaves(query.root)
    .flatMap((leaf) => (leaf.kind === 'word' ? [quoted(leaf.text)] : []))
    .join(' OR ');
  const questions = new Map<string, NearQuestion[]>();
  for (const question of nearestQuestions(db, chat, expression)) {
    questions.set(question.session, [...(questions.get(question.session) ?? []), question]);
  }
  const topics = new Map(sessionsNear(db, [chat], expression).map(({ session, score }) => [session, score]));
  return [...new Set([...topics.keys(), ...questions.keys()])]
    .map((session) => {
      const own = questions.get(session) ?? [];
      return { session, score: (topics.get(session) ?? 0) + (own[0]?.score ?? 0), questions: own.slice(0, SHOWN) };
    })
    .toSorted((a, b) => b.score - a.score || (a.session < b.session ? 1 : -1));
}

function nearestQuestions(db: Database, chat: string, expression: string): NearQuestion[] {
  return db
    .prepare<[string, string, number], NearQuestion>(
      `SELECT q.session, q.label, q.text, h.score FROM (
         SELECT rowid AS n, -bm25(stems, 10, 4, 6, 4, 3, 2, 1, 0) AS score FROM stems WHERE stems MATCH ?
       ) h JOIN placements p ON p.n = h.n AND p.chat = ? JOIN questions q ON q.chat = p.chat AND q.session = p.session AND q.n = h.n
       ORDER BY h.score DESC, h.n DESC LIMIT ?`,
    )
    .all(`{text tags words} : (${expression}) AND ${anyTrait(questionTraits)}`, chat, MOST_QUESTIONS);
}
