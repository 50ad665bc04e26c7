import { describe, expect, test } from 'vitest';
import { explain, isAmbiguous } from '../../src/query/explain.ts';
import { parse } from '../../src/query/parse.ts';

const zone = 'America/Chicago';

describe('a search is explained in words', () => {
  test.each([
    [
      'from:mrslopez (grading OR sbg) -is:rt week:2016-W15',
      'from @mrslopez AND (grading OR sbg) AND NOT retweets, week of Mon 11 to Sun 17 April 2016 (America/Chicago)',
    ],
    ['on:2016-04-17', 'on Sun 17 April 2016 (America/Chicago)'],
    ['grit OR sbg since:2016-04-17', 'grit OR (sbg AND since Sun 17 April 2016) (America/Chicago)'],
    ['(grit OR sbg) since:2016-04-17', '(grit OR sbg), since Sun 17 April 2016 (America/Chicago)'],
    ['grit since:2016-04-17 until:2016-05', 'grit, since Sun 17 April 2016, before Sun 1 May 2016 (America/Chicago)'],
    ['date:2016-04-17..2016-05-01', 'Sun 17 April to Sun 1 May 2016 (America/Chicago)'],
    ['date:2015-12..2016-01', 'Tue 1 December 2015 to Sun 31 January 2016 (America/Chicago)'],
    ['week:2016-W01', 'week of Mon 4 to Sun 10 January 2016 (America/Chicago)'],
    ['-on:2016-04-17', 'NOT on Sun 17 April 2016 (America/Chicago)'],
    ['date:..', 'of any date (America/Chicago)'],
    ['session:latest', 'the latest session'],
    ['session:2016-04', 'sessions Fri 1 to Sat 30 April 2016'],
  ])('%s', (query, words) => expect(explain(parse(query), { zone })).toBe(words));
});

describe('OR beside words without OR is ambiguous until a bracket says', () => {
  test.each([
    ['a OR b c', true],
    ['a b | c', true],
    ['from:kofi a OR b', true],
    ['(a OR b c) d', true],
    ['a OR b OR c', false],
    ['a b c', false],
    ['a (b OR c)', false],
    ['(a b) OR c', false],
    ['a AND b OR c', false],
    ['a OR -b', false],
  ])('%s: %s', (query, ambiguous) => expect(isAmbiguous(parse(query))).toBe(ambiguous));
});
