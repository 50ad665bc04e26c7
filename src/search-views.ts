/** What searches return and renderers show: plain data, times in UTC milliseconds. */
import type { SessionSummary, TweetView } from './views.ts';

/** A hit of a search; the excerpt marks hits between U+0002 and U+0003. */
export interface HitView {
  readonly tweet: TweetView;
  readonly excerpt: string;
  /** How many retweets of it the archive holds. */
  readonly again: number;
  /** What stands around it, where that was asked for. */
  readonly before: readonly TweetView[];
  readonly after: readonly TweetView[];
}

/** The answer to a search. */
export interface SearchView {
  /** The query in words, as it was understood. */
  readonly read: string;
  /** Tweets found, retweets included; more than that when `more` is true. */
  readonly total: number;
  readonly more: boolean;
  readonly hits: readonly HitView[];
  /** The first hit is number `offset + 1`. */
  readonly offset: number;
  /** How they are sorted: what has nothing to be ranked by comes newest first. */
  readonly order: 'relevance' | 'newest' | 'oldest';
  /** A search that is spelled nearly alike, where nothing was found. */
  readonly suggestion: string | null;
  /** Topics of the sessions the hits belong to, by session name. */
  readonly topics: ReadonlyMap<string, string>;
}

/** By what the hits of a search can be counted. */
export const FACETS = ['week', 'person', 'hashtag', 'site', 'question', 'topic'] as const;
export type FacetBy = (typeof FACETS)[number];

/** A value and how many of the tweets found have it; `label` says it in words where the value is a name. */
export interface Facet {
  readonly value: string;
  readonly label: string | null;
  readonly tweets: number;
}

/** A short word and what it stands for. */
export interface SynonymView {
  readonly word: string;
  readonly meanings: readonly string[];
  /** True for what the user added. */
  readonly own: boolean;
  /** In how many tweets a discovered one is explained; null for one that is known. */
  readonly tweets: number | null;
}

/** A search that has a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
  /** UTC, milliseconds. */
  readonly savedAt: number;
}

export interface TopicHit {
  readonly session: SessionSummary;
  readonly score: number;
  readonly questions: readonly { readonly label: string; readonly text: string }[];
}

/** A tweet and what is near to it, nearest first. */
export interface SimilarView {
  readonly tweet: TweetView;
  readonly tweets: readonly HitView[];
  readonly sessions: readonly TopicHit[];
}
