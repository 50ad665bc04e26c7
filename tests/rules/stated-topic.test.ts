import { expect, test } from 'vitest';
import { statedTopic } from '../../src/rules/stated-topic.ts';

test.each([
  ["Tonight we'll be talking about school gardens! #gardenchat", 'school gardens'],
  ['Today we’ll be focusing on compost and worms. Please remember to use #gardenchat', 'compost and worms'],
  ['Our focus will be the first frost.', 'the first frost'],
  ['Our topic= Seeds We’re so excited you are here #gardenchat', 'Seeds'],
  ['Topic: winter greens #gardenchat', 'winter greens'],
  ['Topics: winter greens and cold frames', 'winter greens and cold frames'],
  ["Tonight's topic- raised beds. We will do Q&A", 'raised beds'],
  ["#gardenchat starts in 10 minutes. Raised beds tonight's topic. #edchat #scichat", 'Raised beds'],
  ["Join us in 30 minutes for #gardenchat! We'll be discussing raised beds #edchat", 'raised beds'],
  ["Join us at 8 PM ET for #gardenchat! We'll be talking raised beds", 'raised beds'],
  ['Welcome to #gardenchat! Tonight is about school gardens', 'school gardens'],
  ["Tonight's chat is all about cold frames #gardenchat", 'cold frames'],
  ['Hi all! Our topic tonight is school gardens in hard winters', 'school gardens in hard winters'],
  ['Tonight’s topic: winter herbs with our guest moderator @olive', 'winter herbs'],
  ['Our topic? The compost heap & what it wants from us. Blog here: https://t.co/x', 'The compost heap & what it wants from us'],
  ["30 mins to #gardenchat, we'll be discussing cold frames & first frosts", 'cold frames & first frosts'],
  ['Welcome to the #gardenchat, the topic Olive will be discussing with us will be: growing under glass', 'growing under glass'],
  ["We'll be talking best of #seeds today! https://t.co/x #gardenchat", 'best of seeds'],
  ["We'll be talking about mulch on #gardenchat today!", 'mulch'],
  ['Topic tonight: rain barrels and summer water. Use A1 for answers to Q1', 'rain barrels and summer water'],
  ["Tonight we'll be talking about the #school #garden rules", 'the school garden rules'],
])('%s', (text, topic) => {
  expect(statedTopic(text)?.topic).toBe(topic);
});

test.each([
  ['Welcome to #gardenchat! We have lots of stuff to talk about this week!'],
  ['Q1: What topic do your students like best?'],
  ['A1: my focus is on the soil'],
  ['So excited to join #gardenchat tonight!'],
  ["Tonight we'll be talking about it!"],
])('%s states none', (text) => {
  expect(statedTopic(text)).toBeNull();
});

test('a plain statement ranks before a loose one', () => {
  const plain = statedTopic("Tonight's topic is seeds");
  const loose = statedTopic('Join us to talk about seeds, soil and spades');
  expect(plain?.rank).toBeLessThan(loose?.rank ?? -1);
});
