/** The derived sessions: writing those of a chat week, and the topics that depend on all weeks. */
import type { Database } from 'better-sqlite3';
import { chatWeekInstants } from '../calendar.ts';
import type { Chat, Session, Terms, Topic } from '../chat.ts';
import { rowRange } from '../row-number.ts';
import type { Announcing } from '../derive/announced-topics.ts';
import { barsOf } from '../derive/hour.ts';
import { words as telling } from '../rules/words.ts';
import type { ChatTweet, Tweet } from '../tweet.ts';
import { keepAnswers } from './questions.ts';
import { contextWatch } from './search-context.ts';
import { noteSessions } from './stale-rows.ts';
import { sharedIn } from './tweet-row.ts';

/** A chat week whose sessions must be derived again. */
export interface StaleWeek {
  readonly chat: string;
  /** The local Monday it starts on. */
  readonly monday: string;
}

/** The chat weeks that wait to be derived, oldest first. */
export function staleWeeks(db: Database): StaleWeek[] {
  return db.prepare<[], StaleWeek>('SELECT chat, monday FROM stale_weeks ORDER BY chat, monday').all();
}

type WeekValues = [
  row: string,
  key: string | null,
  author: string | null,
  createdAt: number,
  text: string,
  isRetweet: number,
  replyTo: string | null,
  replyToAuthor: string | null,
  retweetOf: string | null,
  quoteOf: string | null,
  section: string | null,
  entities: string | null,
];

// What the recognition sees, and no more: a week can be thousands of tweets.
const WEEK = `
  SELECT CAST(t.n AS TEXT), t.key, t.author, t.created_at, t.text, t.is_retweet, CAST(t.reply_to AS TEXT), t.reply_to_author,
         CAST(t.retweet_of AS TEXT), CAST(t.quote_of AS TEXT), t.section, t.entities
  FROM chat_tweets c JOIN tweets t ON t.n = c.n WHERE c.chat = ? AND c.n BETWEEN ? AND ? AND t.context = 0 ORDER BY t.n`;

/** The tweets of a chat in a chat week, in time order, with their row numbers; context tweets are not the chat's. */
export function tweetsOfWeek(db: Database, chat: Chat, monday: string): { rows: Map<string, bigint>; tweets: ChatTweet[] } {
  const { from, until } = chatWeekInstants(monday, chat.zone);
  const { first, last } = rowRange(from, until);
  const rows = new Map<string, bigint>();
  const tweets: ChatTweet[] = [];
  for (const values of db.prepare<[string, bigint, bigint], WeekValues>(WEEK).raw().all(chat.name, first, last)) {
    const tweet = chatTweetOf(values);
    rows.set(tweet.key, BigInt(values[0]));
    tweets.push(tweet);
  }
  return { rows, tweets };
}

// Rows of values are read in half the time that rows with names take.
function chatTweetOf(values: WeekValues): ChatTweet {
  const [row, key, author, createdAt, text, isRetweet, replyTo, replyToAuthor, retweetOf, quoteOf, section, entities] = values;
  return {
    key: key ?? row,
    author,
    createdAt,
    text,
    isRetweet: isRetweet === 1,
    replyTo,
    replyToAuthor,
    retweetOf,
    quoteOf,
    section,
    ...sharedIn(entities),
  };
}

/** What saving its sessions needs of the tweets of a chat week. */
export interface WeekTweets {
  /** The row number of each tweet, by key. */
  readonly rows: ReadonlyMap<string, bigint>;
  readonly tweets: readonly WeekTweet[];
  /** What those speak to by a mention, by key. */
  readonly spokenTo: ReadonlyMap<string, string>;
}

type WeekTweet = Pick<Tweet, 'key' | 'author' | 'createdAt'>;

/** Replaces the sessions of a chat week by newly derived ones. */
export function saveWeek(db: Database, { chat, monday }: StaleWeek, sessions: readonly Session[], week: WeekTweets): void {
  const noteMoved = contextWatch(db, chat, monday);
  forgetWeek(db, { chat, monday });
  const byKey = new Map(week.tweets.map((tweet) => [tweet.key, tweet]));
  for (const session of sessions) {
    insertParts(db, chat, session, week);
    keepAnswers(db, chat, session.session);
    insertSession(
      db,
      chat,
      monday,
      session,
      session.placements.flatMap(({ key }) => byKey.get(key) ?? []),
    );
  }
  noteMoved();
}

/** Forgets the sessions of a chat week, and that it waits: for chats that are no longer known. */
export function dropWeek(db: Database, { chat, monday }: StaleWeek): void {
  noteSessions(db, chat, monday);
  forgetWeek(db, { chat, monday });
}

function forgetWeek(db: Database, { chat, monday }: StaleWeek): void {
  clearWeek(db, chat, monday);
  db.prepare('DELETE FROM stale_weeks WHERE chat = ? AND monday = ?').run(chat, monday);
}

function clearWeek(db: Database, chat: string, monday: string): void {
  for (const table of ['questions', 'placements']) {
    db.prepare(`DELETE FROM ${table} WHERE chat = ? AND session IN (SELECT session FROM sessions WHERE chat = ? AND monday = ?)`).run(
      chat,
      chat,
      monday,
    );
  }
  db.prepare('DELETE FROM sessions WHERE chat = ? AND monday = ?').run(chat, monday);
}

function insertSession(db: Database, chat: string, monday: string, session: Session, tweets: readonly WeekTweet[]): void {
  const people = new Set(tweets.map(({ author }) => author?.toLowerCase()));
  const parts = db.prepare<{ chat: string; session: string }, { questions: number; links: number }>(
    `SELECT (SELECT count(DISTINCT number) FROM questions WHERE chat = @chat AND session = @session) AS questions,
            (SELECT count(DISTINCT s.link) FROM placements p JOIN shares s ON s.n = p.n WHERE p.chat = @chat AND p.session = @session) AS links`,
  );
  const { questions, links } = parts.get({ chat, session: session.session }) ?? { questions: 0, links: 0 };
  db.prepare(
    `INSERT INTO sessions (chat, session, monday, week, starts_at, ends_at, found_by, topic, topic_source, topic_terms, own_topic, next_topic,
                           moderators, busiest, tweets, people, questions, links, curve, bars, terms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    chat,
    session.session,
    monday,
    session.week,
    session.startsAt,
    session.endsAt,
    session.foundBy,
    session.statedTopic ?? '',
    session.statedTopic === null ? 'derived' : session.topicBy,
    session.statedTopic,
    session.nextTopic,
    JSON.stringify(session.moderators),
    JSON.stringify(busiestOf(tweets)),
    tweets.length,
    people.size,
    questions,
    links,
    JSON.stringify(curveOf(session, tweets)),
    JSON.stringify(
      barsOf(
        session,
        tweets.map(({ createdAt }) => createdAt),
      ),
    ),
    JSON.stringify(session.terms),
  );
}

const BUSIEST = 10;

// Most tweets first, and then by name; of the spellings of a handle the one that lists of people show.
function busiestOf(tweets: readonly WeekTweet[]): { author: string; tweets: number }[] {
  const people = new Map<string, { author: string; tweets: number }>();
  for (const { author } of tweets) {
    if (author === null) continue;
    const name = author.toLowerCase();
    const known = people.get(name) ?? { author, tweets: 0 };
    people.set(name, { author: author > known.author ? author : known.author, tweets: known.tweets + 1 });
  }
  return [...people]
    .toSorted(([a, one], [b, other]) => other.tweets - one.tweets || (a < b ? -1 : 1))
    .slice(0, BUSIEST)
    .map(([, person]) => person);
}

const CURVE_PARTS = 12;

// Tweets in each twelfth of the hour; early birds and the tail count for the first and last.
function curveOf(session: Session, tweets: readonly WeekTweet[]): number[] {
  const curve = Array.from({ length: CURVE_PARTS }, () => 0);
  const length = Math.max(1, session.endsAt - session.startsAt);
  for (const { createdAt } of tweets) {
    const part = Math.floor(((createdAt - session.startsAt) * CURVE_PARTS) / length);
    const index = Math.min(CURVE_PARTS - 1, Math.max(0, part));
    curve[index] = (curve[index] ?? 0) + 1;
  }
  return curve;
}

function insertParts(db: Database, chat: string, { session, questions, placements }: Session, { rows, spokenTo }: WeekTweets): void {
  const question = db.prepare(
    `INSERT INTO questions (chat, session, number, label, n, text, words, asked_at, asked_by, answers)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[0,0]') ON CONFLICT DO NOTHING`,
  );
  for (const { number, label, key, text, askedAt, askedBy } of questions)
    question.run(chat, session, number, label, rows.get(key) ?? BigInt(-number), text, telling(text).join(' '), askedAt, askedBy);
  const placement = db.prepare(
    'INSERT INTO placements (chat, n, session, role, question, attributed_by, certainty, speaks_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { key, role, question: number, attributedBy, certainty } of placements) {
    const n = rows.get(key);
    const parent = rows.get(spokenTo.get(key) ?? '') ?? null;
    if (n !== undefined) placement.run(chat, n, session, role, number, attributedBy, certainty, parent);
  }
}

/** What every session of a chat speaks of, from which topics are derived; oldest first. */
export function sessionTerms(db: Database, chat: string): { session: string; terms: Terms }[] {
  return db
    .prepare<[string], { session: string; terms: string }>('SELECT session, terms FROM sessions WHERE chat = ? ORDER BY session')
    .all(chat)
    .map(({ session, terms }) => ({ session, terms: JSON.parse(terms) as Terms }));
}

/** What every session of a chat announced for the next, oldest first. */
export function announcements(db: Database, chat: string): Announcing[] {
  return db
    .prepare<[string], Announcing>(
      'SELECT session, starts_at AS startsAt, next_topic AS nextTopic FROM sessions WHERE chat = ? ORDER BY starts_at, session',
    )
    .all(chat);
}

/** Sets the topics that other sessions decide: the terms everywhere; where none was stated, the announced or else the derived text. */
export function saveTopics(
  db: Database,
  chat: string,
  topics: ReadonlyMap<string, Pick<Topic, 'text' | 'terms'>>,
  announced: ReadonlyMap<string, string>,
): void {
  // Most stay what they were, and a row is long.
  const terms = db.prepare('UPDATE sessions SET topic_terms = @terms WHERE chat = @chat AND session = @session AND topic_terms <> @terms');
  const text = db.prepare(
    `UPDATE sessions SET topic = @topic, topic_source = @source WHERE chat = @chat AND session = @session AND own_topic IS NULL
       AND (topic <> @topic OR topic_source <> @source)`,
  );
  for (const [session, topic] of topics) {
    terms.run({ terms: JSON.stringify(topic.terms), chat, session });
    const source = announced.has(session) ? 'stated' : 'derived';
    text.run({ topic: announced.get(session) ?? topic.text, source, chat, session });
  }
}

/** The sessions of all chats. */
export function countSessions(db: Database): number {
  return db.prepare<[], { sessions: number }>('SELECT count(*) AS sessions FROM sessions').get()?.sessions ?? 0;
}

/** Sessions of each chat, by name; only chats with any. */
export function sessionsPerChat(db: Database): Map<string, number> {
  const rows = db
    .prepare<[], { chat: string; sessions: number }>('SELECT chat, count(*) AS sessions FROM sessions GROUP BY chat ORDER BY chat')
    .all();
  return new Map(rows.map(({ chat, sessions }) => [chat, sessions]));
}
