import { expect, test } from 'vitest';
import { echoesOf, type Sounding } from '../../src/derive/echoes.ts';

function said(key: string, author: string | null, more: Partial<Sounding> = {}): Sounding {
  const none = { replyTo: null, quoteOf: null, retweetOf: null, retweets: null, replies: null };
  return { key, author, text: 'A3: All of the how, most of the what, none of the whether', isRetweet: false, ...none, ...more };
}

const root = said('1', 'ana');

test.each<[string, readonly Sounding[], { replies: number; sharers: number }]>([
  ['nobody', [], { replies: 0, sharers: 0 }],
  ['two people who replied', [said('2', 'bo', { replyTo: '1' }), said('3', 'cy', { replyTo: '1' })], { replies: 2, sharers: 0 }],
  ['one person who replied twice', [said('2', 'bo', { replyTo: '1' }), said('3', 'Bo', { quoteOf: '1' })], { replies: 1, sharers: 0 }],
  ['only its author', [said('2', 'Ana', { replyTo: '1' })], { replies: 0, sharers: 0 }],
  ['a retweet', [said('2', 'bo', { isRetweet: true, retweetOf: '1' })], { replies: 0, sharers: 1 }],
  [
    'a retweet that does not say of what',
    [said('2', 'bo', { isRetweet: true, text: 'RT @ana: A3: All of the how, most of the what, none of the whe…' })],
    { replies: 0, sharers: 1 },
  ],
  [
    'a retweet by hand',
    [said('2', 'bo', { text: 'THIS. RT @ANA: A3 All of the how, most of the what, none of the whether!' })],
    { replies: 0, sharers: 1 },
  ],
  ['a retweet of something else', [said('2', 'bo', { isRetweet: true, text: 'RT @ana: A4: Lunch' })], { replies: 0, sharers: 0 }],
])('a tweet heard by %s', (_, others, echo) => {
  expect(echoesOf([root, ...others])('1')).toEqual(echo);
});

test('what the export counted stands where it is more', () => {
  expect(echoesOf([said('1', 'ana', { retweets: 7, replies: 2 }), said('2', 'bo', { isRetweet: true, retweetOf: '1' })])('1')).toEqual({
    replies: 2,
    sharers: 7,
  });
});

test('a reply that only a mention tells counts', () => {
  expect(echoesOf([root, said('2', 'bo')], [{ key: '2', under: '1' }])('1')).toEqual({ replies: 1, sharers: 0 });
});
