import { describe, expect, test } from 'vitest';
import {
  chatMonday,
  chatWeekInstants,
  instantOf,
  instantsOf,
  isoWeek,
  localClock,
  localDate,
  parseWhen,
  weekdayOf,
  weekRange,
} from '../src/calendar.ts';

const CHICAGO = 'America/Chicago';

describe('a Sunday evening in Central time', () => {
  test.each([
    ['2016-04-18T00:30:00Z', '2016-04-17', '19:30', '2016-W15'],
    ['2014-01-06T02:00:00Z', '2014-01-05', '20:00', '2014-W01'],
    ['2013-12-30T02:30:00Z', '2013-12-29', '20:30', '2013-W52'],
    ['2014-03-10T01:00:00Z', '2014-03-09', '20:00', '2014-W10'],
    ['2014-07-07T01:00:00Z', '2014-07-06', '20:00', '2014-W27'],
    ['2014-11-03T02:00:00Z', '2014-11-02', '20:00', '2014-W44'],
  ])('%s belongs to %s %s, week %s', (instant, date, clock, week) => {
    const ms = Date.parse(instant);
    expect(localDate(ms, CHICAGO)).toBe(date);
    expect(localClock(ms, CHICAGO)).toBe(clock);
    expect(isoWeek(localDate(ms, CHICAGO))).toBe(week);
    expect(weekdayOf(date)).toBe('sunday');
    expect(instantOf(date, clock, CHICAGO)).toBe(ms);
  });
});

test.each([
  ['2016-01-01', '2015-W53'],
  ['2021-01-03', '2020-W53'],
  ['2012-12-31', '2013-W01'],
])('%s is in ISO week %s', (date, week) => {
  expect(isoWeek(date)).toBe(week);
  const { from, until } = weekRange(week);
  expect(from <= date && date < until).toBe(true);
});

describe('WHEN', () => {
  test.each([
    ['2016-04-17', '2016-04-17', '2016-04-18'],
    ['2016-W15', '2016-04-11', '2016-04-18'],
    ['2016w15', '2016-04-11', '2016-04-18'],
    ['2016-04', '2016-04-01', '2016-05-01'],
    ['2016-12', '2016-12-01', '2017-01-01'],
    ['2016', '2016-01-01', '2017-01-01'],
    ['2016-04..2016-06', '2016-04-01', '2016-07-01'],
    ['2016-04-17..', '2016-04-17', '9999-12-31'],
    ['..2016', '0001-01-01', '2017-01-01'],
  ])('%s is from %s until %s', (text, from, until) => {
    expect(parseWhen(text)).toMatchObject({ kind: 'range', range: { from, until } });
  });

  test('names a second session of a day', () => {
    expect(parseWhen('2013-01-15b')).toMatchObject({ kind: 'session', session: '2013-01-15b' });
  });

  test.each(['2016-13', '2016-02-30', '2016-W54', 'yesterday', '', '17/04/2016', '2016-06..2016-04', '9999', '0000'])(
    '"%s" is answered with a sentence',
    (text) => {
      expect(() => parseWhen(text)).toThrow(/"/);
    },
  );
});

test('a day of the clock change has 23 or 25 hours', () => {
  const hours = (date: string, next: string) => {
    const { from, until } = instantsOf({ from: date, until: next }, CHICAGO);
    return (until - from) / 3_600_000;
  };
  expect(hours('2016-03-13', '2016-03-14')).toBe(23);
  expect(hours('2016-11-06', '2016-11-07')).toBe(25);
});

test('a chat that runs past midnight stays in the week of its evening', () => {
  expect(chatMonday(Date.parse('2016-04-18T06:30:00Z'), CHICAGO)).toBe('2016-04-11');
  expect(chatMonday(Date.parse('2016-04-18T09:00:00Z'), CHICAGO)).toBe('2016-04-18');
  const { from, until } = chatWeekInstants('2016-04-11', CHICAGO);
  expect([new Date(from).toISOString(), new Date(until).toISOString()]).toEqual(['2016-04-11T09:00:00.000Z', '2016-04-18T09:00:00.000Z']);
});
