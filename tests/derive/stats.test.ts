import { expect, test } from 'vitest';
import { statsOf } from '../../src/derive/stats.ts';

const ZONE = 'America/Chicago';
const at = (iso: string, author: string | null) => ({ author, createdAt: Date.parse(iso) });
const everything = () => true;

const tweets = [
  // Still 2015 and New Year's Eve, in Iowa.
  at('2016-01-01T04:30:00Z', 'ana'),
  at('2016-01-04T02:05:00Z', 'Ana'),
  at('2016-01-04T02:06:00Z', 'bo'),
  at('2017-01-09T02:00:00Z', 'bo'),
  at('2017-01-09T02:30:00Z', null),
];
const share = (host: string, canonical: string, author: string | null) => ({ host, canonical, author, createdAt: 0 });

test('years are local, and a person is new in the first of them', () => {
  const { years, months, hours, ...all } = statsOf(ZONE, { tweets, sessions: ['2016-01-03', '2017-01-08'], shares: [] }, everything);
  expect(all).toEqual({ tweets: 5, people: 2, sessions: 2, sites: [] });
  expect(years).toEqual([
    { name: '2015', tweets: 1, people: 1, newPeople: 1, returning: 0, sessions: 0 },
    { name: '2016', tweets: 2, people: 2, newPeople: 1, returning: 1, sessions: 1 },
    { name: '2017', tweets: 2, people: 1, newPeople: 0, returning: 1, sessions: 1 },
  ]);
  expect(months.map(({ name }) => name)).toEqual(['2015-12', '2016-01', '2017-01']);
  expect([hours[20], hours[22], hours.length]).toEqual([4, 1, 24]);
});

test('who is new is known although only a later time is asked for', () => {
  const { years, people } = statsOf(ZONE, { tweets, sessions: [], shares: [] }, (date) => date >= '2017');
  expect([people, years]).toEqual([1, [{ name: '2017', tweets: 2, people: 1, newPeople: 0, returning: 1, sessions: 0 }]]);
});

test('sites come by people, then by tweets', () => {
  const shares = [
    share('a.example', 'a/1', 'ana'),
    share('a.example', 'a/1', 'Ana'),
    share('b.example', 'b/1', 'ana'),
    share('b.example', 'b/2', 'bo'),
    share('c.example', 'c/1', null),
  ];
  expect(statsOf(ZONE, { tweets: [], sessions: [], shares }, everything).sites).toEqual([
    { host: 'b.example', pages: 2, tweets: 2, people: 2 },
    { host: 'a.example', pages: 1, tweets: 2, people: 1 },
    { host: 'c.example', pages: 1, tweets: 1, people: 1 },
  ]);
});
