import { describe, expect, test } from 'vitest';
import { joinArguments, phraseMeant } from '../../src/query/arguments.ts';

describe('arguments make one search', () => {
  test.each<[string[], string]>([
    [[], ''],
    [['grading'], 'grading'],
    [['grading OR sbg'], 'grading OR sbg'],
    [['growth mindset'], 'growth mindset'],
    [['grading', 'sbg'], 'grading sbg'],
    [['grading', 'growth mindset'], 'grading "growth mindset"'],
    [['grading', '-growth mindset'], 'grading -"growth mindset"'],
    [['topic:growth mindset', 'sbg'], 'topic:"growth mindset" sbg'],
    [['from:kofi', '(grading OR sbg)'], 'from:kofi (grading OR sbg)'],
    [['from:kofi', '"growth mindset" grit'], 'from:kofi "growth mindset" grit'],
    [['from:kofi', ''], 'from:kofi'],
    [['-is:rt', '~sbg'], '-is:rt ~sbg'],
  ])('%j', (args, query) => expect(joinArguments(args)).toBe(query));
});

describe('a sole argument of plain words may have meant a phrase', () => {
  test.each<[string[], string | null]>([
    [['growth mindset'], '"growth mindset"'],
    [['growth'], null],
    [['growth', 'mindset'], null],
    [['grading OR sbg'], null],
    [['grading -sbg'], null],
    [['from:kofi sbg'], null],
  ])('%j', (args, phrase) => expect(phraseMeant(args)).toBe(phrase));
});
