/** Conversations as trees: tweets under the tweets they answer. */

/** What a tree is built from; `parent` is the tweet it replies to, else the one it quotes. */
export interface ThreadTweet {
  readonly key: string;
  readonly parent: string | null;
  /** UTC, milliseconds. */
  readonly createdAt: number;
}

/** A tweet and what answers it, oldest first; `tweet` is null for a parent that no export holds. */
export interface ThreadBranch<T extends ThreadTweet> {
  readonly key: string;
  readonly tweet: T | null;
  readonly children: readonly ThreadBranch<T>[];
}

/** A conversation of at least one tweet. */
export interface Thread<T extends ThreadTweet> {
  readonly root: ThreadBranch<T>;
  readonly tweets: number;
  /** Tweets from the top to the furthest answer; an absent one counts. */
  readonly depth: number;
  /** When its first tweet was written. */
  readonly startsAt: number;
}

interface Growing<T extends ThreadTweet> {
  readonly key: string;
  tweet: T | null;
  readonly children: Growing<T>[];
}

/** Trees in time order. Tweets that answer the same absent tweet stay together; a reference that closes a circle is cut. */
export function buildThreads<T extends ThreadTweet>(tweets: readonly T[]): Thread<T>[] {
  const branches = new Map<string, Growing<T>>();
  for (const tweet of inOrder(tweets)) if (!branches.has(tweet.key)) branches.set(tweet.key, { key: tweet.key, tweet, children: [] });
  const roots: Growing<T>[] = [];
  const parents = new Map<string, string>();
  for (const branch of Array.from(branches.values())) {
    const parent = branch.tweet?.parent ?? null;
    if (parent === null || closesCircle(branch, parent, parents)) {
      roots.push(branch);
      continue;
    }
    parents.set(branch.key, parent);
    branchAt(parent, branches, roots).children.push(branch);
  }
  return roots.map(threadOf).toSorted((a, b) => a.startsAt - b.startsAt || compare(a.root.key, b.root.key));
}

function inOrder<T extends ThreadTweet>(tweets: readonly T[]): T[] {
  return tweets.toSorted((a, b) => a.createdAt - b.createdAt || compare(a.key, b.key));
}

function branchAt<T extends ThreadTweet>(key: string, branches: Map<string, Growing<T>>, roots: Growing<T>[]): Growing<T> {
  const known = branches.get(key);
  if (known !== undefined) return known;
  const gap: Growing<T> = { key, tweet: null, children: [] };
  branches.set(key, gap);
  roots.push(gap);
  return gap;
}

function closesCircle<T extends ThreadTweet>({ key, children }: Growing<T>, parent: string, parents: ReadonlyMap<string, string>): boolean {
  // Nothing hangs below it yet: only itself could be above it. Spares long threads the walk.
  if (children.length === 0) return parent === key;
  for (let at: string | undefined = parent; at !== undefined; at = parents.get(at)) if (at === key) return true;
  return false;
}

// By hand and not by recursion: one person's thread can be thousands of tweets deep.
function threadOf<T extends ThreadTweet>(root: Growing<T>): Thread<T> {
  let [tweets, depth, startsAt] = [0, 0, Infinity];
  let level: readonly Growing<T>[] = [root];
  while (level.length > 0) {
    depth += 1;
    for (const { tweet } of level) {
      if (tweet === null) continue;
      tweets += 1;
      startsAt = Math.min(startsAt, tweet.createdAt);
    }
    level = level.flatMap(({ children }) => children);
  }
  return { root, tweets, depth, startsAt };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
