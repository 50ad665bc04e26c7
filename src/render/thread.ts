/** Conversations: a list of them, and one as a tree. */
import { localDate } from '../calendar.ts';
import type { ThreadNode, ThreadView, TweetView } from '../views.ts';
import { fit, hang, wrap } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { author, idMark, ownMarks } from './tweet-rows.ts';
import { tweetText } from './tweet-text.ts';
import { clock, count, handle, longDate, moment } from './words.ts';

/** Where the times of a thread are read. */
export interface ThreadOptions {
  readonly zone: string;
  readonly ids?: boolean;
  /** How many threads there are, when not all are shown. */
  readonly all?: number;
}

/** What stands for a tweet that others answer and no export holds. */
const GAP = '(a tweet that no export holds)';

const OPENING = 2;

/** Conversations in a list: how each begins, its size, and the id that `edchat thread` shows it by. */
export function renderThreads(threads: readonly ThreadView[], look: Look, options: ThreadOptions): string {
  const ink = inkOf(look);
  const { all = threads.length } = options;
  const size =
    all > threads.length ? `${threads.length} of ${count(all, 'thread')}, longest first (--limit ${all} shows all)` : count(all, 'thread');
  return `${[...threads.map((thread) => listEntry(thread, look, options)), ink.dim(size)].join('\n\n')}\n`;
}

/** One conversation as a tree. */
export function renderThread(thread: ThreadView, look: Look, options: ThreadOptions): string {
  const date = localDate(thread.startsAt, options.zone);
  const lines: string[] = [inkOf(look).dim(`${longDate(date)}, ${sizes(thread)}`), ''];
  // Not a recursion: a hostile export can hold a conversation ten thousand replies deep.
  const open = thread.roots.map((node) => ({ node, lead: '', next: '' })).toReversed();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    lines.push(hang(at.lead, nodeText(at.node, date, look, options), look.width, at.next + (at.node.children.length > 0 ? '│ ' : '  ')));
    open.push(...branches(at.node, at.next, look).toReversed());
  }
  return `${lines.join('\n')}\n`;
}

interface Branch {
  readonly node: ThreadNode;
  readonly lead: string;
  readonly next: string;
}

function branches({ children }: ThreadNode, before: string, look: Look): Branch[] {
  // At half the width the tree stops moving to the right, so that there is always room to read.
  const trunk = before.length + 2 > look.width / 2 ? before.slice(0, -2) : before;
  return children.map((node, at) => {
    const last = at === children.length - 1;
    return { node, lead: `${trunk}${last ? '└ ' : '├ '}`, next: `${trunk}${last ? '  ' : '│ '}` };
  });
}

function nodeText({ tweet, inferred }: ThreadNode, date: string, look: Look, options: ThreadOptions): string {
  if (tweet === null) return inkOf(look).dim(GAP);
  const { createdAt } = tweet;
  const at = localDate(createdAt, options.zone) === date ? clock(createdAt, options.zone) : moment(createdAt, options.zone, date);
  const how = inferred ? `  ${inkOf(look).dim('(by mention)')}` : '';
  return `${author(handle(tweet.author), tweet, look)}  ${inkOf(look).dim(at)}${how}  ${tweetText(tweet, look)}${idMark(tweet, options, look)}${ownMarks(tweet, look)}`;
}

function listEntry(thread: ThreadView, look: Look, { zone }: ThreadOptions): string {
  const ink = inkOf(look);
  const first = firstTweet(thread.roots);
  const opening =
    first === null ? [ink.dim(GAP)] : wrap(`${ink.green(fit(handle(first.author), 30))}  ${tweetText(first, look)}`, look.width - 4);
  const shown = opening.length > OPENING ? [...opening.slice(0, OPENING - 1), `${opening[OPENING - 1]} …`] : opening;
  const time = `${localDate(thread.startsAt, zone)} ${clock(thread.startsAt, zone)}`;
  const gap = first !== null && thread.roots.every(({ tweet }) => tweet === null) ? ', under a tweet that no export holds' : '';
  const about = `${time}, ${sizes(thread)}${gap}: edchat thread ${fit(harmless(thread.thread), 40)}`;
  return [...shown.map((line, at) => `${at === 0 ? '' : '  '}${line}`), hang('  ', ink.dim(about), look.width)].join('\n');
}

function firstTweet(roots: readonly ThreadNode[]): TweetView | null {
  const tweets = roots.flatMap(({ tweet, children }) => (tweet === null ? children.map((child) => child.tweet) : [tweet]));
  return tweets.find((tweet) => tweet !== null) ?? null;
}

function sizes({ tweets, people }: ThreadView): string {
  return `${count(tweets, 'tweet')}, ${count(people, 'person', 'people')}`;
}
