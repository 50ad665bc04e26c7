/** Which tweets belong to which chat: by hashtag, or because they were imported for it. */
import type { Database } from 'better-sqlite3';
import { chatMonday } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { eachTweet } from './each-tweet.ts';
import type { Stored } from './tweets.ts';

/** Files tweets under their chats and remembers which chat weeks must be derived again. */
export interface MembershipWriter {
  /** Notes one stored tweet; `chat` is the one it was imported for, if any. */
  readonly note: (stored: Stored, chat: string | null) => void;
  /** Writes down the weeks touched so far; call before the transaction commits. */
  readonly flush: () => void;
}

/** Prepares the writing of memberships for the chats given. */
export function membershipWriter(db: Database, chats: readonly Chat[]): MembershipWriter {
  const byTag = new Map(chats.flatMap((chat) => chat.hashtags.map((tag) => [tag, chat] as const)));
  const byName = new Map(chats.map((chat) => [chat.name, chat]));
  const insert = db.prepare('INSERT INTO chat_tweets (chat, n) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const stale = db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const touched = new Set<string>();

  return {
    note: ({ outcome, n, tweet }, importedFor) => {
      if (tweet.context) return;
      const own = tweet.hashtags.flatMap((tag) => byTag.get(tag) ?? []);
      const named = importedFor === null ? undefined : byName.get(importedFor);
      for (const chat of new Set(named === undefined ? own : [...own, named])) {
        const isNew = insert.run(chat.name, n).changes > 0;
        if (isNew || outcome !== 'unchanged') touched.add(`${chat.name} ${chatMonday(tweet.createdAt, chat.zone)}`);
      }
    },
    flush: () => {
      for (const [chat = '', monday = ''] of Array.from(touched, (pair) => pair.split(' '))) stale.run(chat, monday);
      touched.clear();
    },
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
    const stored: Stored = { outcome: 'updated', n, tweet };
    writer.note(stored, null);
    if (anyNamed) for (const { chat } of importedFor.all(n)) writer.note(stored, chat);
  }
  writer.flush();
}
