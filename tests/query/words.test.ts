import { describe, expect, test } from 'vitest';
import { prefixLookups, wordsOf, wordsTest } from '../../src/query/words.ts';

test('words are folded and cut at every sign', () => {
  expect(wordsOf("Café, don't #GrowthMindset A3:")).toEqual(['cafe', 'don', 't', 'growthmindset', 'a3']);
});

describe('words in order', () => {
  test.each<[string, boolean, string, boolean]>([
    ['growth mindset', false, 'A Growth-Mindset!', true],
    ['growth mindset', false, 'growth mindsets', false],
    ['growth mindset', true, 'growth mindsets', true],
    ['growth mindset', false, 'growth of a mindset', false],
    ['row', false, 'growth', false],
    ['row', true, 'growth', false],
    ['cafe', false, 'at the CAFÉ.', true],
    ['cafe', false, 'at the cafe\u0301 x', true],
    ['cafe', false, 'cafe\u0301x', false],
    ['café', false, 'cafe', true],
    ['a', false, 'b 👍 a', true],
    ['a b', false, 'a 👍 b', true],
    ['a', false, '', false],
  ])('%s, prefix %s, in "%s": %s', (wanted, prefix, text, holds) => expect(wordsTest(wanted, prefix)(text)).toBe(holds));
});

test('a prefix that ends within an ending is completed', () => {
  expect(prefixLookups('gradin').words).toContain('grading');
  expect(prefixLookups('assessm').words).toContain('assessment');
  expect(prefixLookups('gray').prefixes).toEqual(['gray', 'gra']);
});
