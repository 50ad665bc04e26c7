import { expect, test } from 'vitest';
import { hourBar } from '../../src/render/hour-bar.ts';
import type { StatsView } from '../../src/figures.ts';
import { renderStats } from '../../src/render/stats.ts';
import { chat, colourful, plain } from './sample.ts';

const period = (name: string, tweets: number) => ({ name, tweets, people: 20, newPeople: 5, returning: 15, sessions: 4 });
const stats: StatsView = {
  tweets: 10_500,
  people: 60,
  sessions: 12,
  years: [period('2014', 4000), period('2015', 6000), period('2016', 500)],
  months: [],
  hours: Array.from({ length: 24 }, (_, hour) => (hour === 19 ? 10_000 : hour === 20 ? 500 : 0)),
  sites: [{ host: 'pondnotes.example', pages: 3, tweets: 9, people: 7 }],
};

test('years are drawn and listed, hours are drawn, sites are listed', () => {
  expect(renderStats(stats, chat, plain)).toMatchInlineSnapshot(`
    "#PondChat  10,500 tweets, 60 people, 12 sessions

    Tweets by year
         ▲                              █
    6,000┤                              █
         │                              █
         │█                             █
    4,000┤█                             █
         │█                             █
         │█                             █
         │█                             █
         │█                             █                            █
      500┤█                             █                            █
         │█                             █                            █
         └┬─────────────────────────────┬────────────────────────────┬▶
       2014                          2015                         2016

    YEAR  SESSIONS  TWEETS  PEOPLE  NEW  RETURNING
    2014         4   4,000      20    5         15
    2015         4   6,000      20    5         15
    2016         4     500      20    5         15

    By hour of the day  America/Chicago
                                          ██▁▁
    12 a.m.     6 a.m.      noon        6 p.m.

    TOP SITES          PAGES  TWEETS  PEOPLE
    pondnotes.example      3       9       7
    "
  `);
});

test.each([40, 60, 80, 120])('nothing is wider than %i columns', (width) => {
  for (const line of renderStats(stats, chat, { ...plain, width }).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
});

test('colours only where they are wanted', () => {
  const escape = '\u001b[';
  expect(renderStats(stats, chat, plain)).not.toContain(escape);
  expect(renderStats(stats, chat, colourful)).toContain(escape);
});

test.each([
  [60, ['█', 'Q1  Q2']],
  [30, ['█', 'Q1']],
  [10, ['█', 'Q1']],
])('an hour in %i columns keeps the questions it has room for', (columns, [bar = '', labels = '']) => {
  const bars = Array.from({ length: 60 }, () => 2);
  const [line = '', marks = ''] = hourBar(
    {
      startsAt: 0,
      endsAt: 3_600_000,
      bars,
      marks: [
        { label: 'Q1', bar: 8 },
        { label: 'Q2', bar: 12 },
        { label: 'Q2b', bar: 13 },
      ],
    },
    columns,
  );
  expect([...line].every((one) => one === bar)).toBe(true);
  expect(line.length).toBeLessThanOrEqual(columns);
  expect(marks.trim().replace('Q1 Q2', 'Q1Q2')).toBe(labels);
});

test('an hour without a tweet has no lines', () => {
  expect(hourBar({ startsAt: 0, endsAt: 1, bars: [0, 0], marks: [{ label: 'Q1', bar: 0 }] }, 40)).toEqual([]);
});
