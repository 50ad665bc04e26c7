import { expect, test } from 'vitest';
import { sideTalks } from '../../src/derive/side-talks.ts';
import type { Role } from '../../src/chat.ts';
import type { ThreadNode, ThreadView } from '../../src/views.ts';
import { tweet } from '../render/sample.ts';

/** A conversation of some people, one below the other, the first with a role. */
function talk(minute: number, authors: readonly string[], role: Role = 'talk'): ThreadView {
  const views = authors.map((author, at) => tweet(minute + at, author, `words ${at}`, { role: at === 0 ? role : 'talk' }));
  const root = views.reduceRight<ThreadNode | null>(
    (child, view) => ({ key: view.key, tweet: view, inferred: false, children: child === null ? [] : [child] }),
    null,
  );
  const first = views[0];
  if (root === null || first === undefined) throw new Error('a conversation of nobody');
  return {
    thread: first.key,
    tweets: views.length,
    people: new Set(authors).size,
    depth: views.length,
    startsAt: first.createdAt,
    roots: [root],
  };
}

const ALL = { limit: 9, length: 9 };
const none = new Set<string>();
const starts = (threads: readonly ThreadView[], quoted = none, amounts = ALL) =>
  sideTalks(threads, quoted, amounts).map(({ tweets }) => tweets[0]?.tweet.author);

test.each<[string, ThreadView]>([
  ['two tweets', talk(1, ['ana', 'bo'])],
  ['a person alone', talk(1, ['ana', 'ana', 'ana'])],
  ['what hangs from a question', talk(1, ['ana', 'bo', 'cy'], 'question')],
  ['what hangs from the welcome', talk(1, ['ana', 'bo', 'cy'], 'welcome')],
])('%s is no side conversation', (_, thread) => {
  expect(sideTalks([thread], none, ALL)).toEqual([]);
});

test('those of most people are chosen, and shown in the order they began', () => {
  const threads = [talk(1, ['ana', 'bo', 'ana']), talk(20, ['cy', 'di', 'ed', 'cy']), talk(10, ['fay', 'gus', 'hal'])];
  expect(starts(threads, none, { limit: 2, length: 9 })).toEqual(['fay', 'cy']);
});

test('what begins with a quoted answer is not told twice', () => {
  const thread = talk(1, ['ana', 'bo', 'cy'], 'answer');
  expect(starts([thread])).toEqual(['ana']);
  expect(starts([thread], new Set([thread.thread]))).toEqual([]);
});

test('a long one is cut, and says how much is left', () => {
  const [cut] = sideTalks([talk(1, ['ana', 'bo', 'cy', 'di', 'ed'])], none, { limit: 1, length: 3 });
  expect([cut?.tweets.map(({ depth }) => depth), cut?.more, cut?.people]).toEqual([[0, 1, 2], 2, 5]);
});
