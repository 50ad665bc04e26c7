/** Filing tweets under their chats again after something they depend on was taken back. */
import type { Database } from 'better-sqlite3';
import { chatMonday } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import type { Tweet } from '../tweet.ts';
import { importedForFinder, membershipWriter } from './membership.ts';
import { reference, TWEET_FIELDS, tweetOf, type TweetRow } from './tweet-row.ts';

/** Files the tweets of these keys, their twins and everything that answers them again, and marks their chat weeks as stale. */
export function refile(db: Database, chats: readonly Chat[], keys: readonly string[]): void {
  const leave = db.prepare<[bigint], { chat: string }>('DELETE FROM chat_tweets WHERE n = ? RETURNING chat');
  const again = relatives(db, keys);
  for (const { n, tweet } of again) {
    markStale(
      db,
      chats,
      leave.all(n).map(({ chat }) => ({ chat, createdAt: tweet.createdAt })),
    );
  }
  const importedFor = importedForFinder(db);
  const writer = membershipWriter(db, chats);
  for (const { n, tweet } of again) {
    const stored = { changed: true, n, tweet, twins: [] };
    writer.note(stored, null);
    for (const chat of importedFor(n)) writer.note(stored, chat);
  }
  writer.flush();
}

/** Marks the chat weeks of tweets that are gone as stale. */
export function markStale(
  db: Database,
  chats: readonly Chat[],
  left: readonly { readonly chat: string; readonly createdAt: number }[],
): void {
  const zones = new Map(chats.map((chat) => [chat.name, chat.zone]));
  const stale = db.prepare('INSERT INTO stale_weeks (chat, monday) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const { chat, createdAt } of left) stale.run(chat, chatMonday(createdAt, zones.get(chat) ?? 'UTC'));
}

// The tweets of some keys that are still there, their twins, and all that answer them, in time order: parents come before replies.
function relatives(db: Database, keys: readonly string[]): { n: bigint; tweet: Tweet }[] {
  const get = db.prepare<[{ ref: bigint | string | null; key: string }], TweetRow & { row: string }>(
    `SELECT CAST(t.n AS TEXT) AS row, ${TWEET_FIELDS} FROM tweets t WHERE (t.n = @ref AND t.key IS NULL) OR t.key = @key`,
  );
  const near = db.prepare<[{ ref: bigint | string | null; key: string; row: string }], { key: string }>(
    `SELECT COALESCE(key, CAST(n AS TEXT)) AS key FROM tweets
     WHERE reply_to = @ref OR twin = CAST(@row AS INTEGER) OR n = (SELECT twin FROM tweets WHERE key = @key) ORDER BY n`,
  );
  const found = new Map<string, { n: bigint; tweet: Tweet }>();
  const seen = new Set<string>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const row = get.get({ ref: reference(key), key });
    if (row !== undefined) found.set(key, { n: BigInt(row.row), tweet: tweetOf(row) });
    for (const relative of near.all({ ref: reference(key), key, row: row?.row ?? '0' })) open.push(relative.key);
  }
  return [...found.values()].toSorted((a, b) => (a.n < b.n ? -1 : 1));
}
