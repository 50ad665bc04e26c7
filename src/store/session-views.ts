/** Reading sessions: lists, and one in full. */
import type { Database } from 'better-sqlite3';
import type { DateRange } from '../calendar.ts';
import type { Topic } from '../chat.ts';
import type { AnswerView, QuestionView, SessionSummary } from '../views.ts';
import { answersByQuestion } from './answers.ts';
import type { Scope } from './scope.ts';

interface SessionRow {
  readonly session: string;
  readonly week: string;
  readonly starts_at: number;
  readonly ends_at: number;
  readonly topic: string;
  readonly topic_source: Topic['source'];
  readonly topic_terms: string;
  readonly tweets: number;
  readonly people: number;
  readonly questions: number;
  readonly links: number;
  readonly curve: string;
  readonly moderators: string;
  readonly found_by: 'schedule' | 'burst';
}

const FIELDS = `
  s.session, s.week, s.starts_at, s.ends_at, s.topic, s.topic_source, s.topic_terms, s.tweets, s.people,
  s.questions, s.links, s.curve, s.moderators, s.found_by`;

/** The sessions of a scope, oldest first. */
export function listSessions(db: Database, { chat, sessions }: Scope): SessionSummary[] {
  return db
    .prepare<[string, string], SessionRow>(
      `SELECT ${FIELDS} FROM sessions s WHERE s.chat = ? AND s.session IN (SELECT value FROM json_each(?)) ORDER BY s.session`,
    )
    .all(chat.name, JSON.stringify(sessions))
    .map(summaryOf);
}

/** A function that gives the first session of a time, by name; null when there is none. */
export function firstSessionFinder(db: Database, chat: string): (range: DateRange) => SessionSummary | null {
  const find = db.prepare<[string, string, string], SessionRow>(
    `SELECT ${FIELDS} FROM sessions s WHERE s.chat = ? AND s.session >= ? AND s.session < ? ORDER BY s.session LIMIT 1`,
  );
  return ({ from, until }) => {
    const row = find.get(chat, from, until);
    return row === undefined ? null : summaryOf(row);
  };
}

/** What is kept of one session besides its summary; null when there is none of that name. */
export function getSession(
  db: Database,
  chat: string,
  session: string,
): { summary: SessionSummary; foundBy: 'schedule' | 'burst'; moderators: string[] } | null {
  const row = db
    .prepare<[string, string], SessionRow>(`SELECT ${FIELDS} FROM sessions s WHERE s.chat = ? AND s.session = ?`)
    .get(chat, session);
  return row === undefined ? null : { summary: summaryOf(row), foundBy: row.found_by, moderators: JSON.parse(row.moderators) as string[] };
}

/** The topics of sessions, by session name. */
export function topicsOf(db: Database, chat: string, sessions: readonly string[]): Map<string, string> {
  const rows = db
    .prepare<[string, string], { session: string; topic: string }>(
      'SELECT session, topic FROM sessions WHERE chat = ? AND session IN (SELECT value FROM json_each(?)) ORDER BY session',
    )
    .all(chat, JSON.stringify(sessions));
  return new Map(rows.map(({ session, topic }) => [session, topic]));
}

/** The questions of a session in the order they were asked, each with its answers. */
export function listQuestions(db: Database, chat: string, session: string): QuestionView[] {
  const answers = answersByQuestion(db, chat, session);
  const questions = questionRows(db, chat, session);
  return questions.map((question) => {
    const parts = questions.filter(({ number }) => number === question.number);
    return { ...question, answers: answersOfPart(parts.indexOf(question), parts, answers.get(question.number) ?? []) };
  });
}

/** Parts of a question that follow each other so soon are answered together. */
const TOGETHER = 5 * 60_000;

// The parts of one question (Q2a, Q2b) share a number, and so do two that a moderator numbered alike: an answer stands,
// with what speaks to it, under the last part of those asked together before it.
function answersOfPart(part: number, parts: readonly { readonly askedAt: number }[], answers: readonly AnswerView[]): AnswerView[] {
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

/** The questions of one session, or of all (`session` null), as they were asked. */
export function questionRows(
  db: Database,
  chat: string,
  session: string | null,
): (Omit<QuestionView, 'answers'> & { readonly session: string })[] {
  const wanted = session === null ? '' : 'AND q.session = @session';
  return db
    .prepare<[{ chat: string; session: string | null }], Omit<QuestionView, 'answers' | 'guessed'> & { session: string; guessed: number }>(
      `SELECT q.session, q.number, q.label, COALESCE(t.key, CAST(t.n AS TEXT), '') AS key, q.text, q.asked_at AS askedAt, q.asked_by AS askedBy,
              p.attributed_by IS 'clock' AS guessed
       FROM questions q LEFT JOIN tweets t ON t.n = q.n LEFT JOIN placements p ON p.chat = q.chat AND p.n = q.n WHERE q.chat = @chat ${wanted} ORDER BY q.session, q.asked_at, q.n`,
    )
    .all({ chat, session })
    .map((row) => ({ ...row, guessed: row.guessed === 1 }));
}

function summaryOf(row: SessionRow): SessionSummary {
  return {
    session: row.session,
    week: row.week,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    topic: { text: row.topic, source: row.topic_source, terms: JSON.parse(row.topic_terms) as string[] },
    tweets: row.tweets,
    people: row.people,
    questions: row.questions,
    links: row.links,
    curve: JSON.parse(row.curve) as number[],
  };
}
