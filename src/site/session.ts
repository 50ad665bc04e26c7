/** A session as its pages show it, read from the archive. */
import { echoesOf, repeats } from '../derive/echoes.ts';
import { hourOf } from '../derive/hour.ts';
import { sessionTrees, type Tree } from '../derive/session-trees.ts';
import { gatherLinks } from '../rules/link-list.ts';
import type { SiteSession } from '../render/site/session.ts';
import type { Branch } from '../render/site/trees.ts';
import { linkFacts } from '../store/link-facts.ts';
import { listShares } from '../store/link-shares.ts';
import { mentionsIn } from '../store/mentions.ts';
import type { Database } from '../store/open.ts';
import type { Scope } from '../store/scope.ts';
import { questionRows } from '../store/questions.ts';
import { getSession } from '../store/session-views.ts';
import { eachScoped, type Placed } from '../store/tweet-views.ts';
import type { SessionSummary, TweetView } from '../views.ts';

/** What surrounds a session on the site. */
export interface Neighbours {
  readonly previous: SessionSummary | null;
  readonly next: SessionSummary | null;
  readonly topics: readonly string[];
}

/** A session with its questions, trees and links, and all the tweets of its pages; throws when there is none of that name. */
export function siteSession(
  db: Database,
  scope: Scope,
  name: string,
  neighbours: Neighbours,
): SiteSession & { readonly tweets: readonly TweetView[] } {
  const found = getSession(db, scope.chat.name, name);
  if (found === null) throw new Error(`no session ${name}`);
  const own: Scope = { ...scope, session: name, sessions: [name] };
  const placed = [...eachScoped(db, own)];
  const asked = questionRows(db, scope.chat.name, name);
  const mentions = mentionsIn(db, scope.chat.name);
  const shown = shownTweets(placed);
  const rooted = shown.map(({ tweet, view }) => ({
    ...view,
    parent: tweet.isRetweet ? null : (tweet.replyTo ?? tweet.quoteOf ?? mentions.parentOf(tweet.key) ?? null),
  }));
  const trees = sessionTrees(rooted, new Map(asked.map(({ key, number }) => [key, number])));
  const echoOf = echoesOf(placed.map(({ tweet }) => tweet));
  const branches = (of: readonly Tree<TweetView>[] | undefined): Branch[] =>
    (of ?? []).map((tree) => ({ tweets: tree.map((one) => ({ ...one, sharers: echoOf(one.tweet.key).sharers })), size: tree.length }));
  // The parts of one question (Q2a, Q2b) share a number; its answers stand under the last part.
  const last = new Map(asked.map(({ number, key, label }) => [number, key + label]));
  const numbers = new Set(asked.map(({ number }) => number));
  return {
    ...neighbours,
    tweets: shown.map(({ view }) => view),
    session: found.summary,
    moderators: found.moderators,
    hour: hourOf(found.summary, found.bars, asked),
    questions: asked.map(({ label, text, key, askedBy, askedAt, number }) => ({
      label,
      text,
      key,
      askedBy,
      askedAt,
      trees: last.get(number) === key + label ? branches(trees.get(number)) : [],
    })),
    around: branches([...trees].flatMap(([number, own_]) => (number !== null && numbers.has(number) ? [] : own_))),
    links: gatherLinks(listShares(db, own), linkFacts(db, scope.chat)),
  };
}

/** The tweets of a session's pages, in time order. */
export function sessionTweets(db: Database, scope: Scope, session: string): TweetView[] {
  return shownTweets([...eachScoped(db, { ...scope, session })]).map(({ view }) => view);
}

// Retweets of what is there itself are left out.
function shownTweets(placed: readonly Placed[]): Placed[] {
  const keys = new Set(placed.map(({ tweet }) => tweet.key));
  const repeated = repeats(placed.map(({ tweet }) => tweet));
  return placed.filter(({ tweet }) => !tweet.isRetweet || !keys.has(tweet.retweetOf ?? repeated(tweet) ?? ''));
}
