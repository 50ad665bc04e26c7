/** Reading sessions: lists, and one in full. */
import type { Database } from 'better-sqlite3';
import type { DateRange } from '../calendar.ts';
import type { Topic } from '../chat.ts';
import type { SessionOutline, SessionSummary } from '../views.ts';
import type { Scope } from './scope.ts';
import { statement } from './statements.ts';

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
  return statement<[string, string, string], SummaryValues>(
    db,
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
  const find = statement<[string, string, string], SummaryValues>(
    db,
    `SELECT ${SUMMARY} FROM sessions s WHERE s.chat = ? AND s.session >= ? AND s.session < ? ORDER BY s.session LIMIT 1`,
  ).raw();
  return ({ from, until }) => {
    const row = find.get(chat, from, until);
    return row === undefined ? null : listed(row);
  };
}

/** What is kept of a session. */
export interface SessionKept extends Pick<SessionOutline, 'foundBy' | 'moderators' | 'bars'> {
  readonly summary: SessionSummary;
  readonly busiest: SessionOutline['topPeople'];
}

/** What is kept of one session besides its summary; null when there is none of that name. */
export function getSession(db: Database, chat: string, session: string): SessionKept | null {
  const row = statement<
    [string, string],
    [...SummaryValues, moderators: string, foundBy: SessionKept['foundBy'], busiest: string, bars: string]
  >(db, `SELECT ${SUMMARY}, s.moderators, s.found_by, s.busiest, s.bars FROM sessions s WHERE s.chat = ? AND s.session = ?`)
    .raw()
    .get(chat, session);
  if (row === undefined) return null;
  const { 12: moderators, 13: foundBy, 14: busiest, 15: bars } = row;
  return {
    summary: listed(row),
    foundBy,
    moderators: JSON.parse(moderators) as string[],
    busiest: JSON.parse(busiest) as SessionOutline['topPeople'],
    bars: JSON.parse(bars) as number[],
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
