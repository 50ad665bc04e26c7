/** A tweet and what is near to it: other tweets, and past sessions with their questions. */
import type { Chat } from '../chat.ts';
import type { SimilarView } from '../search-views.ts';
import { hang } from './layout.ts';
import { inkOf, type Look } from './terminal.ts';
import { topicHitLines } from './topics.ts';
import { tweetRows } from './tweet-rows.ts';
import { excerptText } from './tweet-text.ts';
import { count } from './words.ts';

/** For a terminal: the tweet, then what is near to it, nearest first; with the words they share marked. */
export function renderSimilar({ tweet, tweets, sessions }: SimilarView, chat: Chat, look: Look): string {
  const ink = inkOf(look);
  const place = { zone: chat.zone, date: null, indent: 0 };
  const rows = tweets.map(({ tweet: near, excerpt, again }) => ({
    tweet: near,
    text: `${excerptText(near, excerpt, look)}${again > 0 ? ink.dim(` (${count(again, 'retweet')})`) : ''}`,
  }));
  const blocks = [
    tweetRows([{ tweet }], place, look),
    ...(rows.length === 0
      ? []
      : [[heading(count(rows.length, 'tweet'), look), ...tweetRows(rows, { ...place, indent: 2, ids: true }, look)]]),
    ...(sessions.length === 0 ? [] : [[heading(count(sessions.length, 'session'), look), ...topicHitLines(sessions, chat, look)]]),
  ];
  return `${blocks
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .trimEnd()}\n`;
}

function heading(found: string, look: Look): string {
  return hang('', inkOf(look).bold(`${found} near to it, nearest first`), look.width);
}
