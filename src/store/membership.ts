/** Which tweets belong to which chat: by hashtag, because they were imported for it, or as replies to its tweets. */
import type { Database } from 'better-sqlite3';
import { chatMonday } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { eachTweet } from './each-tweet.ts';
import { reference } from './tweet-row.ts';
import type { Stored } from './tweets.ts';

/** Files tweets under their chats and remembers which chat weeks must be derived again. */
export interface MembershipWriter {
  /** Notes one stored tweet; `chat` is the one it was imported for, if any. */
  readonly note: (stored: Stored, chat: string | null) => void;
  /** Writes down the weeks touched so far; call before the transaction commits. */
  readonly flush: () => void;
}

interface Member {
  readonly n: bigint;
  readonly key: string;
  readonly createdAt: number;
}

/** Prepares the writing of memberships for the chats given. */
export function membershipWriter(db: Database, chats: readonly Chat[]): MembershipWriter {
  const byTag = new Map(chats.flatMap((chat) => chat.hashtags.map((tag) => [tag, chat] as const)));
  const byName = new Map(chats.map((chat) => [chat.name, chat]));
  const insert = db.prepare('INSERT INTO chat_tweets (chat, n) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const stale = db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const family = familyFinder(db);
  const touched = new Set<string>();

  // A fifth of the replies in a chat lack its hashtag: they belong where the tweet they answer does.
  const file = (chat: Chat, member: Member, changed: boolean) => {
    const open = [member];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const isNew = insert.run(chat.name, one.n).changes > 0;
      if (isNew || changed) touched.add(`${chat.name} ${chatMonday(one.createdAt, chat.zone)}`);
      if (isNew) open.push(...family.repliesTo(one));
    }
  };

  return {
    note: ({ changed, n, tweet }, importedFor) => {
      if (tweet.context) return;
      const names = tweet.replyTo === null ? [] : family.chatsOf(tweet.replyTo);
      if (importedFor !== null) names.push(importedFor);
      const own = [...tweet.hashtags.flatMap((tag) => byTag.get(tag) ?? []), ...names.flatMap((name) => byName.get(name) ?? [])];
      for (const chat of new Set(own)) file(chat, { n, key: tweet.key, createdAt: tweet.createdAt }, changed);
    },
    flush: () => {
      for (const [chat = '', monday = ''] of Array.from(touched, (pair) => pair.split(' '))) stale.run(chat, monday);
      touched.clear();
    },
  };
}

function familyFinder(db: Database) {
  const parent = db.prepare<[{ ref: bigint | string | null; key: string }], { chat: string }>(
    `SELECT chat FROM chat_tweets WHERE n = @ref UNION
     SELECT chat FROM chat_tweets WHERE n = (SELECT n FROM tweets WHERE key = @key) ORDER BY chat`,
  );
  const replies = db
    .prepare<[bigint, string], { n: bigint; key: string; createdAt: bigint }>(
      `SELECT n, COALESCE(key, CAST(n AS TEXT)) AS key, created_at AS createdAt FROM tweets
       WHERE reply_to IN (?, ?) AND context = 0 AND is_retweet = 0 ORDER BY n`,
    )
    .safeIntegers();
  return {
    chatsOf: (key: string): string[] => parent.all({ ref: reference(key), key }).map(({ chat }) => chat),
    repliesTo: ({ n, key }: Member): Member[] => replies.all(n, key).map((row) => ({ ...row, createdAt: Number(row.createdAt) })),
  };
}

/** Files every tweet of the archive again under the chats given, as after a change of chats. */
export function rebuildMembership(db: Database, chats: readonly Chat[]): void {
  db.exec('DELETE FROM chat_tweets; DELETE FROM stale_weeks; DELETE FROM sessions; DELETE FROM questions; DELETE FROM placements');
  const writer = membershipWriter(db, chats);
  const importedFor = db.prepare<[bigint], { chat: string }>(
    'SELECT DISTINCT i.chat FROM contributions c JOIN imports i USING (import) WHERE c.n = ? AND i.chat IS NOT NULL ORDER BY i.chat',
  );
  const anyNamed = db.prepare('SELECT 1 FROM imports WHERE chat IS NOT NULL LIMIT 1').get() !== undefined;
  for (const { n, tweet } of eachTweet(db)) {
    const stored: Stored = { outcome: 'updated', changed: true, n, tweet };
    writer.note(stored, null);
    if (anyNamed) for (const { chat } of importedFor.all(n)) writer.note(stored, chat);
  }
  writer.flush();
}
