/** What queries return and renderers show: plain data, times in UTC milliseconds, handles without `@`. */
import type { AttributedBy, Chat, Role, Topic } from './chat.ts';
import type { Kind } from './tweet.ts';

/** One session in a list. */
export interface SessionSummary {
  readonly session: string;
  readonly week: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly topic: Topic;
  readonly tweets: number;
  readonly people: number;
  /** Different question numbers. */
  readonly questions: number;
  /** Different pages shared. */
  readonly links: number;
  /** Tweets in each twelfth of the hour. */
  readonly curve: readonly number[];
}

/** A tweet as it is shown. `text` has its t.co links as tweeted; `links` says where they lead. */
export interface TweetView {
  readonly key: string;
  readonly url: string | null;
  readonly author: string | null;
  readonly authorName: string | null;
  readonly createdAt: number;
  readonly text: string;
  readonly kind: Kind;
  readonly links: readonly { readonly short: string | null; readonly url: string; readonly title: string | null }[];
  readonly media: number;
  readonly likes: number | null;
  readonly retweets: number | null;
  readonly session: string | null;
  readonly role: Role | null;
  readonly question: number | null;
  readonly attributedBy: AttributedBy | null;
  /** How probable its question is the right one, 0 to 1; null without a question. */
  readonly certainty: number | null;
  /** The user's own; left out where there are none. */
  readonly marks?: Marks;
}

/** Where an answer stands, and how surely: all of it but its words. */
export interface AnswerPlace extends Pick<TweetView, 'key' | 'createdAt' | 'kind' | 'question' | 'attributedBy' | 'certainty'> {
  /** The key of the answer to the same question that it speaks to: it is part of a side conversation. */
  readonly under: string | null;
  /** True when a mention tells that, not a reference. */
  readonly inferred: boolean;
  /** 0 for an answer of its own, 1 for what speaks to it, and so on. */
  readonly depth: number;
}

/** A tweet that answers a question. */
export interface AnswerView extends TweetView, AnswerPlace {}

/** A question as it was asked. */
export interface QuestionAsked {
  readonly number: number;
  readonly label: string;
  readonly key: string;
  /** Empty when no tweet of the archive holds its words, as when it was posted as a picture. */
  readonly text: string;
  readonly askedAt: number;
  readonly askedBy: string | null;
  /** True when nobody said its number: it is the one that was due. */
  readonly guessed?: boolean;
}

/** A question with the tweets that answer it, in time order; what speaks to another answer stands below it. */
export interface QuestionView extends QuestionAsked {
  readonly answers: readonly AnswerView[];
}

/** An answer of its own, no retweet and under no other. */
export interface AnswerInShort {
  readonly key: string;
  /** True when it says itself what it answers, or the user does. */
  readonly isSure: boolean;
  /** How many answers stand below it. */
  readonly replies: number;
}

/** The answers of a question, counted, with the few that are shown first. */
export interface AnswersInShort {
  readonly all: number;
  /** Those whose question is no more than likely. */
  readonly guesses: number;
  /** In time order. */
  readonly first: readonly AnswerInShort[];
}

/** A question with its answers in short. */
export interface QuestionOutline extends QuestionAsked {
  readonly answers: AnswersInShort;
}

/** One session in outline: its answers in short, and its people by their tweets. */
export interface SessionOutline extends SessionSummary {
  readonly chat: Chat;
  readonly foundBy: 'schedule' | 'burst';
  readonly moderators: readonly string[];
  /** Tweets in each sixtieth of its time. */
  readonly bars: readonly number[];
  readonly questionList: readonly QuestionOutline[];
  readonly topLinks: readonly LinkView[];
  readonly topPeople: readonly Pick<PersonView, 'author' | 'tweets'>[];
}

/** One session in full. */
export interface SessionView extends Omit<SessionOutline, 'questionList' | 'topPeople'> {
  readonly questionList: readonly QuestionView[];
  readonly topPeople: readonly PersonView[];
}

/** What a page was when it was last looked at. */
export type LinkState = 'alive' | 'moved' | 'dead' | 'blocked' | 'unsure';

/** The last word on a page, with its date: UTC, milliseconds. */
export interface LinkVerdict {
  readonly state: LinkState;
  readonly at: number;
  /** Where a moved page is now. */
  readonly movedTo: string | null;
}

/** What the user put on a link or a tweet. */
export interface Marks {
  readonly starred: boolean;
  readonly note: string | null;
  /** In the order of the alphabet. */
  readonly tags: readonly string[];
}

/** A copy of a page in the Wayback Machine, and when it was made: UTC, milliseconds. */
export interface PageCopy {
  readonly url: string;
  readonly at: number;
}

/** A tweet or a link with marks; both are null for one that the archive does not hold now. */
export interface MarkedView extends Marks {
  readonly thing: 'tweet' | 'link';
  readonly key: string;
  /** When it was marked: UTC, milliseconds. */
  readonly madeAt: number;
  readonly tweet: TweetView | null;
  readonly link: { readonly url: string; readonly title: string | null } | null;
}

/** A page that was looked at. */
export interface KnownPage {
  readonly url: string;
  readonly canonical: string;
  readonly verdict: LinkVerdict;
  readonly copy: PageCopy | null;
}

/** One page, and who shared it in the time asked for. */
export interface LinkView extends Marks {
  /** An address that works, without tracking parameters. */
  readonly url: string;
  readonly canonical: string;
  readonly host: string;
  readonly title: string | null;
  /** Handles, first sharer first; null is a tweet whose author no export names. */
  readonly sharedBy: readonly (string | null)[];
  /** Tweets that carry it, retweets included. */
  readonly tweets: number;
  readonly firstSharedAt: number;
  /** The tweet that shared it first, the session that was in, and the question it answered; null for none. */
  readonly firstKey: string;
  readonly firstSession: string | null;
  readonly firstQuestion: number | null;
  /** The question it was shared under, by most of the sharers; null for none. */
  readonly question: number | null;
  /** How many different spellings of its address were met. */
  readonly spellings: number;
  /** The chat weeks in which it was shared within the list it stands in, and those before, oldest first: `2016-W15`. */
  readonly weeks: readonly string[];
  readonly before: readonly string[];
  /** Of those before the first few and, where there are more, the last: as many as a line can show. */
  readonly beforeInShort: readonly string[];
  readonly verdict: LinkVerdict | null;
  readonly copy: PageCopy | null;
}

/** The links of one week, under its session's topic. */
export interface LinkWeek {
  readonly week: string;
  /** The session of that week, when there was one; the first when there were several. */
  readonly session: string | null;
  readonly topic: Topic | null;
  readonly links: readonly LinkView[];
}

/** By what a list of links is divided. */
export const LINK_GROUPS = ['week', 'topic', 'question', 'site', 'none'] as const;
export type LinkGrouping = (typeof LINK_GROUPS)[number];

/** By what links are put in order: by people sharing them, or first shared first, or by host, or by question. */
export const LINK_ORDERS = ['people', 'date', 'site', 'question'] as const;
export type LinkOrder = (typeof LINK_ORDERS)[number];

/** What the links of a group have in common; a question stands below the week it was asked in. */
export type LinkHeading =
  | { readonly by: 'week'; readonly week: string; readonly session: string | null; readonly topic: Topic | null }
  | { readonly by: 'topic'; readonly topic: string | null }
  /** `number` is null for what answers none; `text` is empty where no tweet holds its words. */
  | { readonly by: 'question'; readonly number: number | null; readonly text: string }
  | { readonly by: 'site'; readonly host: string }
  | { readonly by: 'none' };

/** Links under a heading. */
export interface LinkGroup {
  readonly heading: LinkHeading;
  readonly links: readonly LinkView[];
}

/** One person in the time asked for. */
export interface PersonView {
  readonly author: string;
  readonly name: string | null;
  readonly tweets: number;
  readonly questions: number;
  readonly answers: number;
  readonly links: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** True for a moderator of a session in that time. */
  readonly moderator: boolean;
  /** True when the first tweet the archive holds of them in this chat lies in that time, and sessions lie before it. */
  readonly isNew: boolean;
  /** True for somebody who said nothing in the eight weeks before, but had taken part earlier. */
  readonly cameBack: boolean;
  /** Their original tweets that nobody else replied to, quoted or retweeted. */
  readonly unanswered: number;
  /** Their tweets, retweets aside, that somebody else replied to, quoted or retweeted. */
  readonly heard: number;
}

/** A conversation: tweets tied by replies and quotes, parents before children. */
export interface ThreadView {
  /** The key of its first tweet, or of the absent one that the others answer. */
  readonly thread: string;
  readonly tweets: number;
  readonly people: number;
  readonly depth: number;
  readonly startsAt: number;
  readonly roots: readonly ThreadNode[];
}

/** A tweet and what answers it. A null tweet is a gap: a parent that no export holds. */
export interface ThreadNode {
  readonly key: string;
  readonly tweet: TweetView | null;
  /** True when no export says what it answers, but it begins with a handle and only one tweet can be meant. */
  readonly inferred: boolean;
  readonly children: readonly ThreadNode[];
}

/** A chat with what the archive holds of it. */
export interface ChatView {
  readonly chat: Chat;
  readonly tweets: number;
  readonly sessions: number;
  /** True when the user added or changed it. */
  readonly own: boolean;
}

/** What one import contributed to the time asked for. */
export interface SourceView {
  readonly import: number;
  readonly run: number;
  readonly path: string;
  readonly format: string;
  readonly importedAt: number;
  /** Tweets of the chat in that time that it carries. */
  readonly tweets: number;
  /** Those that no other import carries. */
  readonly alone: number;
}

/** How complete the archive probably is: of the tweets that others answer, how many it holds. */
export interface Completeness {
  /** Tweets of that time which some tweet of the chat answers. */
  readonly answered: number;
  readonly held: number;
}

/** One tweet explained. */
export interface WhyView {
  readonly tweet: TweetView;
  readonly session: (SessionSummary & { readonly foundBy: 'schedule' | 'burst' }) | null;
  /** The words of its question. */
  readonly question: string | null;
  /** A sentence each, without full stops. */
  readonly reasons: { readonly role: string; readonly question: string };
}
