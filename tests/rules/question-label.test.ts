import { describe, expect, test } from 'vitest';
import { questionLabel } from '../../src/rules/question-label.ts';

const short = (text: string): string | null => {
  const label = questionLabel(text);
  return label === null ? null : `${label.kind === 'question' ? 'Q' : 'A'}${label.number}${label.suffix} ${label.place}`;
};

describe('question labels', () => {
  test.each([
    ['Q1: Which book changed your practice?', 'Q1 start'],
    ['Q1. Which book changed your practice?', 'Q1 start'],
    ['Q1 Which book changed your practice?', 'Q1 start'],
    ['Q1) Which book changed your practice?', 'Q1 start'],
    ['Q1- Which book changed your practice?', 'Q1 start'],
    ['Q.3 Where do you keep your plans?', 'Q3 start'],
    ['Q 1 Where do you keep your plans?', 'Q1 start'],
    ['Question 1: Where do you keep your plans?', 'Q1 start'],
    ['question #1 is waiting for you', 'Q1 start'],
    [':Q6  What grows in your garden?', 'Q6 start'],
    ['Q^6 What grows in your garden?', 'Q6 start'],
    ['Q1.Why does recess matter?', 'Q1 start'],
    ['Q2When do you plant the beans?', 'Q2 start'],
    ['Nora Q1: Why does recess matter?', 'Q1 inside'],
    ['Hi Otto Q2. We have talked about recess. (1/2)', 'Q2 inside'],
    ['Here we go...Q1. Why does recess matter?', 'Q1 inside'],
    ["Here's Q3: Why does recess matter?", 'Q3 inside'],
    ['Here’s Q3: Why does recess matter?', 'Q3 inside'],
    ['Final Question  Q6 Who will you thank this week?', 'Q6 inside'],
    ['Final Q-Q6: Who will you thank this week?', 'Q6 inside'],
    ['Q5 Share a link to your garden plan', 'Q5 start'],
    ['Q5(?): Any thoughts about the bees?', 'Q5 start'],
    ['Q2 1/2 Gardens take all summer.', 'Q2 start'],
    ['Q2.7 Gardens take all summer. (1/2)', 'Q2.7 start'],
    ['Q2.1 follow-up Who waters them in July?', 'Q2.1 start'],
    ['Follow up Q3 Who waters them in July?', 'Q3 inside'],
    ['Follow up to Q5 -- who waters them in July?', 'Q5 inside'],
    ['Q4 follow up Who waters them in July?', 'Q4 start'],
    ['Q2Follow: Who waters them in July?', 'Q2 start'],
    ['Q5B Who waters them in July?', 'Q5b start'],
    ['Q1a Who waters them?', 'Q1a start'],
    ['Q6: Who waters them?  OR Q7: Who weeds?', 'Q6 start'],
    ['Q3 #gardenchat', 'Q3 start'],
    ['#gardenchat Q5: because bees need us', 'Q5 start'],
    ['Re: Q1 we water at noon', 'Q1 start'],
    ['Ok everyone, Q6: Who waters them?', 'Q6 inside'],
    ['Q1\ufe0f\u20e3: Who waters them?', 'Q1 start'],
    ['Question Three: Who waters them?', 'Q3 start'],
    ['Question one thing at a time', null],
    ['Q#4 Who waters them?', 'Q4 start'],
    ['\u2753Q4: Who waters them?', 'Q4 start'],
    ['**Q4** Who waters them?', 'Q4 start'],
    ['Back to Q3... who waters them?', null],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });
});

describe('answer labels', () => {
  test.each([
    ['A1: we water at noon', 'A1 start'],
    ['A1 we water at noon', 'A1 start'],
    ['A1. we water at noon', 'A1 start'],
    ['a6) we water at noon', 'A6 start'],
    ['A5-I am the one with the hose', 'A5 start'],
    ['A2--always in the evening', 'A2 start'],
    ['A.1 in the evening', 'A1 start'],
    ['A.5.  in the evening', 'A5 start'],
    ['A:3 in the evening', 'A3 start'],
    ['A 4 Students take turns', 'A4 start'],
    ['A1Foundation is the soil', 'A1 start'],
    ['A3P2: and then the compost', 'A3 start'],
    ['A1#compost is my word', 'A1 start'],
    ['A3:@plotkeeper has the best beans', 'A3 start'],
    ['a1: in the evening', 'A1 start'],
    ['#gardenchat A1 in the evening', 'A1 start'],
    ['@plotkeeper A1 in the evening', 'A1 start'],
    ['@plotkeeper: @beanlady A3: in the evening', 'A3 start'],
    ['.@plotkeeper A2: in the evening', 'A2 start'],
    ['We take turns, one family a week A2 #gardenchat', 'A2 end'],
    ['A4 ', 'A4 start'],
    ['Arriving late a2. in the evening', 'A2 inside'],
    ['Uma Berg, joining late. A3 in the evening', 'A3 inside'],
    ['So I missed Q1-3, but for Q4, we take turns', 'Q4 inside'],
    ['oops, A5: we take turns', 'A5 inside'],
    ['Hello all A2 I water when the sun is low', 'A2 inside'],
    ['A2a: in the evening', 'A2a start'],
    ['A1 (1/2) in the evening', 'A1 start'],
    ['A2/2. And also the compost', 'A2 start'],
    ['A1 continued: and the compost', 'A1 start'],
    ['A3 (cont.) and the compost', 'A3 start'],
    ['A6(followup): and the compost', 'A6 start'],
    ['A7.2 and the compost', 'A7.2 start'],
    ['A1&2: in the evening', 'A1 start'],
    ['A1/A2 in the evening', 'A1 start'],
    ['Answer 1: in the evening', 'A1 start'],
    ['Ans 1: in the evening', 'A1 start'],
    ['Ans 1 in the evening', 'A1 start'],
    ['\u{1f170}\ufe0f1\ufe0f\u20e3 in the evening', 'A1 start'],
    ['Answer two: in the evening', 'A2 start'],
    ['A/Q1 in the evening', 'A1 start'],
    ['“A1: we water at noon” is what she said', 'A1 start'],
    ['A1 1:1 watering cans for all', 'A1 start'],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });
});

describe('false friends', () => {
  test.each([
    ['Ravi from A2'],
    ['Hello from A2 in the rain'],
    ['Hi all, a 2 day workshop is on'],
    ['@A2Growers has the best beans'],
    ['my bean vs a 1st beginner bean'],
    ['a 2 day workshop on compost'],
    ['a 10 minute walk to the plot'],
    ['A 2 day workshop on compost'],
    ['answer 2 Qs and win a bean'],
    ['The unit LS1.D is about roots'],
    ['HS-PS1-g is on the list'],
    ['Q2 2016 budget is out'],
    ['Please sign Form A1'],
    ['https://beans.example/list%20A1.pdf'],
    ['I knew A3 would be a challenge'],
    ["With Q6 I'd love examples"],
    ['Already on Q5 and still rolling'],
    ['@beanlady answered Q1 before it was asked'],
    ['I missed Q2'],
    ['I missed Q2 #gardenchat'],
    ['Great feedback to Q1! So many beans'],
    ['oops that was my A1 answer'],
    ['Previous tweets were A4...oops!'],
    ["What's Q3?"],
    ['Can someone repost Q2?'],
    ['Q1 was a hard one'],
    ['A1st grade garden is a joy'],
    ['Q99 bottles of beans'],
    ['No label in here at all'],
    [''],
  ])('%s', (text) => {
    expect(questionLabel(text)).toBeNull();
  });
});

test('the rest of a labelled tweet starts with what it says', () => {
  expect(questionLabel('#gardenchat Q1:  Who waters?')?.rest).toBe('Who waters?');
  expect(questionLabel('We take turns A2 #gardenchat')?.rest).toBe('We take turns');
});
