import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rooted, sessionTrees } from '../../src/derive/session-trees.ts';
import { runs } from '../runs.ts';

function tweet(key: string, parent: string | null = null, more: Partial<Rooted> = {}): Rooted {
  return { key, parent, role: 'answer', question: 1, createdAt: Number(key), ...more };
}

const shapes = (tweets: readonly Rooted[], asked: ReadonlyMap<string, number> = new Map()) =>
  Object.fromEntries(
    [...sessionTrees(tweets, asked)].map(([question, trees]) => [
      String(question),
      trees.map((tree) => tree.map(({ tweet: { key }, depth }) => `${'>'.repeat(depth)}${key}`).join(' ')),
    ]),
  );

describe('the trees of a session', () => {
  test.each<[string, readonly Rooted[], Record<string, string[]>]>([
    ['answers stand under their question', [tweet('1'), tweet('2'), tweet('3', null, { question: 2 })], { 1: ['1', '2'], 2: ['3'] }],
    ['replies stand under what they reply to', [tweet('1'), tweet('2', '1'), tweet('3', '2'), tweet('4', '1')], { 1: ['1 >2 >>3 >4'] }],
    ['talk stands under the answer it replies to', [tweet('1'), tweet('2', '1', { role: 'talk', question: null })], { 1: ['1 >2'] }],
    ['an answer to another question leaves the tree', [tweet('1'), tweet('2', '1', { question: 2 })], { 1: ['1'], 2: ['2'] }],
    ['talk about nothing stands around', [tweet('1', 'gone', { role: 'talk', question: null })], { null: ['1'] }],
    ['talk to the question stands under it', [tweet('1', 'q1', { role: 'talk', question: null })], { 7: ['1'] }],
    ['nobody replies to the future', [tweet('1', '2'), tweet('2')], { 1: ['1', '2'] }],
    ['nobody replies to himself', [tweet('1', '1')], { 1: ['1'] }],
  ])('%s', (_, tweets, expected) => {
    expect(shapes(tweets, new Map([['q1', 7]]))).toEqual(expected);
  });

  test('a question is a heading, not a tweet', () => {
    expect(shapes([tweet('1', null, { role: 'question' }), tweet('2', '1')], new Map([['1', 1]]))).toEqual({ 1: ['2'] });
  });

  test('every tweet stands once, whoever replies to whom', () => {
    const role = fc.constantFrom('answer', 'talk', 'wrap');
    const any = fc.array(fc.record({ parent: fc.option(fc.nat(30)), role, question: fc.option(fc.integer({ min: 1, max: 3 })) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(any, (tweets) => {
        const all = tweets.map(({ parent, ...rest }, at) => ({
          key: String(at),
          parent: parent === null ? null : String(parent),
          createdAt: at,
          ...rest,
        }));
        const shown = [...sessionTrees(all, new Map()).values()].flat(2).map(({ tweet: { key } }) => key);
        expect(shown.toSorted((a, b) => Number(a) - Number(b))).toEqual(all.map(({ key }) => key));
      }),
      { numRuns: runs(100) },
    );
  });

  test('a conversation of fifty thousand replies is no matter', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => tweet(String(at), at === 0 ? null : String(at - 1)));
    expect(sessionTrees(chain, new Map()).get(1)?.[0]).toHaveLength(50_000);
  });
});
