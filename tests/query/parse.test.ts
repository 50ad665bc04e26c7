import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { QueryNode } from '../../src/query/ast.ts';
import { explain } from '../../src/query/explain.ts';
import { parse } from '../../src/query/parse.ts';
import { runs } from '../runs.ts';

const zone = 'America/Chicago';

/** The reading of a query, by way of its explanation: every bracket shows there. */
function read(query: string): string {
  return explain(parse(query), { zone });
}

function sentence(query: string): string {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error(`${query} was not refused`);
}

describe('what people type', () => {
  test.each([
    ['grading sbg', 'grading AND sbg'],
    ['grading AND sbg', 'grading AND sbg'],
    ['grading OR sbg', 'grading OR sbg'],
    ['grading | sbg', 'grading OR sbg'],
    ['grading|sbg', 'grading OR sbg'],
    ['grading || sbg', 'grading OR sbg'],
    ['or and not', 'or AND and AND not'],
    ['a OR b c', 'a OR (b AND c)'],
    ['a b OR c', '(a AND b) OR c'],
    ['(a OR b) c', '(a OR b) AND c'],
    ['((a))', 'a'],
    ['a (b (c d))', 'a AND b AND c AND d'],
    ['-a b', 'NOT a AND b'],
    ['b ~a', 'b AND NOT a'],
    ['b NOT a', 'b AND NOT a'],
    ['b NOT(a OR c)', 'b AND NOT (a OR c)'],
    ['NOT NOT a', 'a'],
    ['--a', 'a'],
    ['-(a b)', 'NOT (a AND b)'],
    ['-"growth mindset"', 'NOT "growth mindset"'],
    ['“growth mindset”', '"growth mindset"'],
    ['+grade', 'exactly grade'],
    ['+"growth mindset"', '"growth mindset"'],
    ['gradin*', 'gradin*'],
    ['from:mrslopez by:@MrsLopez to:kofi', 'from @mrslopez AND from @MrsLopez AND to @kofi'],
    ['from:"Maria Lopez"', 'from "Maria Lopez"'],
    ['FROM:kofi', 'from @kofi'],
    ['-from:kofi', 'NOT from @kofi'],
    ['@kofi:', 'mentioning @kofi'],
    ['#IAedchat!', 'tagged #iaedchat'],
    ['tag:#IAedchat', 'tagged #iaedchat'],
    ['has:link has:media filter:links', 'with a link AND with a picture or video AND with a link'],
    ['is:reply is:rt is:quote is:question is:answer', 'replies AND retweets AND quotes AND questions AND answers'],
    ['-filter:nativeretweets', 'NOT retweets'],
    ['q:3 q:1..4 a:3 a:A3', 'question 3 AND questions 1 to 4 AND answers to question 3 AND answers to question 3'],
    ['topic:grading topic:"growth mindset"', 'in sessions about "grading" AND in sessions about "growth mindset"'],
    ['url:edutopia.org/blog', 'linking to edutopia.org/blog'],
    ['site:https://www.Edutopia.org/', 'linking to the site edutopia.org'],
  ])('%s', (query, expected) => expect(read(query)).toBe(expected));
});

describe('what is no error, just words', () => {
  test.each([
    ["don't", "don't"],
    ['why?', 'why?'],
    ['standards-based', 'standards-based'],
    ['10:30', '10:30'],
    ['Q3: grit', 'Q3: AND grit'],
    ['A3: yes', 'A3: AND yes'],
    ['Q: why', 'q: AND why'],
    ['note: grit', 'note: AND grit'],
    ['"unclosed quote', '"unclosed quote"'],
    ['(unclosed bracket', 'unclosed AND bracket'],
    ['stray) bracket', 'stray AND bracket'],
    ['grading - sbg ?', 'grading AND sbg'],
    ['c++ & 50%', 'c++ AND 50%'],
    ['grit :)', 'grit'],
    ['👍', '👍'],
    ['great👍🏽', 'great AND 👍🏽'],
    ['OR', 'the word OR'],
    ['grit OR', 'grit AND the word OR'],
    ['NOT', 'the word NOT'],
    ['AND AND AND', 'the word AND AND the word AND'],
    ['-', '-'],
    ['?!', '?!'],
    ['http://www.edutopia.org/a_(b)?c=d|e', 'linking to http://www.edutopia.org/a_(b)?c=d|e'],
    ['(https://edutopia.org)', 'linking to https://edutopia.org'],
    ['www.edutopia.org', 'linking to www.edutopia.org'],
    ['نعم #教育', 'نعم AND tagged #教育'],
    ['grit\u0000\u0007mindset', 'grit AND mindset'],
  ])('%s', (query, expected) => expect(read(query)).toBe(expected));
});

describe('dates are civil dates', () => {
  test.each<[string, { from: string; until: string }]>([
    ['since:2016-04-17', { from: '2016-04-17', until: '9999-12-31' }],
    ['after:2016/4/17', { from: '2016-04-17', until: '9999-12-31' }],
    ['since:2016-04', { from: '2016-04-01', until: '9999-12-31' }],
    ['until:2016-04-17', { from: '0001-01-01', until: '2016-04-17' }],
    ['before:2016', { from: '0001-01-01', until: '2016-01-01' }],
    ['date:2016-04-03..2016-04-17', { from: '2016-04-03', until: '2016-04-18' }],
    ['date:2016-04..', { from: '2016-04-01', until: '9999-12-31' }],
    ['on:2016-04-17', { from: '2016-04-17', until: '2016-04-18' }],
    ['week:2016-W15', { from: '2016-04-11', until: '2016-04-18' }],
    ['week:2016-04-17', { from: '2016-04-11', until: '2016-04-18' }],
    ['week:2016-W14..2016-W15', { from: '2016-04-04', until: '2016-04-18' }],
    ['week:2016-01-01', { from: '2015-12-28', until: '2016-01-04' }],
  ])('%s', (query, range) => expect(parse(query).root).toMatchObject({ kind: 'dates', range }));

  test.each<[string, QueryNode]>([
    ['session:2016-04-17', { kind: 'session', session: '2016-04-17' }],
    ['session:2016-04-17B', { kind: 'session', session: '2016-04-17b' }],
    ['session:2016-04', { kind: 'sessions', range: { from: '2016-04-01', until: '2016-05-01' } }],
    ['week:latest', { kind: 'session', session: 'latest' }],
  ])('%s', (query, root) => expect(parse(query).root).toEqual(root));
});

describe('wrong use is refused in one sentence', () => {
  test.each([
    ['form:kofi', 'did you mean from:?'],
    ['g*', 'two letters or more'],
    ['is:foo', 'is:foo: edchat knows'],
    ['untill:2016', 'did you mean until:?'],
    ['min_faves:many', 'min_faves:5'],
    ['newer_than:soon', 'newer_than:7d'],
    ['season:2015-17', 'season:2015-16'],
    ['saved:rubrics', 'none is saved yet'],
    ['thread:grading', 'thread:{grading}'],
    ['since:yesterday', 'since:2016-04-17'],
    ['on:2016-02-30', 'on:2016-04-17'],
    ['since:2016..2017', 'since:2016-04-17'],
    ['date:2017..2016', 'ends before it begins'],
    ['since:0016-04-17', 'is not a date'],
    ['week:99', 'week:2016-W15'],
    ['date:latest', 'or a range date:'],
    ['session:soon', 'session:2016-04-17'],
    ['q:three', 'q:3'],
    ['a:4..1', 'a:3'],
    ['is:mother', 'is:reply'],
    ['has:cheese', 'has:link'],
    ['filter:safe', 'filter:link'],
    ['from: kofi', 'from:mrslopez'],
    ['since:(2016 OR 2017)', 'not a bracket'],
    ['from:(kofi -ana)', 'minus before it'],
    ['site:edutopia.org/blog', 'url:'],
    ['', 'tag:iaedchat'],
    ['   ', 'tag:iaedchat'],
    ['('.repeat(500), 'brackets'],
    ['a '.repeat(500), 'more than 200'],
    ['a'.repeat(5001), 'longer than 5000'],
  ])('%s', (query, part) => expect(sentence(query)).toContain(part));

  test('every string parses or is refused with a UserError', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '"',
      '(',
      ')',
      '|',
      '-',
      '~',
      '+',
      '*',
      ':',
      '#',
      '@',
      'OR ',
      'NOT ',
      'AND ',
      'from:',
      'q:',
      'since:',
      '2016',
      '..',
      '://',
      '\0',
      '\ud800',
      '👍',
    );
    const string = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(string, (query) => {
        try {
          const parsed = parse(query);
          expect(explain(parsed, { zone })).not.toBe('');
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.exitCode).toBe(2);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('a long run of signs is answered at once', () => {
    for (const sign of ['-', '"', ')', '|', ':', '@', '*', '😀', 'NOT ']) {
      const started = performance.now();
      try {
        parse(sign.repeat(Math.floor(5000 / sign.length)));
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});
