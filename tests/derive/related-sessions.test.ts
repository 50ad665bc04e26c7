import { expect, test } from 'vitest';
import { relatedSessions } from '../../src/derive/related-sessions.ts';
import { summary } from '../render/sample.ts';

const about = (session: string, text: string) => ({ ...summary, session, topic: { text, source: 'stated' as const, terms: [] } });
const own = about('2016-04-17', 'Feedback and retakes');
const sessions = [
  about('2015-01-04', 'Retaking tests'),
  about('2015-02-01', 'Feedback before a retake'),
  about('2015-03-01', 'Recess'),
  about('2016-01-10', 'Peer feedback'),
  own,
  about('2016-05-01', 'Feedback again'),
];
const questions = [
  { session: '2015-02-01', label: 'Q1', text: 'Who helps?' },
  { session: '2015-02-01', label: 'Q2', text: 'When does feedback make a retake worthwhile?' },
  { session: '2015-02-01', label: 'Q3', text: 'Who asks for feedback?' },
];

test('earlier sessions that share words of the topic, most of them first, then the newest, each with its nearest question', () => {
  expect(relatedSessions(own, sessions, questions).map(({ session, question }) => [session.session, question?.label ?? null])).toEqual([
    ['2015-02-01', 'Q2'],
    ['2016-01-10', null],
    ['2015-01-04', null],
  ]);
});

test('a session without a topic is near to nothing', () => {
  expect(relatedSessions(about('2016-04-17', ''), sessions, questions)).toEqual([]);
});
