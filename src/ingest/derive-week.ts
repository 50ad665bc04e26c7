/** Derives one chat week of an archive; nothing is written. */
import { deriveSessions } from '../derive/session.ts';
import type { Session } from '../chat.ts';
import { listChats } from '../store/chats.ts';
import { listCorrections } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { type StaleWeek, tweetsOfWeek, type WeekTweets } from '../store/sessions.ts';

/** The sessions of a chat week, and its tweets as far as saving them needs; null for a chat that is no longer known. */
export interface DerivedWeek {
  readonly week: StaleWeek;
  readonly sessions: readonly Session[];
  readonly tweets: WeekTweets | null;
}

/** A function that derives chat weeks. */
export function weekDeriver(db: Database): (week: StaleWeek) => DerivedWeek {
  const chats = new Map(listChats(db).map((chat) => [chat.name, chat]));
  return (week) => {
    const chat = chats.get(week.chat);
    if (chat === undefined) return { week, sessions: [], tweets: null };
    const { rows, tweets } = tweetsOfWeek(db, chat, week.monday);
    const corrections = listCorrections(db, chat.name, week.monday).map(({ correction }) => correction);
    const sessions = deriveSessions(chat, tweets, corrections);
    return { week, sessions, tweets: { rows, tweets: tweets.map(({ key, author, createdAt }) => ({ key, author, createdAt })) } };
  };
}
