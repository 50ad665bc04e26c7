/** The tweets of a session as trees: under the question they answer, under the tweet they speak to, or around the questions. */

/** A tweet as far as its place is concerned. */
export interface Rooted {
  readonly key: string;
  /** The tweet it replies to, else quotes, else speaks to by a mention. */
  readonly parent: string | null;
  readonly role: string | null;
  readonly question: number | null;
  /** UTC, milliseconds. */
  readonly createdAt: number;
}

/** A tree: its tweets in reading order with their depth. */
export type Tree<T> = readonly { readonly tweet: T; readonly depth: number }[];

/** Trees by the number of their question; null stands for what belongs to none. */
export type SessionTrees<T> = ReadonlyMap<number | null, readonly Tree<T>[]>;

/**
 * The trees of some tweets, given in time order. `asked` are the keys of tweets that ask, which stand as headings, and the
 * numbers of their questions. Each tweet stands once.
 */
export function sessionTrees<T extends Rooted>(tweets: readonly T[], asked: ReadonlyMap<string, number>): SessionTrees<T> {
  const shown = tweets.filter(({ key }) => !asked.has(key));
  const held = new Map(shown.map((tweet) => [tweet.key, tweet]));
  const children = new Map<string, T[]>();
  const roots = new Map<number | null, T[]>();
  for (const tweet of shown) {
    const parent = tweet.parent === null ? undefined : held.get(tweet.parent);
    const below = parent !== undefined && parent.createdAt <= tweet.createdAt && parent !== tweet && isTogether(tweet, parent);
    if (below) grow(children, parent.key, tweet);
    else grow(roots, questionOf(tweet, asked), tweet);
  }
  return new Map([...roots].map(([question, own]) => [question, own.map((root) => treeOf(root, children))]));
}

// An answer that replies to what was said under another question stands under its own.
function isTogether(tweet: Rooted, parent: Rooted): boolean {
  return tweet.role !== 'answer' || parent.role !== 'answer' || tweet.question === parent.question;
}

function questionOf({ role, question, parent }: Rooted, asked: ReadonlyMap<string, number>): number | null {
  if (role === 'answer') return question;
  return parent === null ? null : (asked.get(parent) ?? null);
}

// By hand and not by recursion: a conversation can be thousands of tweets deep. Of two tweets of one instant that name each
// other neither is a root, so a tree never runs in a circle.
function treeOf<T extends Rooted>(root: T, children: ReadonlyMap<string, readonly T[]>): Tree<T> {
  const tree: { tweet: T; depth: number }[] = [];
  const open = [{ tweet: root, depth: 0 }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { depth } = at;
    tree.push(at);
    open.push(...(children.get(at.tweet.key) ?? []).map((tweet) => ({ tweet, depth: depth + 1 })).toReversed());
  }
  return tree;
}

function grow<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
