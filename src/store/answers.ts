/** The answers of a session, with the side conversations under them. */
import type { Database } from 'better-sqlite3';
import type { AnswerView, TweetView } from '../views.ts';
import { answersOf, type Tied } from './tweet-views.ts';

/**
 * The answers of a session by the number of their question, in time order, save that what speaks to another answer stands
 * below it.
 */
export function answersByQuestion(db: Database, chat: string, session: string): Map<number, AnswerView[]> {
  const placed = new Map(answersOf(db, chat, session).map((one) => [one.view.key, one]));
  const children = new Map<string | null, Below[]>();
  for (const { view, parent, inferred } of placed.values()) {
    const above = parent === null ? undefined : placed.get(parent)?.view;
    const isUnder = above !== undefined && above.question === view.question && above.createdAt <= view.createdAt && above !== view;
    const under = isUnder ? parent : null;
    grow(children, under, { view, under, inferred: isUnder && inferred });
  }
  return arranged(children);
}

type Below = Omit<AnswerView, keyof TweetView | 'depth'> & Pick<Tied, 'view'>;

// By hand and not by recursion: a conversation can be thousands of tweets deep.
function arranged(children: ReadonlyMap<string | null, readonly Below[]>): Map<number, AnswerView[]> {
  const answers = new Map<number, AnswerView[]>();
  const open = (children.get(null) ?? []).map((tied) => ({ tied, depth: 0 })).toReversed();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { tied, depth } = at;
    const { view, under, inferred } = tied;
    if (view.question !== null) grow(answers, view.question, { ...view, under, inferred, depth });
    const below = children.get(view.key);
    if (below !== undefined) open.push(...below.map((child) => ({ tied: child, depth: depth + 1 })).toReversed());
  }
  return answers;
}

function grow<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
