import { describe, expect, test } from 'vitest';
import { chatter } from '../../src/rules/chatter.ts';
import { foldText, spoken, straighten } from '../../src/rules/fold.ts';
import { answeringWords, askingWords, finalWords, followUp, partMark } from '../../src/rules/question-words.ts';
import { stem, words } from '../../src/rules/words.ts';

test('curly quotes, dashes, case and accents are folded', () => {
  expect(straighten('“Don’t” – she said…')).toBe('"Don\'t" - she said...');
  expect(foldText('Café LIFE')).toBe('cafe life');
});

test('what is said leaves out tags, handles and addresses', () => {
  expect(spoken('Look @beanlady at https://beans.example/a #gardenchat now')).toBe('Look at now');
});

describe('telling words', () => {
  test.each([
    ['A1: My students love the compost heap! #gardenchat', ['compost', 'heap']],
    ['Tonight in chat: Ss and Ts plant beans @beanlady', ['plant', 'beans']],
    ['The district’s compost, https://beans.example/compost', ['compost']],
    ['Q3 #gardenchat', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    [['grade', 'grades', 'grading', 'graded']],
    [['garden', 'gardens', 'gardening']],
    [['story', 'stories']],
    [['plan', 'plans', 'planning']],
    [['investigation', 'investigations', 'investigating']],
  ])('%s are one word', (forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });
});

test.each([
  ['How do you water?', 'question'],
  ['In what ways do you water?', 'question'],
  ['Share a picture of your plot', 'request'],
  ['It rained all day', null],
])('asking words: %s', (text, expected) => {
  expect(askingWords(text)).toBe(expected);
});

test.each([
  ['I think the soil matters', true],
  ['because bees need us', true],
  ['One worry I have is the frost', true],
  ['How do I water?', null],
])('answering words: %s', (text, expected) => {
  expect(answeringWords(text)).toBe(expected);
});

test.each([
  ['Q2 1/2 Gardens', { part: 1, of: 2 }],
  ['and the rest of it (2/2)', { part: 2, of: 2 }],
  ['Q3: (1 of 3) Roots', { part: 1, of: 3 }],
  ['on 4/17 we plant', null],
  ['no mark', null],
])('part marks: %s', (text, expected) => {
  expect(partMark(text)).toEqual(expected);
});

test('follow-ups and finals are told by their words', () => {
  expect(followUp('Q4 follow up Who waters?')).toBe(true);
  expect(followUp('They follow the sun')).toBeNull();
  expect(finalWords('Final Q: Who will you thank for the beans?')).toBe('who will you thank for the beans?');
  expect(finalWords('Last question is a hard one and we should take it up again another day')).toBeNull();
});

test.each([
  ['@beanlady so true!', true],
  ['What was Q3? #gardenchat', true],
  ['Thanks for the tip! #gardenchat', true],
  ['We let the older children water the beds in the evening', null],
])('chatter: %s', (text, expected) => {
  expect(chatter(text)).toBe(expected);
});
