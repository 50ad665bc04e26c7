/** A weekday in the words of `data/chats.json`. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** One line of a chat's timetable: when it met, during which years. */
export interface Meeting {
  readonly weekday: Weekday;
  /** Local wall clock, `HH:MM`. */
  readonly time: string;
  readonly minutes: number;
  /** First and last local date it held, inclusive; absent is open. */
  readonly from?: string;
  readonly until?: string;
  /** Only on the n-th such weekdays of a month: [1, 2, 3]. */
  readonly ofMonth?: readonly number[];
}

/** A recurring meeting under a hashtag. */
export interface Chat {
  /** The main hashtag in lower case without `#`; the name used with `--chat`. */
  readonly name: string;
  /** As it is written for people: `#IAedchat`. */
  readonly title: string;
  readonly about: string;
  /** Every hashtag that counts as the chat's, in lower case without `#`. */
  readonly hashtags: readonly string[];
  /** IANA zone of the wall clock in `schedule`. */
  readonly zone: string;
  readonly schedule: readonly Meeting[];
  /** True for a slow chat: it runs all week, and each week is one session. */
  readonly slow?: boolean;
  /** True when it numbers topics (`T1`), not questions (`Q1`). */
  readonly topicLabels?: boolean;
  /** Handles that always moderate, in lower case; others are inferred. */
  readonly moderators: readonly string[];
}

export type Role = 'question' | 'answer' | 'teaser' | 'topic' | 'welcome' | 'wrap' | 'admin' | 'talk';

/** Which rule tied a tweet to its question. */
export type AttributedBy = 'label' | 'reply' | 'quote' | 'retweet' | 'clock' | 'user';

/** How a session was found: where the timetable expects it, or by its burst of tweets. */
export type FoundBy = 'schedule' | 'burst';

/** What a session is about, and how we know. */
export interface Topic {
  readonly text: string;
  readonly source: 'stated' | 'user' | 'derived';
  /** The words that mark the session out, strongest first, at most five. */
  readonly terms: readonly string[];
}

/** A question of a session; `key` is the tweet that asks it first, or empty when no tweet the archive holds does. */
export interface Question {
  readonly number: number;
  /** As moderators wrote it: `Q2`, `Q2a`. */
  readonly label: string;
  readonly key: string;
  readonly text: string;
  /** UTC, milliseconds. */
  readonly askedAt: number;
  readonly askedBy: string | null;
}

/** What was recognised of one tweet inside its session. */
export interface Placement {
  readonly key: string;
  readonly role: Role;
  /** The number of the question it asks or answers. */
  readonly question: number | null;
  readonly attributedBy: AttributedBy | null;
  /** How probable it is that the question is the right one, 0 to 1; null without a question. */
  readonly certainty: number | null;
}

/**
 * What a session speaks of, the weightiest first: of each word its stem, its most readable form there, and its weighted count. In
 * columns, for there are hundreds of words in each of hundreds of sessions.
 */
export interface Terms {
  readonly stems: readonly string[];
  readonly forms: readonly string[];
  readonly weights: readonly number[];
}

/** One meeting of a chat, as derived from its tweets. */
export interface Session {
  /** The local date it started on, with `b`, `c`… for further ones that day. */
  readonly session: string;
  /** ISO week of that date: `2016-W15`. */
  readonly week: string;
  /** UTC, milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly foundBy: FoundBy;
  /** A topic somebody stated, or null: then it is derived from `terms` against the other sessions. */
  readonly statedTopic: string | null;
  /** Who stated it: the moderators, or the user of the archive. */
  readonly topicBy: 'stated' | 'user';
  /** The topic it announced for the next session, or null. */
  readonly nextTopic: string | null;
  /** What the session speaks of (stop words removed, questions count more). */
  readonly terms: Terms;
  readonly moderators: readonly string[];
  readonly questions: readonly Question[];
  /** One entry for each tweet of the session, in time order. */
  readonly placements: readonly Placement[];
}

/** The session a correction is about, by the name it bore, and when it then began (UTC, milliseconds): names change with what is imported. */
interface OfSession {
  readonly session: string;
  readonly anchor?: number;
}

/** What a person has put right. Later ones win over earlier ones, and all of them over every rule. */
export type Correction =
  | ({ readonly kind: 'topic'; readonly text: string } & OfSession)
  /** The words of a question, such as one that was posted as a picture. */
  | ({ readonly kind: 'question'; readonly number: number; readonly text: string } & OfSession)
  /** The question a tweet answers; null for none. */
  | { readonly kind: 'answer'; readonly key: string; readonly question: number | null }
  | { readonly kind: 'role'; readonly key: string; readonly role: Role }
  /** One session was two: the second begins at `at` (UTC, milliseconds). */
  | ({ readonly kind: 'split'; readonly at: number } & OfSession)
  /** Two sessions were one. */
  | ({ readonly kind: 'join'; readonly other: string; readonly otherAnchor?: number } & OfSession)
  /** A session was held at another time than was found; UTC, milliseconds. */
  | ({ readonly kind: 'move'; readonly startsAt: number; readonly endsAt: number } & OfSession)
  /** What was found was no session. */
  | ({ readonly kind: 'drop' } & OfSession);

export const ROLES: readonly Role[] = ['question', 'answer', 'teaser', 'topic', 'welcome', 'wrap', 'admin', 'talk'];
