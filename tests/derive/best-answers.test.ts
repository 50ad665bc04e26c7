import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestAnswers } from '../../src/derive/best-answers.ts';
import type { AnswerView, QuestionView } from '../../src/views.ts';
import { answer } from '../render/sample.ts';
import { runs } from '../runs.ts';

const SILENT = { replies: 0, sharers: 0 };
const silence = () => SILENT;

function question(number: number, answers: readonly AnswerView[]): QuestionView {
  const text = `Q${number}: Where do tadpoles live?`;
  return { number, label: `Q${number}`, key: `q${number}`, text, askedAt: 0, askedBy: 'mod', answers };
}

const authors = (chosen: readonly (readonly AnswerView[])[]) => chosen.map((answers) => answers.map(({ author }) => author));

describe('the best answers', () => {
  const plain = answer(1, 'ana', 'A1: Deep water, warm stones, patience');
  const wordy = answer(2, 'bo', 'A1: Shallow ditches, rain barrels, buckets, puddles, fountains, gutters');
  const heard = answer(3, 'cy', 'A1: Muddy corners beside reeds');
  const passed = answer(4, 'di', 'A1: Under lily leaves mostly');

  test.each([
    ['a reply is worth three new words', new Map([[heard.key, { replies: 1, sharers: 0 }]]), ['bo', 'cy', 'ana', 'di']],
    ['two replies beat words', new Map([[heard.key, { replies: 2, sharers: 0 }]]), ['cy', 'bo', 'ana', 'di']],
    [
      'three who passed it on beat two who replied',
      new Map([
        [heard.key, { replies: 1, sharers: 0 }],
        [passed.key, { replies: 0, sharers: 3 }],
      ]),
      ['di', 'bo', 'cy', 'ana'],
    ],
  ])('%s', (_, echoes, order) => {
    const echoOf = (key: string) => echoes.get(key) ?? SILENT;
    expect(authors(bestAnswers([question(1, [plain, wordy, heard, passed])], echoOf, 4))).toEqual([order]);
  });

  test('words that were said already are not new', () => {
    const first = answer(1, 'ana', 'A1: marsh creek river lake delta lagoon');
    const same = answer(2, 'bo', 'A1: marsh creek river lake delta ocean');
    const other = answer(3, 'cy', 'A1: barrel bucket gutter');
    expect(authors(bestAnswers([question(1, [first, same, other])], silence, 3))).toEqual([['ana', 'cy', 'bo']]);
  });

  test.each([
    ['a retweet', answer(1, 'ana', 'RT @bo: A1: marsh creek river lake', { kind: 'retweet' })],
    ['a retweet by hand', answer(1, 'ana', 'Yes! RT @bo: A1: marsh creek river lake')],
    ['applause', answer(1, 'ana', 'A1: Love this!')],
    ['an answer to somebody else', answer(1, 'ana', '@bo marsh creek river lake', { depth: 1, under: 'x' })],
    ['what probably belongs elsewhere', answer(1, 'ana', 'marsh creek river lake', { certainty: 0.5 })],
    ['a tweet without an author', answer(1, null, 'A1: marsh creek river lake')],
    ['next to nothing', answer(1, 'ana', 'A1: marsh, hm')],
  ])('%s is not chosen', (_, tweet) => {
    expect(bestAnswers([question(1, [tweet])], silence, 3)).toEqual([[]]);
  });

  test('an answer with its own label is chosen although it answers another', () => {
    const labelled = answer(1, 'ana', 'A1: marsh creek river lake', { depth: 1, under: 'x' });
    expect(authors(bestAnswers([question(1, [labelled])], silence, 3))).toEqual([['ana']]);
  });
});

const word = fc.constantFrom('marsh', 'creek', 'river', 'lake', 'delta', 'lagoon', 'barrel', 'bucket', 'gutter', 'puddle');
const anyAnswer = fc.record({
  author: fc.constantFrom('ana', 'bo', 'cy', 'di', 'Ana'),
  text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `A1: ${words.join(' ')}`),
  replies: fc.nat(5),
});
const evenings = fc.array(fc.array(anyAnswer, { maxLength: 12 }), { minLength: 1, maxLength: 4 });

test('nobody comes twice to a question before the others had a turn, and the order of the archive does not matter', () => {
  fc.assert(
    fc.property(evenings, fc.integer({ min: 1, max: 6 }), (evening, limit) => {
      const echoes = new Map<string, { replies: number; sharers: number }>();
      const questions = evening.map((all, at) =>
        question(
          at + 1,
          all.map(({ author, text, replies }, index) => {
            const key = `${at}-${index}`;
            echoes.set(key, { replies, sharers: 0 });
            return answer(at * 20 + index, author, text, { key });
          }),
        ),
      );
      const echoOf = (key: string) => echoes.get(key) ?? SILENT;
      const chosen = bestAnswers(questions, echoOf, limit);
      const turns = new Map<string, number>();
      for (const [at, answers] of chosen.entries()) {
        for (const { author } of answers) {
          const name = author?.toLowerCase() ?? '';
          const left = (questions[at]?.answers ?? []).filter((one) => !answers.includes(one) && new Set(one.text.split(' ')).size > 3);
          for (const other of left) expect(turns.get(other.author?.toLowerCase() ?? '') ?? 0).toBeGreaterThanOrEqual(turns.get(name) ?? 0);
          turns.set(name, (turns.get(name) ?? 0) + 1);
        }
      }
      const turned = questions.map((one) => ({ ...one, answers: one.answers.toReversed() }));
      expect(bestAnswers(turned, echoOf, limit)).toEqual(chosen);
    }),
    { numRuns: runs(60) },
  );
});
