/** Which tweets belong to which chat: by hashtag, because they were imported for it, or as replies to its tweets. */
import type { Database } from 'better-sqlite3';
import { mondayFinder } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import type { Steps } from '../steps.ts';
import { eachTweet } from './each-tweet.ts';
import { familyFinder, type Member } from './family.ts';
import { isRowKey } from '../row-number.ts';
import type { Filed } from './said-tweet.ts';
import { staleSql } from './stale-rows.ts';
import { reference } from './tweet-row.ts';
import { hasNoId, type Twin } from './twins.ts';

/** A tweet that was written. */
export interface FiledRow {
  readonly n: bigint;
  readonly tweet: Filed;
  /** Whether the archive says anything new of it. */
  readonly changed: boolean;
  readonly twins: readonly Twin[];
}

/** Files tweets under their chats and remembers which chat weeks must be derived again. */
export interface MembershipWriter {
  /** Call it at the beginning of each transaction: others may have written since the last. */
  readonly begin: () => void;
  /** Notes one stored tweet; `chat` is the one it was imported for, if any. */
  readonly note: (stored: FiledRow, chat: string | null) => void;
  /** Writes down the weeks touched so far; call before the transaction commits. */
  readonly flush: () => void;
  /** Keys of tweets that no longer hide behind a twin, and of those they hid behind: they must be filed again. */
  readonly released: () => string[];
}

/** Prepares the writing of memberships for the chats given. */
export function membershipWriter(db: Database, chats: readonly Chat[]): MembershipWriter {
  const byTag = new Map(chats.flatMap((chat) => chat.hashtags.map((tag) => [tag, chat] as const)));
  const byName = new Map(chats.map((chat) => [chat.name, chat]));
  const insert = db.prepare('INSERT INTO chat_tweets (chat, n) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const leave = db.prepare<[bigint], { chat: string }>('DELETE FROM chat_tweets WHERE n = ? RETURNING chat');
  const stale = db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const family = familyFinder(db);
  const answered = answeredWatch(db);
  const present = presence(db, chats);
  const mondays = new Map(chats.map((chat) => [chat.name, mondayFinder(chat.zone)]));
  const touched = new Set<string>();
  let released: string[] = [];

  // A fifth of the replies in a chat lack its hashtag: they belong where the tweet they answer does.
  const file = (chat: Chat, member: Member, changed: boolean) => {
    const open = [member];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const isNew = insert.run(chat.name, one.n).changes > 0;
      if (isNew) present.add(chat.name);
      if (isNew || changed) touched.add(`${chat.name} ${mondays.get(chat.name)?.(one.createdAt) ?? ''}`);
      if (isNew && answered.mayBe(one)) open.push(...family.repliesTo(one));
    }
  };

  const settle = ({ n, key, before, after }: Twin) => {
    if (before === after) return;
    const home = after === null ? null : family.member(after);
    const chatsLeft = home === null ? [] : leave.all(n).flatMap(({ chat }) => byName.get(chat) ?? []);
    if (home !== null) for (const chat of chatsLeft) file(chat, home, true);
    if (before !== null) released.push(key, family.member(before)?.key ?? key);
  };

  return {
    begin: () => {
      present.look();
      answered.look();
    },
    note: ({ changed, n, tweet, twins }, importedFor) => {
      twins.forEach(settle);
      if (tweet.context) return;
      if (tweet.replyTo !== null) answered.note(tweet.replyTo);
      const names = tweet.replyTo === null ? [] : family.chatsOf(tweet.replyTo, present.names());
      if (importedFor !== null) names.push(importedFor);
      const own = [...tweet.hashtags.flatMap((tag) => byTag.get(tag) ?? []), ...names.flatMap((name) => byName.get(name) ?? [])];
      const self = { n, key: tweet.key, createdAt: tweet.createdAt };
      const home = hasNoId(tweet) ? (family.twinOf(n) ?? self) : self;
      for (const chat of new Set(own)) file(chat, home, changed);
    },
    flush: () => {
      for (const [chat = '', monday = ''] of Array.from(touched, (pair) => pair.split(' '))) stale.run(chat, monday);
      touched.clear();
    },
    released: () => {
      const keys = released;
      released = [];
      return keys;
    },
  };
}

// The chats that have any tweets: of all those known, few.
function presence(db: Database, chats: readonly Chat[]) {
  const any = db.prepare('SELECT 1 FROM chat_tweets WHERE chat = ? LIMIT 1');
  const found = new Set<string>();
  let names = '[]';
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    names = JSON.stringify([...found].toSorted());
  };
  const look = () => {
    for (const { name } of chats) if (any.get(name) !== undefined) add(name);
  };
  look();
  return { add, look, names: () => names };
}

const MAX_ROW = 2n ** 63n - 1n;

// Where tweets come oldest first, none of them has been answered yet. Until it has looked, any may be.
function answeredWatch(db: Database) {
  // Numbers stand before texts.
  const find = db.prepare<[], bigint | null>("SELECT max(reply_to) FROM tweets WHERE reply_to < ''").pluck().safeIntegers();
  let latest = MAX_ROW;
  return {
    look: () => {
      latest = find.get() ?? 0n;
    },
    note: (key: string) => {
      const n = reference(key);
      if (typeof n === 'bigint' && n > latest) latest = n;
    },
    mayBe: ({ n, key }: Member): boolean => n <= latest || !isRowKey(key, n),
  };
}

/** The chats a tweet was imported for, by any of its imports. */
export function importedForFinder(db: Database): (n: bigint) => string[] {
  const find = db.prepare<[bigint], { chat: string }>(
    'SELECT DISTINCT i.chat FROM contributions c JOIN imports i USING (import) WHERE c.n = ? AND i.chat IS NOT NULL ORDER BY i.chat',
  );
  return (n) => find.all(n).map(({ chat }) => chat);
}

/** Tweets that are filed between two pauses. */
const STEP = 2000;

/** Files every tweet of the archive again under the chats given, in steps, as after a change of chats. Call it in a transaction. */
export function* rebuildingMembership(db: Database, chats: readonly Chat[]): Steps {
  db.exec(staleSql('place', 'SELECT n FROM placements'));
  db.exec(
    'DELETE FROM chat_tweets; DELETE FROM stale_weeks; DELETE FROM sessions; DELETE FROM questions; DELETE FROM placements; DELETE FROM first_sessions',
  );
  const writer = membershipWriter(db, chats);
  const importedFor = importedForFinder(db);
  const anyNamed = db.prepare('SELECT 1 FROM imports WHERE chat IS NOT NULL LIMIT 1').get() !== undefined;
  let done = 0;
  for (const { n, tweet } of eachTweet(db)) {
    const stored = { changed: true, n, tweet, twins: [] };
    writer.note(stored, null);
    if (anyNamed) for (const chat of importedFor(n)) writer.note(stored, chat);
    done += 1;
    if (done % STEP === 0) yield;
  }
  writer.flush();
}
