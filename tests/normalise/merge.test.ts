import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTweets, settled } from '../../src/normalise/merge.ts';
import type { Link, Tweet } from '../../src/tweet.ts';
import { tweet } from './tweets.ts';
import { runs } from '../runs.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const word = fc.constantFrom('a', 'A', 'ab', 'Ab', 'b', 'bb');
const link: fc.Arbitrary<Link> = fc.record({
  short: maybe(fc.constantFrom('t1', 't2')),
  url: fc.constantFrom('t1', 't2', 'u', 'uu', 'v'),
  title: maybe(word),
});
const words = fc.uniqueArray(word).map((list) => list.toSorted());

/** Accounts of one tweet, as a record gives them. */
const read: fc.Arbitrary<Tweet> = fc
  .record({
    author: maybe(word),
    authorName: maybe(word),
    text: word,
    truncated: fc.boolean(),
    isRetweet: fc.boolean(),
    context: fc.boolean(),
    createdAt: fc.integer({ min: 0, max: 3 }),
    replyTo: maybe(word),
    quoteOf: maybe(word),
    likes: maybe(fc.integer({ min: 0, max: 3 })),
    links: fc.array(link, { maxLength: 3 }),
    hashtags: words,
    section: maybe(word),
  })
  .map((fields) => tweet(fields));

/** The same in the form that normalising gives. */
const account = read.map((one) => mergeTweets(one, one));

describe('merging', () => {
  test('a tweet that is settled is as merged with itself', () =>
    fc.assert(
      fc.property(read, (one) => {
        expect(settled(one)).toEqual(mergeTweets(one, one));
      }),
    ));
  test('is idempotent', () =>
    fc.assert(
      fc.property(account, (a) => {
        expect(mergeTweets(a, a)).toEqual(a);
      }),
    ));
  test('is commutative', () =>
    fc.assert(
      fc.property(account, account, (a, b) => {
        expect(mergeTweets(a, b)).toEqual(mergeTweets(b, a));
      }),
    ));
  test('is associative', () =>
    fc.assert(
      fc.property(account, account, account, (a, b, c) => {
        expect(mergeTweets(mergeTweets(a, b), c)).toEqual(mergeTweets(a, mergeTweets(b, c)));
      }),
      { numRuns: runs(2000) },
    ));
});

describe('of two accounts the better wins', () => {
  test.each<[string, Partial<Tweet>, Partial<Tweet>, Partial<Tweet>]>([
    ['whole text over longer cut text', { text: 'short' }, { text: 'much longer…', truncated: true }, { text: 'short', truncated: false }],
    ['longer text', { text: 'What made' }, { text: 'What made it yours?' }, { text: 'What made it yours?' }],
    ['handles with capitals', { author: 'ms_alder_q4' }, { author: 'Ms_Alder_q4' }, { author: 'Ms_Alder_q4' }],
    ['known over unknown', { replyTo: null }, { replyTo: '12' }, { replyTo: '12' }],
    ['the higher count', { likes: 3 }, { likes: 5 }, { likes: 5 }],
    ['a count over none', { likes: null }, { likes: 0 }, { likes: 0 }],
    ['an export over context', { context: true }, { context: false }, { context: false }],
  ])('%s', (_name, a, b, expected) => {
    expect(mergeTweets(tweet(a), tweet(b))).toMatchObject(expected);
  });

  test('the expansion of a t.co link', () => {
    const short = 'https://t.co/abc';
    const merged = mergeTweets(
      tweet({ links: [{ short, url: short, title: null }] }),
      tweet({ links: [{ short, url: 'https://example.org/a', title: 'A' }] }),
    );
    expect(merged.links).toEqual([{ short, url: 'https://example.org/a', title: 'A' }]);
  });
});
