import { expect, test } from 'vitest';
import { doubtsOf } from '../../src/render/doubts.ts';
import { answersInShort } from '../../src/rules/answers-in-short.ts';
import type { AnswerPlace, QuestionOutline } from '../../src/views.ts';
import { session } from './sample.ts';

const answers = (count: number, certainty: number): AnswerPlace[] => {
  const [first] = session.questionList.flatMap((question) => question.answers);
  if (first === undefined) throw new Error('the sample has no answer');
  return Array.from({ length: count }, (_, index) => ({ ...first, key: `answer-${index}`, certainty }));
};
const question = ({
  answers: places = answers(6, 0.99),
  ...more
}: Partial<Omit<QuestionOutline, 'answers'>> & { answers?: AnswerPlace[] }): QuestionOutline => ({
  number: 1,
  label: 'Q1',
  key: '1',
  text: 'Who waters?',
  askedAt: 0,
  askedBy: 'rowan',
  answers: answersInShort(places, 3),
  ...more,
});
const about = (questionList: readonly QuestionOutline[], more: { tweets?: number; people?: number } = {}) =>
  doubtsOf({ ...session, tweets: 40, people: 8, ...more, questionList }).map((doubt) => doubt.split(/[.:(]/)[0]?.trim() ?? '');

test.each<[string, string[], string[]]>([
  ['numbers, words and labels leave none', about([question({}), question({ number: 2 })]), []],
  ['no question', about([]), ['No question was recognised']],
  ['a handful of tweets needs none', about([], { tweets: 4 }), []],
  ['no numbers', about([question({ guessed: true }), question({})]), ['Most questions bear no number']],
  ['one of three is not most', about([question({ guessed: true }), question({}), question({})]), []],
  ['pictures', about([question({ text: '', guessed: true })]), ['The words of most questions are in no tweet']],
  [
    'answers by the clock alone',
    about([question({ answers: [...answers(9, 0.55), ...answers(3, 0.99)] })]),
    ['9 of 12 answers carry no label, and their question is no more than likely'],
  ],
  ['one person', about([question({})], { people: 1 }), ['One person wrote all of it']],
])('doubts: %s', (_name, told, expected) => {
  expect(told).toEqual(expected);
});
