/** The conversations of a session that are worth reading again. */
import type { Role } from '../chat.ts';
import type { SideTalk } from '../recap-views.ts';
import type { ThreadNode, ThreadView } from '../views.ts';

/** Below these everybody talks: what hangs from them is the chat itself. */
const STAGE: ReadonlySet<Role | null> = new Set<Role | null>(['question', 'teaser', 'topic', 'welcome', 'wrap', 'admin']);
const FEWEST_TWEETS = 3;
const FEWEST_PEOPLE = 2;

/**
 * The conversations of at least three tweets between at least two people, those of most people and then most tweets
 * first chosen, in the order they began; none that starts with a tweet in `quoted`. At most `limit` of `length` tweets each.
 */
export function sideTalks(
  threads: readonly ThreadView[],
  quoted: ReadonlySet<string>,
  { limit, length }: { readonly limit: number; readonly length: number },
): SideTalk[] {
  return threads
    .filter((thread) => isTalk(thread) && !quoted.has(thread.thread))
    .toSorted((a, b) => b.people - a.people || b.tweets - a.tweets || a.startsAt - b.startsAt || (a.thread < b.thread ? -1 : 1))
    .slice(0, limit)
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((thread) => talkOf(thread, length));
}

function isTalk({ tweets, people, roots }: ThreadView): boolean {
  const first = roots[0]?.tweet ?? null;
  return first !== null && !STAGE.has(first.role) && tweets >= FEWEST_TWEETS && people >= FEWEST_PEOPLE;
}

function talkOf({ tweets, people, roots }: ThreadView, length: number): SideTalk {
  const shown: SideTalk['tweets'][number][] = [];
  const open = roots.map((node) => ({ node, depth: 0 }));
  for (let at = open.shift(); at !== undefined && shown.length < length; at = open.shift()) {
    if (at.node.tweet !== null) shown.push({ tweet: at.node.tweet, depth: at.depth });
    open.unshift(...at.node.children.map(below(at.depth + 1)));
  }
  return { tweets: shown, people, more: tweets - shown.length };
}

function below(depth: number): (node: ThreadNode) => { node: ThreadNode; depth: number } {
  return (node) => ({ node, depth });
}
