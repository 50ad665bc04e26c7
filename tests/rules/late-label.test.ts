import { expect, test } from 'vitest';
import { lateLabel } from '../../src/rules/late-label.ts';

test.each([
  ['Previous tweets were A4...oops! #gardenchat', { number: 4, several: true }],
  ['oops that was my A1 answer #gardenchat', { number: 1, several: false }],
  ['Oops, my last tweet should have been A3', { number: 3, several: false }],
  ['Sorry, those were answers to Q2', { number: 2, several: true }],
  ['That was A6, I forgot the label', { number: 6, several: false }],
  ['A1: That was the best harvest yet', null],
  ['That was a 2 day workshop', null],
  ['Was that my A1?', null],
  ['That was A5?', null],
  ['I missed A2', null],
  ['Those were the beds for our first beans, and the ones for peas we will dig when that was A1 in the plan we made', null],
])('late label: %s', (text, expected) => {
  expect(lateLabel(text)).toEqual(expected);
});
