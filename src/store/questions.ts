/** The questions of sessions: as they were asked, with the places of their answers, and with their answers in short. */
import type { Database } from 'better-sqlite3';
import { answersInShort } from '../rules/answers-in-short.ts';
import type { AnswerPlace, AnswersInShort, QuestionAsked, QuestionOutline } from '../views.ts';
import { answersByQuestion } from './answers.ts';
import { statement } from './statements.ts';

/** So many answers of a question are kept with it. */
export const ANSWERS_KEPT = 10;

interface Asked extends QuestionAsked {
  readonly session: string;
}

/** The questions of one session, or of all (`session` null), as they were asked. */
export function questionRows(db: Database, chat: string, session: string | null): Asked[] {
  return askedRows(db, chat, session);
}

/** The questions of a session in the order they were asked, each with its answers in short. */
export function questionOutlines(db: Database, chat: string, session: string): QuestionOutline[] {
  return askedRows<{ answers: string }>(db, chat, session, 'q.answers').map((row) => ({ ...row, answers: shortIn(row.answers) }));
}

/** Keeps the answers of a session in short with its questions, as they stand in the placements. */
export function keepAnswers(db: Database, chat: string, session: string): void {
  const keep = db.prepare('UPDATE questions SET answers = ? WHERE chat = ? AND session = ? AND n = CAST(? AS INTEGER)');
  for (const { row, answers } of withPlaces(db, chat, askedRows<{ row: string }>(db, chat, session, 'CAST(q.n AS TEXT) AS row')))
    keep.run(shortText(answersInShort(answers, ANSWERS_KEPT)), chat, session, row);
}

/** The questions of a session in the order they were asked, each with the places of all its answers. */
export function questionsWithPlaces(db: Database, chat: string, session: string): (Asked & { readonly answers: readonly AnswerPlace[] })[] {
  return withPlaces(db, chat, askedRows(db, chat, session));
}

function askedRows<More = object>(db: Database, chat: string, session: string | null, more?: string): (Asked & More)[] {
  const wanted = session === null ? '' : 'AND q.session = @session';
  return statement<[{ chat: string; session: string | null }], Omit<Asked, 'guessed'> & More & { guessed: number }>(
    db,
    `SELECT q.session, q.number, q.label, COALESCE(t.key, CAST(t.n AS TEXT), '') AS key, q.text, q.asked_at AS askedAt, q.asked_by AS askedBy,
              p.attributed_by IS 'clock' AS guessed ${more === undefined ? '' : `, ${more}`}
       FROM questions q LEFT JOIN tweets t ON t.n = q.n LEFT JOIN placements p ON p.chat = q.chat AND p.n = q.n
       WHERE q.chat = @chat ${wanted} ORDER BY q.session, q.asked_at, q.n`,
  )
    .all({ chat, session })
    .map((row) => ({ ...row, guessed: row.guessed === 1 }));
}

// Flat: there are thousands in a decade.
function shortText({ all, guesses, first }: AnswersInShort): string {
  return JSON.stringify([all, guesses, ...first.flatMap(({ key, isSure, replies }) => [key, Number(isSure), replies])]);
}

function shortIn(json: string): AnswersInShort {
  const [all, guesses, ...flat] = JSON.parse(json) as [number, number, ...(string | number)[]];
  const first = Array.from({ length: flat.length / 3 }, (_, at) => ({
    key: String(flat[3 * at]),
    isSure: flat[3 * at + 1] === 1,
    replies: Number(flat[3 * at + 2]),
  }));
  return { all, guesses, first };
}

// All are of one session.
function withPlaces<Row extends Asked>(
  db: Database,
  chat: string,
  questions: readonly Row[],
): (Row & { answers: readonly AnswerPlace[] })[] {
  const session = questions[0]?.session;
  if (session === undefined) return [];
  const answers = answersByQuestion(db, chat, session);
  return questions.map((question) => {
    const parts = questions.filter(({ number }) => number === question.number);
    return { ...question, answers: answersOfPart(parts.indexOf(question), parts, answers.get(question.number) ?? []) };
  });
}

/** Parts of a question that follow each other so soon are answered together. */
const TOGETHER = 5 * 60_000;

// The parts of one question (Q2a, Q2b) share a number, and so do two that a moderator numbered alike: an answer stands,
// with what speaks to it, under the last part of those asked together before it.
function answersOfPart(
  part: number,
  parts: readonly { readonly askedAt: number }[],
  answers: readonly AnswerPlace[],
): readonly AnswerPlace[] {
  if (parts.length === 1) return answers;
  let place = 0;
  return answers.filter(({ createdAt, depth }) => {
    if (depth === 0) place = partAnswered(parts, createdAt);
    return place === part;
  });
}

function partAnswered(parts: readonly { readonly askedAt: number }[], at: number): number {
  const asked = Math.max(
    0,
    parts.findLastIndex(({ askedAt }) => askedAt <= at),
  );
  const pause = parts.findIndex(({ askedAt }, index) => index > asked && askedAt - (parts[index - 1]?.askedAt ?? 0) > TOGETHER);
  return pause < 0 ? parts.length - 1 : pause - 1;
}
