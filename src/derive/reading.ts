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
import type { Tweet } from '../tweet.ts';

const MINUTE = 60_000;

/** One tweet of a session as the rules see it. */
export interface Reading {
  readonly tweet: Tweet;
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
  readonly stems: ReadonlySet<string>;
}

/** Reads the tweets of a session; the order in is the order out. */
export function readTweets(tweets: readonly Tweet[]): Reading[] {
  const moments = momentsOf(tweets);
  return tweets.map((tweet, index) => readTweet(tweet, moments[index] ?? tweet.createdAt));
}

// Transcripts often tell the minute only, but in the right order: the tweets of a minute are spread over it.
function momentsOf(tweets: readonly Tweet[]): number[] {
  const minutes = groupBy(tweets.keys(), (index) => tweets[index]?.createdAt ?? 0);
  const moments = tweets.map(({ createdAt }) => createdAt);
  if (moments.some((at) => at % MINUTE !== 0)) return moments;
  for (const [at, indices] of minutes) for (const [nth, index] of indices.entries()) moments[index] = at + (nth * MINUTE) / indices.length;
  return moments;
}

function readTweet(tweet: Tweet, at: number): Reading {
  const { text } = tweet;
  const header = retweetHeader(text);
  const isRelay = tweet.isRetweet || header !== null;
  const own = header === null ? text : header.body;
  const look = firstLook(tweet);
  const format = header === null ? look.format : formatRule(own) !== null;
  const label = format ? null : header === null ? look.label : questionLabel(own);
  const said = spoken(foldText(own));
  const telling = words(own);
  // What few tweets are asked for is read when it is asked for.
  const later = {
    late: once(() => (isRelay || label !== null ? null : lateLabel(own))),
    teaser: once(() => (format ? null : teaser(own))),
    pointer: once(() => questionPointer(own)),
    seeks: once(() => !isRelay && seeksQuestion(own) !== null),
    topic: once(() => statedTopic(text)),
    next: once(() => nextSession(text)),
    introduces: once(() => (isRelay ? null : introduction(text))),
    wraps: once(() => !isRelay && wrapUp(text) !== null),
    archives: once(() => archiveNote(text) !== null),
    tokens: once(() => new Set(said.match(/[\p{L}\p{N}]{2,}/gu))),
  };
  return {
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
    stems: new Set(telling.map(stem)),
    get late() {
      return later.late();
    },
    get teaser() {
      return later.teaser();
    },
    get pointer() {
      return later.pointer();
    },
    get seeks() {
      return later.seeks();
    },
    get topic() {
      return later.topic();
    },
    get next() {
      return later.next();
    },
    get introduces() {
      return later.introduces();
    },
    get wraps() {
      return later.wraps();
    },
    get archives() {
      return later.archives();
    },
    get tokens() {
      return later.tokens();
    },
  };
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
