/** Derives again what imports have touched: the sessions of those chat weeks, then the topics that compare sessions. */
import type { Chat } from '../chat.ts';
import { announcedTopics } from '../derive/announced-topics.ts';
import { deriveSessions } from '../derive/session.ts';
import { deriveTopics } from '../derive/topics.ts';
import { listChats } from '../store/chats.ts';
import { listCorrections } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { announcements, dropWeek, saveTopics, saveWeek, sessionWords, staleWeeks, tweetsOfWeek } from '../store/sessions.ts';

/** Called after each week with how many of all are done. */
export type DeriveProgress = (done: number, all: number) => void;

/** Derives every stale chat week; returns the names of the sessions found in them, by chat. */
export function deriveStale(db: Database, progress: DeriveProgress = () => {}): Map<string, string[]> {
  const chats = new Map(listChats(db).map((chat) => [chat.name, chat]));
  const stale = staleWeeks(db);
  const found = new Map<string, string[]>();
  const work = db.transaction(() => {
    for (const [index, { chat: name, monday }] of stale.entries()) {
      const chat = chats.get(name);
      const sessions = chat === undefined ? dropped(db, name, monday) : deriveWeek(db, chat, monday);
      found.set(name, [...(found.get(name) ?? []), ...sessions]);
      progress(index + 1, stale.length);
    }
    for (const name of found.keys()) saveTopics(db, name, deriveTopics(sessionWords(db, name)), announcedTopics(announcements(db, name)));
  });
  if (stale.length > 0) work.immediate();
  return found;
}

function deriveWeek(db: Database, chat: Chat, monday: string): string[] {
  const week = tweetsOfWeek(db, chat, monday);
  const corrections = listCorrections(db, chat.name, monday).map(({ correction }) => correction);
  const sessions = deriveSessions(chat, week.tweets, corrections);
  saveWeek(db, chat, monday, sessions, week);
  return sessions.map(({ session }) => session);
}

function dropped(db: Database, chat: string, monday: string): string[] {
  dropWeek(db, { chat, monday });
  return [];
}
