/** Derives one chat week of an archive; nothing is written. */
import type { Session } from '../chat.ts';
import { mentionParents } from '../derive/mention-parents.ts';
import { deriveSessions } from '../derive/session.ts';
import { groupBy } from '../group-by.ts';
import { listChats } from '../store/chats.ts';
import { listCorrections } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { type StaleWeek, tweetsOfWeek, type WeekTweets } from '../store/sessions.ts';
import type { ChatTweet } from '../tweet.ts';

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
    const kept = tweets.map(({ key, author, createdAt }) => ({ key, author, createdAt }));
    return { week, sessions, tweets: { rows, tweets: kept, spokenTo: spokenTo(sessions, tweets) } };
  };
}

// What is said in one session is about what was said in it.
function spokenTo(sessions: readonly Session[], tweets: readonly ChatTweet[]): Map<string, string> {
  const sessionOf = new Map(sessions.flatMap(({ session, placements }) => placements.map(({ key }) => [key, session] as const)));
  const own = groupBy(tweets, ({ key }) => sessionOf.get(key));
  return new Map(sessions.flatMap(({ session }) => [...mentionParents(own.get(session) ?? [])]));
}
