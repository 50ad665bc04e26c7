/** Whatever is said on a hashtag, and whatever people put right of it, a session comes of it, and always the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from '../../src/calendar.ts';
import { type Correction, ROLES } from '../../src/chat.ts';
import { deriveSessions } from '../../src/derive/session.ts';
import type { Tweet } from '../../src/tweet.ts';
import { runs } from '../runs.ts';
import { gardenchat, tweet } from './chats.ts';

const DATE = '2016-04-17';
const START = instantOf(DATE, '20:00', gardenchat.zone);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const key = fc.integer({ min: 0, max: 30 }).map((index) => `k${index}`);
const words = fc.constantFrom(
  'Q1: Who waters the beds, and why?',
  'Q3',
  'A2: straw',
  'This is Q2!',
  'Q4 coming up!',
  'Welcome to #gardenchat!',
  'We use a Q1/A1 format',
  'Final Q: what will you dig up next year, and for whom?',
  'Which of your plants did the frost of last week leave alone?',
  'RT @ash: A1: beans',
  'Previous tweets were A4',
  "That's a wrap!",
  'Next week: seed libraries',
  'Co-moderating with @ash',
  'https://shop.example/1 #a #b #c #d #e',
  'Beans, and then some more beans',
  '',
);
const said: fc.Arbitrary<Omit<Partial<Tweet>, 'key'>> = fc.record({
  createdAt: fc.integer({ min: -20, max: 90 }).map((minute) => START + minute * 60_000),
  author: maybe(fc.constantFrom('ash', 'birch', 'cedar', 'rowan')),
  text: fc.array(words, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' ')),
  isRetweet: fc.boolean(),
  replyTo: maybe(key),
  quoteOf: maybe(key),
  retweetOf: maybe(key),
  section: maybe(fc.constantFrom('Question 3', 'Links')),
});
const tweets = fc
  .array(said, { minLength: 5, maxLength: 30 })
  .map((all) => all.map((one, index) => tweet({ text: '', ...one, createdAt: one.createdAt ?? START, key: `k${index}` })))
  .map((all) => all.toSorted((a, b) => a.createdAt - b.createdAt));
const session = fc.constantFrom(DATE, `${DATE}b`);
const number = fc.integer({ min: 1, max: 9 });
const at = fc.integer({ min: -10, max: 70 }).map((minute) => START + minute * 60_000);
const corrections: fc.Arbitrary<Correction[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('answer' as const), key, question: maybe(number) }),
    fc.record({ kind: fc.constant('role' as const), key, role: fc.constantFrom(...ROLES) }),
    fc.record({ kind: fc.constant('question' as const), session, number, text: fc.constant('In its own words') }),
    fc.record({ kind: fc.constant('topic' as const), session, text: fc.constant('beans'), anchor: at }),
    fc.record({ kind: fc.constant('split' as const), session, at }),
    fc.record({ kind: fc.constant('join' as const), session, other: session }),
    fc.record({ kind: fc.constant('drop' as const), session, anchor: at }),
  ),
  { maxLength: 4 },
);

test('each tweet is in one session at most, asks once at most, and is tied to a question that is listed when it asks', () =>
  fc.assert(
    fc.property(tweets, corrections, (week, mended) => {
      const sessions = deriveSessions(gardenchat, week, mended);
      expect(deriveSessions(gardenchat, structuredClone(week), mended)).toEqual(sessions);
      const keys = sessions.flatMap(({ placements }) => placements.map((one) => one.key));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { questions, placements } of sessions) {
        const asking = questions.flatMap((one) => (one.key === '' ? [] : [one.key]));
        expect(new Set(asking).size).toBe(asking.length);
        const listed = new Set(questions.map((one) => one.number));
        for (const { role, question } of placements) expect(role !== 'question' || listed.has(question ?? 0)).toBe(true);
      }
    }),
    { numRuns: runs(150) },
  ));

test('what a person says of a tweet is what it is, whatever the rules say', () =>
  fc.assert(
    fc.property(tweets, key, fc.constantFrom(...ROLES), number, (week, one, role, asked) => {
      const placed = (mended: Correction[]) =>
        deriveSessions(gardenchat, week, mended)
          .flatMap(({ placements }) => placements)
          .find((placement) => placement.key === one);
      if (placed([]) === undefined) return;
      expect(placed([{ kind: 'role', key: one, role }])).toMatchObject({ role, attributedBy: 'user' });
      expect(placed([{ kind: 'answer', key: one, question: asked }])).toMatchObject({ question: asked, attributedBy: 'user' });
      expect(placed([{ kind: 'answer', key: one, question: null }])).toMatchObject({ question: null, attributedBy: 'user' });
    }),
    { numRuns: runs(100) },
  ));
