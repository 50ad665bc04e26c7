/** What a recap and a debrief are made of: plain data, times in UTC milliseconds. */
import type { Chat } from './chat.ts';
import type { LinkView, SessionSummary, TweetView } from './views.ts';

/** How much a recap tells. */
export const LENGTHS = ['short', 'normal', 'full'] as const;
export type Length = (typeof LENGTHS)[number];

/** Somebody, by handle or name; an alias is a name without a handle. */
export interface PersonName {
  readonly author: string | null;
  readonly name: string | null;
}

/** The shape of a session: tweets in each sixtieth of its time, a minute in an hour, and where its questions fall. */
export interface Hour {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly bars: readonly number[];
  readonly marks: readonly { readonly label: string; readonly bar: number }[];
}

/** A tweet and how far it was heard: different people, the author aside. */
export interface Echoed {
  readonly tweet: TweetView;
  /** People who replied to it or quoted it. */
  readonly replies: number;
  /** People who passed it on. */
  readonly sharers: number;
}

/** A question with its best answers. */
export interface RecapQuestion {
  readonly label: string;
  readonly text: string;
  readonly key: string;
  readonly askedBy: PersonName;
  /** Tweets that answer it, retweets aside, and the people who wrote them. */
  readonly answers: number;
  readonly people: number;
  readonly best: readonly Echoed[];
  readonly links: readonly LinkView[];
}

/** A conversation on the side, as far as it is shown: in reading order, with the depth of each tweet. */
export interface SideTalk {
  readonly tweets: readonly { readonly tweet: TweetView; readonly depth: number }[];
  readonly people: number;
  /** Tweets of it that are not shown. */
  readonly more: number;
}

/** Somebody who was there for the first time, and what they said first. */
export interface Newcomer extends PersonName {
  readonly first: TweetView | null;
}

/** A session as its moderators would retell it. */
export interface RecapView {
  readonly chat: Chat;
  readonly session: SessionSummary;
  readonly moderators: readonly PersonName[];
  readonly answers: number;
  readonly hour: Hour;
  readonly questions: readonly RecapQuestion[];
  /** Links that were shared under no question. */
  readonly otherLinks: readonly LinkView[];
  readonly talks: readonly SideTalk[];
  readonly newcomers: readonly Newcomer[];
  /** People who had been away for eight weeks or longer. */
  readonly back: readonly PersonName[];
  /** Answers that nobody replied to or passed on. */
  readonly waiting: readonly TweetView[];
  /** Everybody who said something, moderators first, then by tweets. Empty where names are hidden. */
  readonly thanks: readonly PersonName[];
  readonly related: readonly {
    readonly session: SessionSummary;
    readonly question: { readonly label: string; readonly text: string } | null;
  }[];
}
