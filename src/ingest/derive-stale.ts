/** Derives again what imports have touched: the sessions of those chat weeks, the topics that compare sessions, the full-text indexes. */
import type { Chat } from '../chat.ts';
import { announcedTopics } from '../derive/announced-topics.ts';
import { deriveSessions } from '../derive/session.ts';
import { deriveTopics } from '../derive/topics.ts';
import { groupBy } from '../group-by.ts';
import { listChats } from '../store/chats.ts';
import { listCorrections } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { earlierIn, settleNewcomers } from '../store/newcomers.ts';
import { noteTopics, statedTopics } from '../store/search-context.ts';
import { feedIndexes, hasStaleRows, type IndexProgress } from '../store/search-index.ts';
import { announcements, dropWeek, saveTopics, hasStaleWeeks, saveWeek, sessionWords, staleWeeks, tweetsOfWeek } from '../store/sessions.ts';

/** Called now and then with how many chat weeks, or rows of the indexes, of all are done. */
export interface DeriveProgress {
  readonly weeks?: (done: number, all: number) => void;
  readonly rows?: IndexProgress;
}

/** Whether an import or another change left something to derive. */
export function isStale(db: Database): boolean {
  return hasStaleWeeks(db) || hasStaleRows(db);
}

/** Derives every stale chat week and feeds the indexes; returns the names of the sessions found in those weeks, by chat. */
export function deriveStale(db: Database, progress: DeriveProgress = {}): Map<string, string[]> {
  const found = deriveWeeks(db, progress);
  feedIndexes(db, progress.rows);
  return found;
}

function deriveWeeks(db: Database, { weeks: progress = () => {} }: DeriveProgress): Map<string, string[]> {
  const chats = new Map(listChats(db).map((chat) => [chat.name, chat]));
  const stale = staleWeeks(db);
  const found = new Map<string, string[]>();
  const topics = new Map<string, ReadonlyMap<string, string>>();
  const work = db.transaction(() => {
    const weeks = groupBy(stale, ({ chat }) => chat);
    const earlier = new Map([...weeks].map(([name, own]) => [name, earlierIn(db, name, mondaysOf(own))]));
    for (const name of weeks.keys()) topics.set(name, statedTopics(db, name));
    for (const [index, { chat: name, monday }] of stale.entries()) {
      const chat = chats.get(name);
      const sessions = chat === undefined ? dropped(db, name, monday) : deriveWeek(db, chat, monday);
      found.set(name, [...(found.get(name) ?? []), ...sessions]);
      progress(index + 1, stale.length);
    }
    for (const [name, before] of topics) {
      saveTopics(db, name, deriveTopics(sessionWords(db, name)), announcedTopics(announcements(db, name)));
      noteTopics(db, name, before);
    }
    for (const [name, before] of earlier) settleNewcomers(db, name, mondaysOf(weeks.get(name) ?? []), before);
  });
  if (stale.length > 0) work.immediate();
  return found;
}

function mondaysOf(weeks: readonly { readonly monday: string }[]): string[] {
  return weeks.map(({ monday }) => monday);
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
