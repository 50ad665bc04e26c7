import { expect, test } from 'vitest';
import { announcedTopics, type Announcing } from '../../src/derive/announced-topics.ts';
import { deriveSessions } from '../../src/derive/session.ts';
import { evening, gardenchat, plainSession } from './chats.ts';

const HOUR = 3_600_000;
const at = (session: string, nextTopic: string | null = null, hour = 1): Announcing => ({
  session,
  startsAt: Date.parse(session.slice(0, 10)) + hour * HOUR,
  nextTopic,
});

test.each<[string, readonly Announcing[], Readonly<Record<string, string>>]>([
  ['the next session takes it', [at('2016-04-10', 'roots'), at('2016-04-17')], { '2016-04-17': 'roots' }],
  ['in any order', [at('2016-04-17'), at('2016-04-10', 'roots')], { '2016-04-17': 'roots' }],
  ['a day later than a week is near enough', [at('2016-04-10', 'roots'), at('2016-04-18')], { '2016-04-18': 'roots' }],
  ['two weeks are not', [at('2016-04-10', 'roots'), at('2016-04-24')], {}],
  ['only the next one takes it', [at('2016-04-10', 'roots'), at('2016-04-12'), at('2016-04-17')], { '2016-04-12': 'roots' }],
  [
    'a second session that day is not the next one',
    [at('2016-04-10', 'roots'), at('2016-04-10b', null, 7), at('2016-04-17')],
    { '2016-04-17': 'roots' },
  ],
  [
    'the last word of a day counts',
    [at('2016-04-10', 'roots'), at('2016-04-10b', 'bulbs', 7), at('2016-04-17')],
    { '2016-04-17': 'bulbs' },
  ],
  ['nothing announced is nothing said', [at('2016-04-10'), at('2016-04-17')], {}],
])('announced topics: %s', (_name, sessions, expected) => {
  expect(Object.fromEntries(announcedTopics(sessions))).toEqual(expected);
});

test('a moderator announces, others only wish', () => {
  const talk = evening('2016-04-17', [
    [57, 'ash', 'Next week we should be talking about slugs'],
    [58, 'rowan', "Thanks all! We'll be back next Sunday, talking about winter herbs"],
    [59, 'elm', "RT @rowan: We'll be back next Sunday, talking about frost"],
  ]);
  const [session] = deriveSessions(gardenchat, [...plainSession('2016-04-17').slice(0, -1), ...talk]);
  expect(session?.nextTopic).toBe('winter herbs');
});
