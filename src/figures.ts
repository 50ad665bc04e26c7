/** A chat in figures: what is counted by `derive/`, and shown by `render/`. */
import type { SessionSummary } from './views.ts';

/** A year or month: its tweets, and its people, who are new to the chat or returning to it. */
export interface Period {
  /** `2016` or `2016-04`, local. */
  readonly name: string;
  readonly tweets: number;
  readonly people: number;
  readonly newPeople: number;
  readonly returning: number;
  readonly sessions: number;
}

/** A site and what was shared of it. */
export interface SiteFigures {
  readonly host: string;
  readonly pages: number;
  readonly tweets: number;
  readonly people: number;
}

/** What a chat came to in some time. */
export interface StatsView {
  readonly tweets: number;
  readonly people: number;
  readonly sessions: number;
  readonly years: readonly Period[];
  readonly months: readonly Period[];
  /** Tweets in each hour of the local day, from midnight. */
  readonly hours: readonly number[];
  /** Most people first. */
  readonly sites: readonly SiteFigures[];
}

/** What came of a question. Null is "nothing to measure". */
export interface QuestionFigures {
  readonly label: string;
  readonly text: string;
  /** Answers, retweets aside, and the people who wrote them. */
  readonly answers: number;
  readonly people: number;
  /** Seconds from the question to the first answer after it. */
  readonly firstAnswer: number | null;
  /** Seconds from the question to its last answer within the session's day: how long it was chewed on. */
  readonly tail: number | null;
  /** The share of retweets, of its answers and of itself, among these and its answers, 0 to 1. */
  readonly echo: number | null;
}

/** What came of a whole session. */
export interface SessionFigures {
  readonly tweets: number;
  readonly people: number;
  readonly questions: number;
  /** Answers to a question, in the middle. */
  readonly answers: number | null;
  readonly firstAnswer: number | null;
  readonly tail: number | null;
  readonly echo: number | null;
  /** The share of people who said something and did not only pass on, 0 to 1. */
  readonly speaking: number | null;
}

/** A session in figures, beside what is usual in its chat: the median of its other sessions, null where there is none. */
export interface DebriefView {
  readonly session: SessionSummary;
  readonly questions: readonly QuestionFigures[];
  readonly figures: SessionFigures;
  readonly usual: SessionFigures | null;
  /** How many sessions the usual is taken from. */
  readonly others: number;
}
