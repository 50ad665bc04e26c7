import type { ThreadNode, ThreadView, TweetView } from '../views.ts';
import { buildThreads, type Thread, type ThreadBranch, type ThreadTweet } from './threads.ts';

/** A tweet of a conversation as it is shown. */
export interface ShownTweet extends ThreadTweet {
  readonly view: TweetView;
  /** True when its parent is told by a mention, not by a reference. */
  readonly inferred: boolean;
}

/** The conversations among some tweets, oldest first, as they are shown. */
export function threadViews(tweets: readonly ShownTweet[]): ThreadView[] {
  return buildThreads(tweets).map(viewOf);
}

interface Growing {
  readonly key: string;
  readonly tweet: TweetView | null;
  readonly inferred: boolean;
  readonly children: Growing[];
}

// By hand and not by recursion: a conversation can be thousands of tweets deep.
function viewOf({ root, tweets, depth, startsAt }: Thread<ShownTweet>): ThreadView {
  const authors = new Set<string | null>();
  const grown = grow(root);
  const open = [{ branch: root, node: grown }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.branch.tweet !== null) authors.add(at.branch.tweet.view.author?.toLowerCase() ?? null);
    for (const branch of at.branch.children) {
      const node = grow(branch);
      at.node.children.push(node);
      open.push({ branch, node });
    }
  }
  const roots: readonly ThreadNode[] = [grown];
  return { thread: root.key, tweets, people: authors.size, depth, startsAt, roots };
}

function grow({ key, tweet }: ThreadBranch<ShownTweet>): Growing {
  return { key, tweet: tweet?.view ?? null, inferred: tweet?.inferred ?? false, children: [] };
}
