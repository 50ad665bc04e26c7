/** A tweet with everything the rules see in it, read once. */
import { groupBy } from '../group-by.ts';
import { archiveNote } from '../rules/archive-note.ts';
import { foldText, spoken } from '../rules/fold.ts';
import { formatRule } from '../rules/format-rule.ts';
import { introduction } from '../rules/introduction.ts';
import { lateLabel, type LateLabel } from '../rules/late-label.ts';
import { nextSession, type NextSession } from '../rules/next-session.ts';
import { questionLabel, type Label } from '../rules/question-label.ts';
import { quotedStatus } from '../rules/quoted-status.ts';
import { questionPointer, seeksQuestion, type Pointer } from '../rules/question-pointer.ts';
import { retweetHeader, type RetweetHeader } from '../rules/retweet-header.ts';
import { statedTopic, type StatedTopic } from '../rules/stated-topic.ts';
import { teaser, type Teaser } from '../rules/teaser.ts';
import { stem, words } from '../rules/words.ts';
import { wrapUp } from '../rules/wrap-up.ts';
import { firstLook } from './first-look.ts';
import type { ChatTweet } from '../tweet.ts';

const MINUTE = 60_000;

/** One tweet of a session as the rules see it. */
export interface Reading {
  readonly tweet: ChatTweet;
  /** When it was written; finer than its time where an export knows the minute only. */
  readonly at: number;
  /** The author's handle folded; empty when no export names it. */
  readonly author: string;
  /** The tweet it quotes, as far as its export or its text says. */
  readonly quotes: string | null;
  /** A retweet, native or by hand; null for somebody's own words. */
  readonly header: RetweetHeader | null;
  readonly isRelay: boolean;
  /** The label of the tweet, or of the body it passes on. */
  readonly label: Label | null;
  /** The label it gives to its author's tweets before it. */
  readonly late: LateLabel | null;
  readonly teaser: Teaser | null;
  readonly pointer: Pointer | null;
  /** Somebody asks which question is on. */
  readonly seeks: boolean;
  readonly format: boolean;
  readonly welcome: boolean;
  readonly topic: StatedTopic | null;
  readonly next: NextSession | null;
  readonly invites: boolean;
  readonly introduces: 'call' | 'self' | 'late' | null;
  readonly wraps: boolean;
  readonly archives: boolean;
  /** What is said, folded, without tags, handles and addresses. */
  readonly said: string;
  readonly asks: boolean;
  /** All words said, for comparing one tweet with another. */
  readonly tokens: ReadonlySet<string>;
  /** Telling words, as written. */
  readonly words: readonly string[];
  /** The stem of each. */
  readonly stemmed: readonly string[];
  readonly stems: ReadonlySet<string>;
}

/** Reads the tweets of a session; the order in is the order out. */
export function readTweets(tweets: readonly ChatTweet[]): Reading[] {
  const moments = momentsOf(tweets);
  return tweets.map((tweet, index) => readTweet(tweet, moments[index] ?? tweet.createdAt));
}

// Transcripts often tell the minute only, but in the right order: the tweets of a minute are spread over it.
function momentsOf(tweets: readonly ChatTweet[]): number[] {
  const minutes = groupBy(tweets.keys(), (index) => tweets[index]?.createdAt ?? 0);
  const moments = tweets.map(({ createdAt }) => createdAt);
  if (moments.some((at) => at % MINUTE !== 0)) return moments;
  for (const [at, indices] of minutes) for (const [nth, index] of indices.entries()) moments[index] = at + (nth * MINUTE) / indices.length;
  return moments;
}

function readTweet(tweet: ChatTweet, at: number): Reading {
  const { text } = tweet;
  const header = retweetHeader(text);
  const isRelay = tweet.isRetweet || header !== null;
  const own = header === null ? text : header.body;
  const look = firstLook(tweet);
  const format = header === null ? look.format : formatRule(own) !== null;
  const label = format ? null : header === null ? look.label : questionLabel(own);
  const said = spoken(foldText(own));
  const telling = words(own);
  return new TweetReading(own, {
    tweet,
    at,
    author: tweet.author?.toLowerCase() ?? '',
    quotes: tweet.quoteOf ?? quotedStatus(text),
    header,
    isRelay,
    label,
    format,
    welcome: !isRelay && look.welcome,
    invites: look.invites,
    said,
    asks: said.includes('?'),
    words: telling,
    stemmed: telling.map(stem),
  });
}

type Later = 'late' | 'teaser' | 'pointer' | 'seeks' | 'topic' | 'next' | 'introduces' | 'wraps' | 'archives' | 'tokens' | 'stems';

// What few tweets are asked for is read when it is asked for.
class TweetReading implements Reading {
  readonly tweet: ChatTweet;
  readonly at: number;
  readonly author: string;
  readonly quotes: string | null;
  readonly header: RetweetHeader | null;
  readonly isRelay: boolean;
  readonly label: Label | null;
  readonly format: boolean;
  readonly welcome: boolean;
  readonly invites: boolean;
  readonly said: string;
  readonly asks: boolean;
  readonly words: readonly string[];
  readonly stemmed: readonly string[];
  readonly #own: string;
  #late: LateLabel | null | undefined;
  #teaser: Teaser | null | undefined;
  #pointer: Pointer | null | undefined;
  #seeks: boolean | undefined;
  #topic: StatedTopic | null | undefined;
  #next: NextSession | null | undefined;
  #introduces: Reading['introduces'] | undefined;
  #wraps: boolean | undefined;
  #archives: boolean | undefined;
  #tokens: ReadonlySet<string> | undefined;
  #stems: ReadonlySet<string> | undefined;

  constructor(own: string, seen: Omit<Reading, Later>) {
    this.tweet = seen.tweet;
    this.at = seen.at;
    this.author = seen.author;
    this.quotes = seen.quotes;
    this.header = seen.header;
    this.isRelay = seen.isRelay;
    this.label = seen.label;
    this.format = seen.format;
    this.welcome = seen.welcome;
    this.invites = seen.invites;
    this.said = seen.said;
    this.asks = seen.asks;
    this.words = seen.words;
    this.stemmed = seen.stemmed;
    this.#own = own;
  }

  get late(): LateLabel | null {
    if (this.#late === undefined) this.#late = this.isRelay || this.label !== null ? null : lateLabel(this.#own);
    return this.#late;
  }

  get teaser(): Teaser | null {
    if (this.#teaser === undefined) this.#teaser = this.format ? null : teaser(this.#own);
    return this.#teaser;
  }

  get pointer(): Pointer | null {
    if (this.#pointer === undefined) this.#pointer = questionPointer(this.#own);
    return this.#pointer;
  }

  get seeks(): boolean {
    this.#seeks ??= !this.isRelay && seeksQuestion(this.#own) !== null;
    return this.#seeks;
  }

  get topic(): StatedTopic | null {
    if (this.#topic === undefined) this.#topic = statedTopic(this.tweet.text);
    return this.#topic;
  }

  get next(): NextSession | null {
    if (this.#next === undefined) this.#next = nextSession(this.tweet.text);
    return this.#next;
  }

  get introduces(): Reading['introduces'] {
    if (this.#introduces === undefined) this.#introduces = this.isRelay ? null : introduction(this.tweet.text);
    return this.#introduces;
  }

  get wraps(): boolean {
    this.#wraps ??= !this.isRelay && wrapUp(this.tweet.text) !== null;
    return this.#wraps;
  }

  get archives(): boolean {
    this.#archives ??= archiveNote(this.tweet.text) !== null;
    return this.#archives;
  }

  get tokens(): ReadonlySet<string> {
    this.#tokens ??= new Set(this.said.match(/[\p{L}\p{N}]{2,}/gu));
    return this.#tokens;
  }

  get stems(): ReadonlySet<string> {
    this.#stems ??= new Set(this.stemmed);
    return this.#stems;
  }
}
