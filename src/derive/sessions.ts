/** Cuts the tweets of a chat into sessions: where the timetable expects one, and wherever an hour stands out. */
import { addDays, chatMonday, chatWeekInstants, localDate } from '../calendar.ts';
import type { Chat, FoundBy } from '../chat.ts';
import type { ChatTweet } from '../tweet.ts';
import { meetingsIn, type Slot } from './meetings.ts';
import { bestWindow, type Window } from './session-window.ts';
import { timelineOf, type Timeline } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** People come this early; invitations may come an hour before. */
const EARLY = 15 * MINUTE;
const INVITED = 60 * MINUTE;
/** The tail: a quarter of an hour always, then as long as nobody pauses for another quarter. */
const TAIL = 15 * MINUTE;
const LONGEST_TAIL = 90 * MINUTE;
/** The next meeting's welcome may come this early. */
const OVERLAP = 3 * MINUTE;
/** A chat that runs past midnight belongs to the evening it began on. */
const NIGHT = 4 * HOUR;
const MOST_SESSIONS = 60;

/** The tweets of one meeting, and when it was held. */
export interface SessionCut {
  /** `2016-04-17`; a second one that day `2016-04-17b`. */
  readonly session: string;
  readonly date: string;
  /** UTC, milliseconds: the wall clock hour, not the first tweet. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly foundBy: FoundBy;
  readonly tweets: readonly ChatTweet[];
}

/** Fewer tweets or people than this are no week of a slow chat. */
const SLOW = { tweets: 5, people: 2 };

// The whole chat week is one session, from its Monday on.
function slowWeek(chat: Chat, tweets: readonly ChatTweet[]): SessionCut[] {
  const people = new Set(tweets.map(({ author }) => author?.toLowerCase()));
  if (tweets.length < SLOW.tweets || people.size < SLOW.people) return [];
  const date = chatMonday(tweets[0]?.createdAt ?? 0, chat.zone);
  const { from, until } = chatWeekInstants(date, chat.zone);
  return [{ session: date, date, startsAt: from, endsAt: until, foundBy: 'schedule', tweets }];
}

interface Found {
  readonly window: Window;
  readonly tweets: readonly ChatTweet[];
}

/**
 * The sessions among all tweets of a chat in one chat week, in time order; tweets outside them are in none.
 * The strongest hour is taken first, then the next one of what is left.
 */
export function cutSessions(chat: Chat, tweets: readonly ChatTweet[]): SessionCut[] {
  const [first, last] = [tweets[0], tweets.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (chat.slow) return slowWeek(chat, tweets);
  const slots = meetingsIn(chat, {
    from: addDays(localDate(first.createdAt, chat.zone), -1),
    until: addDays(localDate(last.createdAt, chat.zone), 2),
  });
  const found: Found[] = [];
  let rest = timelineOf(tweets, chat.zone);
  for (let round = 0; round < MOST_SESSIONS; round += 1) {
    const window = bestWindow(
      rest,
      slots,
      found.map((one) => one.window),
    );
    if (window === null) break;
    const [taken, left] = split(rest, window, found);
    found.push({ window, tweets: taken });
    rest = left;
  }
  return nameSessions(found.map((one) => cutOf(chat, one)));
}

// The session's own tweets, and what is left for the next round.
function split(timeline: Timeline, { startsAt, endsAt, busy }: Window, found: readonly Found[]): [ChatTweet[], Timeline] {
  const before = Math.max(-Infinity, ...found.flatMap(({ window }) => (window.startsAt < startsAt ? [window.endsAt] : [])));
  const after = Math.min(Infinity, ...found.flatMap(({ window }) => (window.startsAt > startsAt ? [window.startsAt - EARLY] : [])));
  const until = Math.min(after, busy ? endsAt + TAIL : tailEnd(timeline, endsAt));
  const isOwn = ({ at, invites }: Timeline['entries'][number]) =>
    at >= before && at < until && (at >= startsAt - EARLY || (invites && at >= startsAt - INVITED));
  const taken = timeline.entries.filter(isOwn);
  const left = timeline.entries.filter((entry) => !isOwn(entry));
  return [taken.map(({ tweet }) => tweet), { ...timeline, entries: left }];
}

function tailEnd({ entries }: Timeline, endsAt: number): number {
  let until = endsAt + TAIL;
  for (const { at, begins } of entries) {
    if (at < endsAt - OVERLAP) continue;
    if (begins) return Math.max(endsAt - OVERLAP, at - OVERLAP);
    if (at > until || at > endsAt + LONGEST_TAIL) break;
    until = Math.max(until, at + TAIL);
  }
  return Math.min(until, endsAt + LONGEST_TAIL);
}

function cutOf(chat: Chat, { window: { startsAt, endsAt, slot }, tweets }: Found): Omit<SessionCut, 'session'> {
  return { date: slot?.date ?? localDate(startsAt - NIGHT, chat.zone), startsAt, endsAt, foundBy: foundBy(slot), tweets };
}

/** The sessions in time order, named by their dates. */
export function nameSessions(cuts: readonly Omit<SessionCut, 'session'>[]): SessionCut[] {
  const perDay = new Map<string, number>();
  return cuts
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((cut) => {
      const nth = perDay.get(cut.date) ?? 0;
      perDay.set(cut.date, nth + 1);
      return { ...cut, session: cut.date + suffix(nth) };
    });
}

function foundBy(slot: Slot | null): FoundBy {
  return slot === null ? 'burst' : 'schedule';
}

// 2016-04-17, 2016-04-17b, … z; nobody holds more in a day, but a name must stay unique.
function suffix(nth: number): string {
  if (nth === 0) return '';
  return nth < 26 ? String.fromCharCode(97 + nth) : `z${nth}`;
}
