import { expect, test } from 'vitest';
import { siteTopics, topicsBySession } from '../../src/derive/site-topics.ts';
import { summary } from '../render/sample.ts';

const held = (session: string, text: string, source: 'stated' | 'derived', terms: readonly string[] = []) => ({
  ...summary,
  session,
  topic: { text, source, terms },
});
const others = Array.from({ length: 10 }, (_, at) => held(`2015-01-${10 + at}`, '', 'derived'));

const sessions = [
  ...others,
  held('2016-01-03', 'Homework', 'stated', ['nights', 'feedback']),
  held('2016-01-10', 'nights, forts', 'derived', ['nights', 'forts']),
  held('2016-01-17', 'homework ', 'stated', ['worksheets']),
  held('2016-01-24', 'Student voice', 'stated', ['voices', 'choir']),
  held('2016-01-31', 'student voice', 'stated', ['choir']),
];

test('topics are what was stated, in any spelling, and words that different sessions share', () => {
  const topics = siteTopics(sessions).map(({ text, sessions: own }) => [text, own.map(({ session }) => session)]);
  expect(topics).toEqual([
    ['homework ', ['2016-01-17', '2016-01-03']],
    ['nights', ['2016-01-10', '2016-01-03']],
    ['student voice', ['2016-01-31', '2016-01-24']],
  ]);
});

test('every session knows its topics', () => {
  expect([...topicsBySession(siteTopics(sessions))].map(([session, topics]) => `${session}: ${topics.join(', ')}`).toSorted()).toEqual([
    '2016-01-03: homework , nights',
    '2016-01-10: nights',
    '2016-01-17: homework ',
    '2016-01-24: student voice',
    '2016-01-31: student voice',
  ]);
});
