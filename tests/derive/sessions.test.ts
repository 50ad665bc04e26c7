import { describe, expect, test } from 'vitest';
import { instantOf } from '../../src/calendar.ts';
import type { Chat } from '../../src/chat.ts';
import { meetingsIn } from '../../src/derive/meetings.ts';
import { cutSessions } from '../../src/derive/sessions.ts';
import { evening, gardenchat, plainSession, tweet } from './chats.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const named = (chat: Chat, tweets: Parameters<typeof cutSessions>[1]) =>
  cutSessions(chat, tweets).map(({ session, startsAt, foundBy }) => `${session} ${iso(startsAt).slice(0, 16)} ${foundBy}`);

describe('meetings of a timetable', () => {
  test('follow the wall clock through summer and winter', () => {
    expect(meetingsIn(gardenchat, { from: '2016-03-06', until: '2016-03-21' }).map(({ startsAt }) => iso(startsAt))).toEqual([
      '2016-03-07T02:00:00.000Z',
      '2016-03-14T01:00:00.000Z',
      '2016-03-21T01:00:00.000Z',
    ]);
  });

  test('keep to their years and to the Sundays of a month', () => {
    const chat = {
      ...gardenchat,
      schedule: [{ weekday: 'sunday', time: '20:00', minutes: 60, from: '2016-05-08', until: '2016-05-31', ofMonth: [1, 2, 3] }],
    } as const;
    expect(meetingsIn(chat, { from: '2016-05-01', until: '2016-07-01' }).map(({ date }) => date)).toEqual(['2016-05-08', '2016-05-15']);
  });
});

describe('sessions', () => {
  test.each([
    ['in winter', '2016-01-17', '2016-01-17 2016-01-18T02:00 schedule'],
    ['in summer', '2016-07-17', '2016-07-17 2016-07-18T01:00 schedule'],
    ['over New Year', '2017-01-01', '2017-01-01 2017-01-02T02:00 schedule'],
    ['on the night the clocks go forward', '2016-03-13', '2016-03-13 2016-03-14T01:00 schedule'],
  ])('start on the scheduled hour %s', (_name, date, expected) => {
    expect(named(gardenchat, plainSession(date))).toEqual([expected]);
  });

  test('do not depend on the order of the tweets', () => {
    const tweets = plainSession('2016-04-17');
    expect(cutSessions(gardenchat, tweets.toReversed())).toEqual(cutSessions(gardenchat, tweets));
  });

  test('are found on a moved evening by their burst', () => {
    expect(named(gardenchat, plainSession('2016-04-13', '19:30'))).toEqual(['2016-04-13 2016-04-14T00:30 burst']);
  });

  test('are found at their own hour when the timetable is wrong by one', () => {
    expect(named(gardenchat, plainSession('2016-04-17', '19:00'))).toEqual(['2016-04-17 2016-04-18T00:00 burst']);
  });

  test('may be two on one day', () => {
    expect(named(gardenchat, [...plainSession('2016-04-17', '12:00'), ...plainSession('2016-04-17')])).toEqual([
      '2016-04-17 2016-04-17T17:00 burst',
      '2016-04-17b 2016-04-18T01:00 schedule',
    ]);
  });

  test('may follow each other without a pause when the second one opens anew', () => {
    const chat: Chat = { ...gardenchat, schedule: [...gardenchat.schedule, { weekday: 'sunday', time: '21:00', minutes: 60 }] };
    expect(named(chat, [...plainSession('2016-04-17'), ...plainSession('2016-04-17', '21:00')])).toEqual([
      '2016-04-17 2016-04-18T01:00 schedule',
      '2016-04-17b 2016-04-18T02:00 schedule',
    ]);
  });

  test('are accepted small where the timetable expects one, even with one person', () => {
    const alone = evening('2016-04-17', [
      [3, 'ash', 'A1: radish'],
      [14, 'ash', 'A2: dry leaves'],
      [30, 'ash', 'What a night'],
      [45, 'ash', 'Water at dusk'],
    ]);
    expect(named(gardenchat, alone)).toEqual(['2016-04-17 2016-04-18T01:00 schedule']);
    const elsewhere = evening('2016-04-13', [
      [3, 'ash', 'radish'],
      [14, 'ash', 'dry leaves'],
      [30, 'ash', 'What a night'],
      [45, 'ash', 'Water at dusk'],
    ]);
    expect(named(gardenchat, elsewhere)).toEqual([]);
  });

  test('leave stray tweets of the week out and take early birds, invitations and the tail in', () => {
    const stray = evening(
      '2016-04-15',
      [
        [0, 'ash', 'Anybody have seeds?'],
        [300, 'elm', 'Lots of seeds here'],
      ],
      '10:00',
    );
    const before = evening('2016-04-17', [
      [-40, 'rowan', 'Join us in 40 minutes for #gardenchat!'],
      [-10, 'fir', 'Ready early'],
    ]);
    const after = evening(
      '2016-04-17',
      [
        [70, 'fir', 'Good night'],
        [82, 'ash', 'A4: late but here'],
        [300, 'elm', 'Morning all'],
      ],
      '20:00',
    ).map((one, index) => ({ ...one, key: `late-${index}` }));
    const [session] = cutSessions(gardenchat, [
      ...stray,
      ...before.map((one, index) => ({ ...one, key: `early-${index}` })),
      ...plainSession('2016-04-17'),
      ...after,
    ]);
    expect(session?.tweets).toHaveLength(plainSession('2016-04-17').length + 4);
  });

  test('stand out of a hashtag that is busy all day', () => {
    const start = instantOf('2016-04-11', '08:00', gardenchat.zone);
    const allWeek = Array.from({ length: 7 * 24 * 10 }, (_, index) =>
      tweet({ key: `busy-${index}`, createdAt: start + index * 360_000, author: `reader${index % 90}`, text: 'A good read #gardenchat' }),
    );
    const chat = plainSession('2016-04-17').flatMap((one, index) => [
      one,
      { ...one, key: `twin-${index}`, createdAt: one.createdAt + 20_000, text: 'Yes indeed #gardenchat' },
    ]);
    expect(
      named(
        gardenchat,
        [...allWeek, ...chat].toSorted((a, b) => a.createdAt - b.createdAt),
      ),
    ).toEqual(['2016-04-17 2016-04-18T01:00 schedule']);
    expect(named(gardenchat, allWeek)).toEqual([]);
  });

  test('that run past midnight belong to the evening they began on', () => {
    const chat: Chat = { ...gardenchat, schedule: [] };
    expect(named(chat, plainSession('2016-04-16', '23:30'))).toEqual(['2016-04-16 2016-04-17T04:30 burst']);
  });

  test('of no tweets are none', () => {
    expect(cutSessions(gardenchat, [])).toEqual([]);
  });
});

test('a slow chat is one session a week, named by its Monday', () => {
  const lines = Array.from(
    { length: 12 },
    (_, index) => [index * 600, index % 3 === 0 ? 'rowan' : `person${index % 4}`, `Thought ${index}`] as const,
  );
  const tweets = evening('2016-04-12', lines);
  expect(cutSessions({ ...gardenchat, slow: true }, tweets)).toMatchObject([{ session: '2016-04-11', date: '2016-04-11', tweets }]);
  expect(cutSessions({ ...gardenchat, slow: true }, tweets.slice(0, 3))).toEqual([]);
});
