import { describe, expect, test } from 'vitest';
import { deriveSessions } from '../../src/derive/session.ts';
import { deriveTopics, termsOf } from '../../src/derive/topics.ts';
import { gardenchat, plainSession } from './chats.ts';

const compostWords = new Map([
  ['compost', 9],
  ['heap', 4],
  ['worms', 3],
  ['beds', 5],
]);
const compost = { session: '2016-04-03', terms: termsOf(compostWords) };
const seeds = {
  session: '2016-04-10',
  terms: termsOf(
    new Map([
      ['seeds', 8],
      ['seed', 6],
      ['beds', 6],
      ['heap', 1],
    ]),
  ),
};

describe('derived topics', () => {
  test('name what sets a session apart, in readable words', () => {
    const topics = deriveTopics([compost, seeds]);
    expect(topics.get('2016-04-03')?.text).toBe('compost, heap, worms');
    expect(topics.get('2016-04-10')?.terms).toEqual(['seeds', 'beds', 'heap']);
  });

  test('do not depend on the order of sessions or words', () => {
    const turned = [seeds, { ...compost, terms: termsOf(new Map([...compostWords].toReversed())) }];
    expect(deriveTopics(turned).get('2016-04-03')).toEqual(deriveTopics([compost, seeds]).get('2016-04-03'));
  });

  test('break ties by the alphabet', () => {
    expect(
      deriveTopics([
        {
          session: 'a',
          terms: termsOf(
            new Map([
              ['worms', 1],
              ['ants', 1],
              ['bees', 1],
              ['moths', 1],
            ]),
          ),
        },
      ]).get('a')?.text,
    ).toBe('ants, bees, moths');
  });

  test('know rare words behind many common ones', () => {
    const common = Array.from({ length: 60 }, (_, at) => [`usual${at}`, 20] as const);
    const rest = Array.from({ length: 30 }, (_, at) => ({ session: `b${at}`, terms: termsOf(new Map(common)) }));
    const told = { session: 'a', terms: termsOf(new Map([...common, ['frogs', 19], ['newts', 18]])) };
    expect(
      deriveTopics([told, ...rest])
        .get('a')
        ?.terms.slice(0, 2),
    ).toEqual(['frogs', 'newts']);
  });

  test('of a session without words are empty', () => {
    expect(deriveTopics([{ session: 'a', terms: termsOf(new Map()) }]).get('a')).toEqual({ text: '', terms: [] });
    expect(deriveTopics([])).toEqual(new Map());
  });
});

test('the words of a session leave out what every chat says', () => {
  const [session] = deriveSessions(gardenchat, plainSession('2016-04-17'));
  const words = session?.terms.forms ?? [];
  expect(words).not.toContain('gardenchat');
  expect(words).not.toContain('a1');
  expect(words).not.toContain('tonight');
  expect(words.length).toBeLessThanOrEqual(300);
});
