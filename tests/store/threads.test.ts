import { expect, test } from 'vitest';
import { parseWhen } from '../../src/calendar.ts';
import { threadViews } from '../../src/derive/thread-views.ts';
import { resolveWhen } from '../../src/store/scope.ts';
import { conversationOf, conversationsIn, threadFinder } from '../../src/store/threads.ts';
import type { ThreadNode } from '../../src/views.ts';
import { archive, type Invented, zone } from './search-archive.ts';

const chat = { name: 'iaedchat', title: '#IAedchat', about: '', hashtags: ['iaedchat'], zone, schedule: [], moderators: [] };

const said = (minute: number, author: string, text: string, speaksTo?: number): Invented => ({
  when: `2016-04-17 20:${String(minute).padStart(2, '0')}`,
  author,
  text: `${text} #iaedchat`,
  placed: { session: '2016-04-17', ...(speaksTo === undefined ? {} : { speaksTo }) },
});

const shape = ({ tweet, inferred, children }: ThreadNode): string =>
  `${tweet?.author}${inferred ? '*' : ''}${children.length === 0 ? '' : `[${children.map(shape).join(' ')}]`}`;

const EVENING = [
  said(1, 'kofi', 'Beans first'),
  said(3, 'ngozi', '@kofi why beans?', 0),
  said(4, 'kofi', '@ngozi they sprout', 1),
  said(5, 'sam', 'Hello all'),
  said(40, 'sam', '@kofi late, but thanks'),
];

test('tweets that begin with a handle are tied by it, and marked so', () => {
  const { db } = archive(EVENING);
  const threads = threadViews(conversationsIn(db, resolveWhen(db, chat, parseWhen('2016-04-17'))));
  expect(threads.flatMap(({ roots }) => roots.map(shape))).toEqual(['kofi[ngozi*[kofi*]]', 'sam', 'sam']);
});

test('a conversation is the same from each of its tweets', () => {
  const { db, kept } = archive(EVENING);
  for (const { tweet } of kept.slice(0, 3)) {
    const threads = threadViews(conversationOf(db, 'iaedchat', tweet.key));
    expect(threads.flatMap(({ roots }) => roots.map(shape))).toEqual(['kofi[ngozi*[kofi*]]']);
  }
});

test('what is exported goes by references only', () => {
  const { db, kept } = archive(EVENING);
  const rootOf = threadFinder(db);
  expect(kept.map(({ tweet }) => rootOf(tweet.key))).toEqual(kept.map(({ tweet }) => tweet.key));
});
