/** How far tweets were heard: who replied to each, and who passed it on. */
import { foldText } from '../rules/fold.ts';
import { retweetHeader } from '../rules/retweet-header.ts';
import type { Tweet } from '../tweet.ts';
import type { AnswerView } from '../views.ts';

/** What is read of a tweet to find its echoes. */
export type Sounding = Pick<Tweet, 'key' | 'author' | 'text' | 'isRetweet' | 'replyTo' | 'quoteOf' | 'retweetOf' | 'retweets' | 'replies'>;

/** Different people, the author aside; a person without a known handle counts once. */
export interface Echo {
  readonly replies: number;
  readonly sharers: number;
}

const SILENCE: Echo = { replies: 0, sharers: 0 };
// A retweet is cut at its end; so much of its beginning tells which tweet it repeats.
const BEGINNING = 40;

/** The echoes of some tweets among themselves, by key. What an export counted of replies and retweets counts where it is more. */
export function echoesOf(tweets: readonly Sounding[], tied: Iterable<Pick<AnswerView, 'key' | 'under'>> = []): (key: string) => Echo {
  const byKey = new Map(tweets.map((tweet) => [tweet.key, tweet]));
  const repeated = repeats(tweets);
  const replies = new Map<string, Set<string>>();
  const sharers = new Map<string, Set<string>>();
  const note = (heard: Map<string, Set<string>>, to: string | null | undefined, by: Sounding): void => {
    const target = to == null ? undefined : byKey.get(to);
    if (target === undefined || sameAuthor(target, by)) return;
    const known = heard.get(target.key);
    if (known === undefined) heard.set(target.key, new Set([nameOf(by)]));
    else known.add(nameOf(by));
  };
  for (const tweet of tweets) {
    note(sharers, tweet.isRetweet ? (tweet.retweetOf ?? repeated(tweet)) : repeated(tweet), tweet);
    if (!tweet.isRetweet) note(replies, tweet.replyTo ?? tweet.quoteOf, tweet);
  }
  for (const { key, under } of tied) {
    const tweet = byKey.get(key);
    if (tweet !== undefined) note(replies, under, tweet);
  }
  return (key) => {
    const tweet = byKey.get(key);
    if (tweet === undefined) return SILENCE;
    return {
      replies: Math.max(replies.get(key)?.size ?? 0, tweet.replies ?? 0),
      sharers: Math.max(sharers.get(key)?.size ?? 0, tweet.retweets ?? 0),
    };
  };
}

/** Which of some tweets another repeats ("RT @ana: A3 …"), by hand or where the export does not say so: by the author and the first words. */
export function repeats(tweets: readonly Sounding[]): (tweet: Pick<Sounding, 'text'>) => string | null {
  const beginnings = new Map<string, string>();
  for (const { key, author, text, isRetweet } of tweets) {
    const name = beginning(author, text);
    if (!isRetweet && !beginnings.has(name)) beginnings.set(name, key);
  }
  return ({ text }) => {
    const header = retweetHeader(text);
    return header === null ? null : (beginnings.get(beginning(header.author, header.body)) ?? null);
  };
}

function beginning(author: string | null, text: string): string {
  return `${author?.toLowerCase()} ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, BEGINNING)
    .trim()}`;
}

function sameAuthor(a: Sounding, b: Sounding): boolean {
  return a.author !== null && nameOf(a) === nameOf(b);
}

function nameOf({ author }: Sounding): string {
  return author?.toLowerCase() ?? '';
}
