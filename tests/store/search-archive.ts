/** A small archive of invented tweets, for the tests of search. */
import DatabaseConstructor, { type Database } from 'better-sqlite3';
import { instantOf } from '../../src/calendar.ts';
import type { Placement } from '../../src/chat.ts';
import { normalise } from '../../src/normalise/tweet.ts';
import { rowAt } from '../../src/row-number.ts';
import { migrate } from '../../src/store/migrations.ts';
import { settleNewcomers } from '../../src/store/newcomers.ts';
import { feedIndexes } from '../../src/store/search-index.ts';
import { noteSession } from '../../src/store/stale-rows.ts';
import { tweetWriter } from '../../src/store/tweets.ts';
import type { RawTweet, Tweet } from '../../src/tweet.ts';

/** The zone of the chat. */
export const zone = 'America/Chicago';

/** A tweet as it is invented: `when` is local time. */
export interface Invented extends Omit<RawTweet, 'at' | 'encoded'> {
  readonly when: string;
  /** `speaksTo` counts from the first tweet, which is 0. */
  readonly placed?: Partial<Placement> & { readonly session: string; readonly chat?: string; readonly speaksTo?: number };
  readonly asContext?: boolean;
}

/** A tweet as it was kept. */
export interface Kept {
  readonly tweet: Tweet;
  readonly placed: Invented['placed'];
}

/** An archive of invented tweets, `when` is local time in the chat's zone, and gives each tweet its id. */
export function archive(invented: readonly Invented[]): { db: Database; kept: Kept[] } {
  const db = new DatabaseConstructor(':memory:');
  migrate(db);
  const write = tweetWriter(db);
  const member = db.prepare('INSERT INTO chat_tweets (chat, n) VALUES (?, ?)');
  const place = db.prepare('INSERT INTO placements (chat, n, session, role, question, speaks_to) VALUES (?, ?, ?, ?, ?, ?)');
  const rows: bigint[] = [];
  const kept = invented.map(({ when, placed, asContext = false, ...raw }, index) => {
    const [date = '', time = ''] = when.split(' ');
    const id = String(rowAt(instantOf(date, time, zone)) + BigInt(index));
    const result = normalise({ at: `element ${index}`, encoded: false, id, author: 'kofi', ...raw });
    if (!('tweet' in result)) throw new Error(result.reason);
    const tweet = { ...result.tweet, context: asContext };
    const { n } = write(tweet, 1);
    rows.push(n);
    const chat = placed?.chat ?? 'iaedchat';
    if (tweet.hashtags.includes(chat)) member.run(chat, n);
    if (placed !== undefined)
      place.run(chat, n, placed.session, placed.role ?? 'talk', placed.question ?? null, rows[placed.speaksTo ?? -1] ?? null);
    return { tweet, placed };
  });
  feedIndexes(db);
  return { db, kept };
}

/** Adds the question that answers of a session are about. */
export function addQuestion(db: Database, session: string, number: number, text: string, chat = 'iaedchat'): void {
  db.prepare(
    "INSERT INTO questions (chat, session, number, label, n, text, words, asked_at, answers) VALUES (?, ?, ?, '', ?, ?, ?, 0, '[0,0]')",
  ).run(chat, session, number, -number, text, text);
  noteSession(db, chat, session);
  feedIndexes(db);
}

/** Adds a session with a topic. */
export function addSession(
  db: Database,
  session: string,
  topic: string,
  terms: readonly string[],
  { chat = 'iaedchat', moderators = [] }: { chat?: string; moderators?: readonly string[] } = {},
): void {
  db.prepare(
    `INSERT INTO sessions (chat, session, monday, week, starts_at, ends_at, found_by, topic, topic_source, topic_terms, terms, moderators, busiest,
                           tweets, people, questions, links, curve, bars) VALUES (?, ?, '', '', 0, 0, 'burst', ?, 'stated', ?, '[]', ?, '[]', 0, 0, 0, 0, '[]', '[]')`,
  ).run(chat, session, topic, JSON.stringify(terms), JSON.stringify(moderators));
  noteSession(db, chat, session);
  const authors = db.prepare<[], string>('SELECT DISTINCT author FROM tweets WHERE author IS NOT NULL').pluck().all();
  settleNewcomers(db, chat, [], { authors: new Set(authors), first: null });
  feedIndexes(db);
}
