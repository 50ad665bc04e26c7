import { describe, expect, test } from 'vitest';
import { type Heard, median, questionFigures, sessionFigures, usualFigures } from '../../src/derive/debrief.ts';

const ask = (number: number, askedAt: number, label = `Q${number}`) => ({
  number,
  label,
  text: `${label} where?`,
  askedAt: askedAt * 1000,
});

function said(second: number, author: string, question: number | null, more: Partial<Heard> = {}): Heard {
  return { author, text: 'A: in the pond', kind: 'original', role: 'answer', question, createdAt: second * 1000, ...more };
}

describe('the figures of a question', () => {
  test('answers, people, seconds to the first and the last of them, and the share of retweets', () => {
    const tweets = [said(30, 'ana', 1), said(40, 'bo', 1), said(100, 'Ana', 1), said(110, 'cy', 1, { kind: 'retweet', role: 'talk' })];
    expect(questionFigures([ask(1, 0)], tweets)).toEqual([
      { label: 'Q1', text: 'Q1 where?', answers: 3, people: 2, firstAnswer: 30, tail: 100, echo: 0.25 },
    ]);
  });

  test('what was said before the question, or more than a day after it, is no time to an answer', () => {
    const [figures] = questionFigures([ask(1, 50)], [said(10, 'ana', 1), said(200_000, 'bo', 1)]);
    expect(figures).toMatchObject({ answers: 2, firstAnswer: null, tail: null, echo: 0 });
  });

  test('the parts of a question are one', () => {
    const parts = [ask(2, 0, 'Q2a'), ask(2, 60, 'Q2b')];
    expect(questionFigures(parts, [said(70, 'ana', 2)])).toEqual([
      { label: 'Q2a/Q2b', text: 'Q2a where? Q2b where?', answers: 1, people: 1, firstAnswer: 70, tail: 70, echo: 0 },
    ]);
  });

  test('a question nobody answered has nothing to measure', () => {
    expect(questionFigures([ask(1, 0)], [])).toMatchObject([{ answers: 0, people: 0, firstAnswer: null, tail: null, echo: null }]);
  });
});

test('the figures of a session: medians of its questions, and who only passed on', () => {
  const tweets = [said(10, 'ana', 1), said(20, 'bo', 1), said(90, 'ana', 2), said(95, 'cy', 2, { kind: 'retweet', role: 'talk' })];
  expect(sessionFigures([ask(1, 0), ask(2, 60)], tweets)).toEqual({
    tweets: 4,
    people: 3,
    questions: 2,
    answers: 1.5,
    firstAnswer: 20,
    tail: 25,
    echo: 0.25,
    speaking: 2 / 3,
  });
});

test.each([
  [[], null],
  [[null], null],
  [[3], 3],
  [[1, null, 9], 5],
  [[9, 1, 2], 2],
])('the median of %j is %j', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('nothing is usual without other sessions', () => {
  expect(usualFigures([])).toBeNull();
});
