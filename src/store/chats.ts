/** The chats: those that ship with edchat, overlaid by the user's own. */
import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Chat } from '../chat.ts';
import { shippedFile } from '../files.ts';

const SHIPPED = shippedFile('data/chats.json');

/** The chats of data/chats.json. */
function shippedChats(): readonly Chat[] {
  return JSON.parse(readFileSync(SHIPPED, 'utf8')) as Chat[];
}

/** Every chat the archive knows, by name; the user's own win over shipped ones. */
export function listChats(db: Database): Chat[] {
  const own = db.prepare<[], { definition: string }>('SELECT definition FROM chats ORDER BY name').all();
  const chats = new Map(shippedChats().map((chat) => [chat.name, chat]));
  for (const { definition } of own) {
    const chat = JSON.parse(definition) as Chat;
    chats.set(chat.name, chat);
  }
  return [...chats.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of the chats the user added or changed. */
export function ownChats(db: Database): Set<string> {
  const rows = db.prepare<[], { name: string }>('SELECT name FROM chats ORDER BY name').all();
  return new Set(rows.map(({ name }) => name));
}

/** Adds a chat, or changes the one of that name. */
export function saveChat(db: Database, chat: Chat): void {
  db.prepare('INSERT INTO chats (name, definition) VALUES (?, ?) ON CONFLICT DO UPDATE SET definition = excluded.definition').run(
    chat.name,
    JSON.stringify(chat),
  );
}

/** Forgets a chat of the user's own; true when there was one. Tweets stay. */
export function deleteChat(db: Database, name: string): boolean {
  return db.prepare('DELETE FROM chats WHERE name = ?').run(name).changes > 0;
}

/** Tweets the archive holds of each chat, by name; only chats with any. */
export function tweetsPerChat(db: Database): Map<string, number> {
  const rows = db
    .prepare<[], { chat: string; tweets: number }>(
      `SELECT c.chat, count(*) AS tweets FROM chat_tweets c JOIN tweets t ON t.n = c.n
       WHERE t.context = 0 GROUP BY c.chat ORDER BY tweets DESC, c.chat`,
    )
    .all();
  return new Map(rows.map(({ chat, tweets }) => [chat, tweets]));
}

/** The chat with the most tweets in the archive, or null when it holds none. */
export function busiestChat(db: Database): string | null {
  return busiestOf(db, chatsWithTweets(db));
}

/** Of the chats named, the one with the most tweets in its sessions, and of several without sessions in all; null for none. */
export function busiestOf(db: Database, names: readonly string[]): string | null {
  if (names.length < 2) return names[0] ?? null;
  // Sessions know how many tweets they have; to count a million takes longer than most commands.
  const inSessions = db.prepare<[string], { tweets: number }>('SELECT COALESCE(sum(tweets), 0) AS tweets FROM sessions WHERE chat = ?');
  const tweets = new Map(names.map((name) => [name, inSessions.get(name)?.tweets ?? 0]));
  const counts = names.every((name) => tweets.get(name) === 0) ? tweetsPerChat(db) : tweets;
  return names.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))[0] ?? null;
}

// From the first tweet of one chat to that of the next: a look at each chat, not at each tweet.
function chatsWithTweets(db: Database): string[] {
  const next = db.prepare<[string], { chat: string | null }>('SELECT min(chat) AS chat FROM chat_tweets WHERE chat > ?');
  const found: string[] = [];
  for (let chat = next.get('')?.chat ?? null; chat !== null; chat = next.get(chat)?.chat ?? null) found.push(chat);
  return found;
}
