import { describe, expect, test } from 'vitest';
import { archiveNote } from '../../src/rules/archive-note.ts';
import { crossPost } from '../../src/rules/cross-post.ts';
import { formatRule } from '../../src/rules/format-rule.ts';
import { handover } from '../../src/rules/handover.ts';
import { introduction } from '../../src/rules/introduction.ts';
import { labelTalk } from '../../src/rules/label-talk.ts';
import { declaresModerator, namedModerators } from '../../src/rules/named-moderators.ts';
import { nextSession } from '../../src/rules/next-session.ts';
import { promotion } from '../../src/rules/promotion.ts';
import { questionPointer, seeksQuestion } from '../../src/rules/question-pointer.ts';
import { quotedStatus } from '../../src/rules/quoted-status.ts';
import { retweetHeader } from '../../src/rules/retweet-header.ts';
import { teaser } from '../../src/rules/teaser.ts';
import { welcome } from '../../src/rules/welcome.ts';
import { wrapUp } from '../../src/rules/wrap-up.ts';

describe('teasers', () => {
  test.each([
    ['Q1 coming up! #gardenchat', 1],
    ["Q3 comin' right up #gardenchat", 3],
    ['Here comes Q2!', 2],
    ['Here comes question 4. . .', 4],
    ['Q3. in the on-deck circle. . .', 3],
    ['Q5 on deck', 5],
    ['Question 2 on the horizon', 2],
    ['Question 5 is primed for launch', 5],
    ['Q4 is about to hit your screens', 4],
    ['Q4. is on the way!', 4],
    ['Q5 on it’s way', 5],
    ['Next at bat?  Q6!', 6],
    ['Question 3 coming up... Nora, feel free to bring your own beans along', 3],
    ['Ready for roots?  Question 4 coming up', 4],
    ['Last question . . . #gardenchat', null],
    ['Last question coming up', null],
    ['Going to skip to last question. . .', null],
    ["Q6 from me, wish me luck… it's coming up", 6],
    ['Q2 in a minute, friends', 2],
    ['Q3 in 3, 2, 1...', 3],
    ['Question 2 is next!', 2],
    ['And now... Q5!', 5],
    ['Drumroll please... Q7', 7],
    ['Here comes Q2! Ready?', 2],
  ])('%s', (text, number) => {
    expect(teaser(text)).toEqual({ number });
  });

  test.each([
    ['Q3: What is coming up in your garden this spring?'],
    ['Q5 Share what is on the way in your plot this summer and why it matters?'],
    ['Final Q: Who will you thank this week, and how will you do it?'],
    ['A3: the beans are coming up'],
    ['Final question coming up… Q5. What are your tips for the first frost?'],
    ['Hello all, a bit late but in time for Q1'],
    ['Who is ready for summer?'],
    ['Here comes Q2! Who weeds?'],
    ['And now Q3: share your plan'],
    ['Q4: What do you see when spring is coming up, and what does it bring you?'],
    ['Q4 the beans are up, and the peas: it is the next thing we pick'],
  ])('%s is none', (text) => {
    expect(teaser(text)).toBeNull();
  });
});

describe('pointers to questions', () => {
  test.each([
    ['Question 3 here! https://twitter.com/plotkeeper/status/700000000000000001', { number: 3, names: false }],
    ['Q2 here on #gardenchat https://t.co/abc', { number: 2, names: false }],
    ['This is Q2! https://twitter.com/plotkeeper/status/700000000000000001', { number: 2, names: true }],
    ['Sorry, forgot to tag the Q#  Here is Q4 https://twitter.com/plotkeeper/status/700000000000000001', { number: 4, names: true }],
    ['Question 7, in case you missed it https://t.co/abc', { number: 7, names: false }],
  ])('%s', (text, expected) => {
    expect(questionPointer(text)).toEqual(expected);
  });

  test.each([
    ["What's Q3?"],
    ['Can someone repost Q2?'],
    ['What is Question 4?'],
    ['Q4 ? https://twitter.com/plotkeeper/status/700000000000000001'],
    ['Are we on Q2?'],
    ['Q3: Which of the beans that you planted in spring came up first, and why?'],
  ])('%s is none', (text) => {
    expect(questionPointer(text)).toBeNull();
  });
});

test.each([
  ["What's Q3?", true],
  ['Can someone repost Q2?', true],
  ['Did I miss Q6?', true],
  ['Q4 ? https://twitter.com/plotkeeper/status/700000000000000001', true],
  ['Which beds are those in Q3: the sunny ones or those in the shade of our wall?', null],
  ['Question 3 here!', null],
  ['Q3: Who waters?', null],
])('seeks a question: %s', (text, expected) => {
  expect(seeksQuestion(text)).toBe(expected);
});

test.each([
  ['I knew A3 would be a challenge', true],
  ["With Q6 I'd love examples", true],
  ['Already on Q5 and still rolling', true],
  ['@beanlady answered Q1 before it was asked', true],
  ['Loved your A4!', true],
  ['Radishes, and that is for the first week of the year', null],
  ['oops, A5: we take turns', null],
  ['Q5: because bees need us', null],
  ['We have a plan for the beds of our neighbours, and with Q2 in mind we will dig more of them in spring', null],
])('talk about questions: %s', (text, expected) => {
  expect(labelTalk(text)).toBe(expected);
});

test.each([
  ['Win a planner! #edchat #satchat #ntchat #gardenchat #edtech https://shop.example/p', true],
  ['Win a planner! #edchat #edchat #edchat #EDCHAT #gardenchat https://shop.example/p', null],
  ['We grow #beans #peas and #kale #gardenchat', null],
  ['The plan: https://beans.example/p#one#two#three#four#five #gardenchat', null],
])('sent to many hashtags: %s', (text, expected) => {
  expect(crossPost(text)).toBe(expected);
});

test.each([
  ['Continue the conversation NOW at #treechat', true],
  ['Keep the learning going over at #treechat', true],
  ['Head over to #treechat', true],
  ['We keep the gate open for neighbours #gardenchat', null],
  ['Let us continue with the beds', null],
])('handover: %s', (text, expected) => {
  expect(handover(text)).toBe(expected);
});

test.each([
  ['Please welcome our guest moderators @maple and @Olive', ['maple', 'olive']],
  ['Co-moderating with @maple', ['maple']],
  ['TY to our moderators @maple @olive', ['maple', 'olive']],
  ['Please help me welcome the wonderful @maple as co-host of tonight’s #gardenchat', ['maple']],
  ['We have the pleasure of having Olive @olive with us today to host the chat', ['olive']],
  ['Thanks @maple for the beans', null],
  ['@maple our class is a host to many bees', null],
  ['Our guest moderator is late', null],
  ['@maple we host a market in June', null],
])('names moderators: %s', (text, expected) => {
  expect(namedModerators(text)).toEqual(expected);
});

test.each([
  ['Hi all! Co-moderating with @maple tonight', true],
  ["Olive here, I'm your host tonight", true],
  ['I’ll be moderating #gardenchat', true],
  ['I am Olive, head gardener in Dunlin Bay & co-mod of #gardenchat', true],
  ["I'm hosting a plant sale on Sunday", null],
  ['Our guest moderator is late', null],
])('says that it moderates: %s', (text, expected) => {
  expect(declaresModerator(text)).toBe(expected);
});

test('a quoted status is read even where its address was cut behind the id', () => {
  expect(quotedStatus('Yes! https://twitter.com/plotkeeper/status/700000000000000001…')).toBe('700000000000000001');
  expect(quotedStatus('https://beans.example/status')).toBeNull();
});

describe('passed on tweets', () => {
  test.each([
    ['RT @plotkeeper: Q3 Who waters?', { comment: '', author: 'plotkeeper', body: 'Q3 Who waters?' }],
    ['Great question ;) RT @plotkeeper: Q6: Who waters?', { comment: 'Great question ;)', author: 'plotkeeper', body: 'Q6: Who waters?' }],
    ['MT @plotkeeper: beans first', { comment: '', author: 'plotkeeper', body: 'beans first' }],
    ['"@beanlady: A2 beans first"', { comment: '', author: 'beanlady', body: 'A2 beans first"' }],
    ['Love this! @beanlady: A4: beans first', { comment: 'Love this!', author: 'beanlady', body: 'A4: beans first' }],
  ])('%s', (text, expected) => {
    expect(retweetHeader(text)).toEqual(expected);
  });

  test.each([['@beanlady beans first'], ['Thanks @beanlady for the beans'], ['Start with the soil']])('%s is nobody else’s', (text) => {
    expect(retweetHeader(text)).toBeNull();
  });
});

describe('the frame of a session', () => {
  test.each([
    ['welcome', welcome, 'Welcome to #gardenchat!'],
    ['welcome', welcome, 'Good evening and welcome to #gardenchat, everyone'],
    ['format rule', formatRule, "We'll be using a Q1/A1 format"],
    ['format rule', formatRule, 'We’ll be following a Q1/A1 format. Please respond with an “A” and the number.'],
    ['format rule', formatRule, 'We will precede questions with Q1, Q2, Q3 etc.'],
    ['format rule', formatRule, 'Please answer with A1, A2 and so on'],
    ['format rule', formatRule, 'Don’t forget to add A1. A2. etc. to your answers'],
    ['promotion', promotion, '#gardenchat starts in 10 minutes. Beans are the topic. #edchat'],
    ['promotion', promotion, 'Join us in 30 minutes for #gardenchat!'],
    ['promotion', promotion, 'Join us at 8 PM ET for #gardenchat! Beans for beginners'],
    ['wrap', wrapUp, "That's a wrap, friends"],
    ['wrap', wrapUp, 'Thanks for joining #gardenchat!'],
    ['archive note', archiveNote, 'This chat will be archived on the wiki by tomorrow'],
    ['archive note', archiveNote, 'I will storify & tweet out the link'],
  ])('%s: %s', (_name, rule, text) => {
    expect(rule(text)).toBe(true);
  });

  test.each([
    ['welcome', welcome, '@newgrower Welcome to #gardenchat'],
    ['welcome', welcome, 'You are welcome to try it'],
    ['format rule', formatRule, 'A1: a letter format works for our reports'],
    ['format rule', formatRule, 'Q1: Which format do your plans have?'],
    ['promotion', promotion, 'A2: in 10 minutes we water it all'],
    ['wrap', wrapUp, '@beanlady thanks for joining us'],
    ['wrap', wrapUp, 'A3: wrap the roots in cloth'],
    ['archive note', archiveNote, 'A4: we keep our seeds in a box'],
  ])('%s is not: %s', (_name, rule, text) => {
    expect(rule(text)).toBeNull();
  });

  test.each([
    ['Please introduce yourself: name, what you do, where you’re from', 'call'],
    ['Good evening, Tess, principal from Dunlin Bay', 'self'],
    ['Lurking tonight', 'late'],
    ['just here to learn', 'late'],
    ['Late to the party, sorry', 'late'],
    ['Ravi from A2', 'self'],
    ['Seeds from the market', null],
    ['A1: compost makes the beans grow', null],
  ])('introduction: %s', (text, expected) => {
    expect(introduction(text)).toBe(expected);
  });

  test.each([
    ['Our next chat will be MAY 15 at 9 PM ET', { topic: null }],
    ['We’ll be back on JULY 30 at 9 PM focusing on compost heaps!', { topic: 'compost heaps' }],
    ['Please take the poll for our next topic', { topic: null }],
    ['Next Sunday, April 17 at 7 PM CT: seed libraries, with @olive!', { topic: 'seed libraries' }],
    ['Next week, April 10 at 7 PM CT: seed libraries. Bring a seed if you can', { topic: 'seed libraries' }],
    ['Next Sunday, April 24, is #gardenchat LIVE: seed libraries, on video at 7 PM CT', { topic: 'seed libraries, on video' }],
    ['Next Sunday at 8:00 we meet again', { topic: null }],
    ['No #gardenchat next week: happy holidays to all of you', { topic: null }],
    ['We take a break next Sunday: the gate stays shut', { topic: null }],
    ['Our next chat is about winter herbs #gardenchat', { topic: 'winter herbs' }],
    ['Next chat: May 15 - thoughts on the focus of slugs?', { topic: null }],
    ["We'll be back in two weeks, talking about slugs", { topic: null }],
    ['A1: next to the compost heap', null],
  ])('next session: %s', (text, expected) => {
    expect(nextSession(text)).toEqual(expected);
  });
});
