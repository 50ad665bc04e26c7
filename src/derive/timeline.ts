/** The tweets of a week with what tells a meeting: openings, labels, invitations. */
import { offsetMinutes } from '../calendar.ts';
import { advertisements } from './advertisements.ts';
import { firstLook } from './first-look.ts';
import type { ChatTweet } from '../tweet.ts';

/** One tweet in time. */
export interface Entry {
  readonly tweet: ChatTweet;
  readonly at: number;
  readonly person: string;
  /** Opens a meeting: a welcome to all or the format rule. */
  readonly opens: boolean;
  /** Begins a meeting: opens it, or asks its first question. */
  readonly begins: boolean;
  readonly question: number | null;
  readonly answer: number | null;
  readonly invites: boolean;
  readonly advertises: boolean;
}

/** Tweets in time order. */
export interface Timeline {
  readonly entries: readonly Entry[];
  /** Minutes by which the zone's full hours differ from those of UTC. */
  readonly skew: number;
}

/** The timeline of some tweets; the order they come in does not matter. */
export function timelineOf(tweets: readonly ChatTweet[], zone: string): Timeline {
  const advertised = advertisements(tweets);
  const entries = tweets.map((tweet) => entryOf(tweet, advertised)).toSorted((a, b) => a.at - b.at || compare(a.tweet.key, b.tweet.key));
  const first = entries[0];
  return { entries, skew: first === undefined ? 0 : ((offsetMinutes(first.at, zone) % 60) + 60) % 60 };
}

function entryOf(tweet: ChatTweet, advertised: ReadonlySet<string>): Entry {
  const look = firstLook(tweet);
  const label = tweet.isRetweet ? null : look.label;
  const opens = !tweet.isRetweet && (look.welcome || look.format);
  return {
    tweet,
    at: tweet.createdAt,
    person: tweet.author?.toLowerCase() ?? '',
    opens,
    begins: opens || (label?.kind === 'question' && label.number === 1 && tweet.text.includes('?')),
    question: !opens && label?.kind === 'question' ? label.number : null,
    answer: !opens && label?.kind === 'answer' ? label.number : null,
    invites: look.invites,
    advertises: advertised.has(tweet.key),
  };
}

/** The first index whose time is not before `at`. */
export function indexAt({ entries }: Timeline, at: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many tweets there are from one instant to before another. */
export function countBetween(timeline: Timeline, from: number, until: number): number {
  return indexAt(timeline, until) - indexAt(timeline, from);
}

function compare(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
