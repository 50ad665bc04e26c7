/** Reading sessions: lists, and one in full. */
import type { Database } from 'better-sqlite3';
import type { DateRange } from '../calendar.ts';
import type { Topic } from '../chat.ts';
import type { AnswerPlace, QuestionView, SessionOutline, SessionSummary } from '../views.ts';
import { answersByQuestion } from './answers.ts';
import type { Scope } from './scope.ts';

const SUMMARY = `
  s.session, s.week, s.starts_at, s.ends_at, s.topic, s.topic_source, s.topic_terms, s.tweets, s.people, s.questions, s.links, s.curve`;

type SummaryValues = [
  session: string,
  week: string,
  startsAt: number,
  endsAt: number,
  topic: string,
  source: Topic['source'],
  terms: string,
  tweets: number,
  people: number,
  questions: number,
  links: number,
  curve: string,
];
type Summarised = readonly [...SummaryValues, ...unknown[]];

/** The sessions of a scope, oldest first. */
export function listSessions(db: Database, { chat, sessions }: Scope): SessionSummary[] {
  const wanted = new Set(sessions);
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined) return [];
  return db
    .prepare<[string, string, string], SummaryValues>(
      `SELECT ${SUMMARY} FROM sessions s WHERE s.chat = ? AND s.session BETWEEN ? AND ? ORDER BY s.session`,
    )
    .raw()
    .all(chat.name, first, last)
    .filter(([session]) => wanted.has(session))
    .map(listed);
}

// Rows of values are read in half the time that rows with names take: a decade has hundreds of sessions.
function listed([
  session,
  week,
  startsAt,
  endsAt,
  text,
  source,
  terms,
  tweets,
  people,
  questions,
  links,
  curve,
]: Summarised): SessionSummary {
  return {
    session,
    week,
    startsAt,
    endsAt,
    topic: { text, source, terms: JSON.parse(terms) as string[] },
    tweets,
    people,
    questions,
    links,
    curve: JSON.parse(curve) as number[],
  };
}

/** A function that gives the first session of a time, by name; null when there is none. */
export function firstSessionFinder(db: Database, chat: string): (range: DateRange) => SessionSummary | null {
  const find = db
    .prepare<[string, string, string], SummaryValues>(
      `SELECT ${SUMMARY} FROM sessions s WHERE s.chat = ? AND s.session >= ? AND s.session < ? ORDER BY s.session LIMIT 1`,
    )
    .raw();
  return ({ from, until }) => {
    const row = find.get(chat, from, until);
    return row === undefined ? null : listed(row);
  };
}

/** What is kept of one session besides its summary; null when there is none of that name. */
export function getSession(
  db: Database,
  chat: string,
  session: string,
): { summary: SessionSummary; foundBy: 'schedule' | 'burst'; moderators: string[]; busiest: SessionOutline['topPeople'] } | null {
  const row = db
    .prepare<[string, string], [...SummaryValues, moderators: string, foundBy: 'schedule' | 'burst', busiest: string]>(
      `SELECT ${SUMMARY}, s.moderators, s.found_by, s.busiest FROM sessions s WHERE s.chat = ? AND s.session = ?`,
    )
    .raw()
    .get(chat, session);
  if (row === undefined) return null;
  const { 12: moderators, 13: foundBy, 14: busiest } = row;
  return {
    summary: listed(row),
    foundBy,
    moderators: JSON.parse(moderators) as string[],
    busiest: JSON.parse(busiest) as SessionOutline['topPeople'],
  };
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

/** The questions of a session in the order they were asked, each with the places of its answers. */
export function questionOutlines(db: Database, scope: Scope, session: string): QuestionView<AnswerPlace>[] {
  const answers = answersByQuestion(db, { ...scope, session });
  const questions = questionRows(db, scope.chat.name, session);
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
