/** How sure a placement is, what is said of doubts, and questions that nobody was seen asking. */
import { describe, expect, test } from 'vitest';
import { deriveSessions, evidenceOf } from '../../src/derive/session.ts';
import { whyOf } from '../../src/derive/why.ts';
import { evening, gardenchat, plainSession } from './chats.ts';

const DATE = '2016-04-17';

type Line = Parameters<typeof evening>[1][number];

function sessionOf(lines: readonly Line[], chat = gardenchat) {
  const tweets = evening(DATE, lines).toSorted((a, b) => a.createdAt - b.createdAt);
  const [session] = deriveSessions(chat, tweets);
  if (session === undefined) throw new Error('no session');
  const placed = new Map(session.placements.map((placement) => [placement.key, placement]));
  return { session, tweets, of: (text: string) => placed.get(tweets.find((tweet) => tweet.text.startsWith(text))?.key ?? '') };
}

// An evening whose third question stands on a picture.
function pictured(caption: string | null): Line[] {
  const people = ['ash', 'birch', 'cedar', 'dogwood', 'elm', 'fir'];
  const answers = (number: number, at: number): Line[] =>
    people.map((author, nth) => [at + 2 + nth, author, `A${number}: ${author} mulches with straw and leaves`] as const);
  const picture: Line[] = caption === null ? [] : [[28, 'rowan', caption, { media: [{ short: null, url: 'https://pbs.example/q3.jpg' }] }]];
  return [
    [0, 'rowan', 'Welcome to #gardenchat!'],
    [8, 'rowan', 'Q1: Which vegetables do your youngest pupils plant first, and why?'],
    ...answers(1, 8),
    [18, 'rowan', 'Q2: How do you keep the compost heap from smelling in June?'],
    ...answers(2, 18),
    ...picture,
    ...answers(3, 28),
    [36, 'ash', 'Straw everywhere, and we are never short of it'],
    [42, 'rowan', 'Q4: What did the harvest festival change for your families?'],
    ...answers(4, 42),
  ];
}

describe('how sure a placement is', () => {
  test('a label is nearly certain, and what replies to it hardly less', () => {
    const tweets = plainSession(DATE);
    const labelled = tweets.find(({ text }) => text.startsWith('A2:'));
    if (labelled === undefined) throw new Error('no labelled answer');
    const reply = {
      ...labelled,
      key: 'reply',
      author: 'gum',
      text: 'We turn ours as well',
      replyTo: labelled.key,
      createdAt: labelled.createdAt + 1,
    };
    const [session] = deriveSessions(
      gardenchat,
      [...tweets, reply].toSorted((a, b) => a.createdAt - b.createdAt),
    );
    const placed = new Map(session?.placements.map((placement) => [placement.key, placement]));
    expect(placed.get(labelled.key)).toMatchObject({ attributedBy: 'label', certainty: 0.99 });
    const { certainty } = placed.get('reply') ?? {};
    expect(certainty).toBeGreaterThan(0.9);
    expect(certainty).toBeLessThan(0.99);
  });

  test('right after a question it is in doubt what a tweet answers, and later it is not', () => {
    const { of } = sessionOf([
      ...pictured(null).filter(([at]) => at < 28),
      [18.4, 'oak', 'So many ways to go about that one'],
      [24.5, 'pine', 'Dry leaves on the compost heap keep June away from smelling'],
    ]);
    const [early, late] = [of('So many ways'), of('Dry leaves')];
    expect(late?.question).toBe(2);
    expect(late?.certainty ?? 0).toBeGreaterThan(0.9);
    expect(early?.certainty ?? 1).toBeLessThan(0.9);
    expect(early?.certainty ?? 0).toBeGreaterThan(0.45);
  });

  test('every tweet with a question says how sure it is, and no other tweet does', () => {
    for (const { question, certainty } of sessionOf(pictured('Have a look')).session.placements) {
      if (question === null) expect(certainty).toBeNull();
      else expect(certainty !== null && certainty > 0 && certainty <= 1).toBe(true);
    }
  });

  test('a label that contradicts the tweet it answers is believed, and doubted', () => {
    const tweets = plainSession(DATE);
    const parent = tweets.find(({ text }) => text.startsWith('A2:'));
    if (parent === undefined) throw new Error('no labelled answer');
    const reply = {
      ...parent,
      key: 'reply',
      author: 'gum',
      text: 'A3: we do as well',
      replyTo: parent.key,
      createdAt: parent.createdAt + 1,
    };
    const week = [...tweets, reply].toSorted((a, b) => a.createdAt - b.createdAt);
    const placed = deriveSessions(gardenchat, week)[0]?.placements.find(({ key }) => key === 'reply');
    expect(placed).toMatchObject({ question: 3, attributedBy: 'label', certainty: 0.75 });
    const evidence = evidenceOf(gardenchat, week, [], 'reply');
    const why = whyOf(reply, { role: 'answer', question: 3, attributedBy: 'label', leads: false, certainty: 0.75, evidence });
    expect(why.question).toBe('it carries the label A3, though it speaks to a tweet of Q2; 75 % sure');
  });

  test('what spoke for a question is told in words', () => {
    const lines = pictured(null).filter(([at]) => at < 28);
    const { tweets, of } = sessionOf([...lines, [18.4, 'oak', 'Radish and lettuce are what my pupils plant']]);
    const tweet = tweets.find(({ author }) => author === 'oak');
    if (tweet === undefined) throw new Error('no tweet');
    const evidence = evidenceOf(gardenchat, tweets, [], tweet.key);
    expect(evidence?.guess).toBeDefined();
    const placement = of('Radish');
    const { question } = whyOf(tweet, {
      role: 'answer',
      question: placement?.question ?? null,
      attributedBy: 'clock',
      leads: false,
      certainty: placement?.certainty ?? null,
      evidence,
    });
    expect(question).toMatch(/^Q2 had been asked less than a minute before, which speaks for Q1; .*so Q1, else Q2; \d+ % sure$/);
  });
});

describe('a question that no tweet was seen asking', () => {
  test('a picture without a label is the question that people then answer', () => {
    const { session, of } = sessionOf(pictured('Have a look'));
    expect(session.questions.map(({ label, askedBy, text }) => [label, askedBy, text !== ''])).toEqual([
      ['Q1', 'rowan', true],
      ['Q2', 'rowan', true],
      ['Q3', 'rowan', false],
      ['Q4', 'rowan', true],
    ]);
    expect(of('Have a look')).toMatchObject({ role: 'question', question: 3 });
    expect(of('Straw everywhere')?.question).toBe(3);
  });

  test('without any picture it stands where its first answer does', () => {
    const { session, of } = sessionOf(pictured(null));
    expect(session.questions.map(({ label, key }) => [label, key !== ''])).toEqual([
      ['Q1', true],
      ['Q2', true],
      ['Q3', false],
      ['Q4', true],
    ]);
    expect(of('Straw everywhere')?.question).toBe(3);
  });

  test('a slip of one person, or a number far beyond the others, makes no question', () => {
    const slips: Line[] = [
      [50, 'ash', 'A7: we eat it all'],
      [51, 'birch', 'A9: and so do we'],
      [52, 'cedar', 'A9: soup for everyone'],
    ];
    const { session } = sessionOf([...pictured('Have a look'), ...slips]);
    expect(session.questions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

test('a number that nobody asked, and others before it neither, is believed from three people', () => {
  const lines: Line[] = [
    [0, 'rowan', 'Welcome to #gardenchat!'],
    ...['ash', 'birch', 'cedar', 'dogwood', 'elm'].map((author, nth): Line => [20 + nth, author, `A2: ${author} mulches with straw`]),
    ...['fir', 'gum', 'ash'].map((author, nth): Line => [30 + nth, author, 'Straw it is, and no more weeds in the beds']),
  ];
  expect(sessionOf(lines).session.questions.map(({ label }) => label)).toEqual(['Q2']);
  expect(sessionOf(lines.map(([at, who, text]) => [at, who, text.replace('A2', 'A9')])).session.questions).toEqual([]);
});

describe('a chat that numbers topics', () => {
  const lines = pictured('Have a look').map(([at, author, text, more]): Line => [
    at,
    author,
    text.replace(/^Q(\d)/, 'T$1').replace(/^A([24])/, 'T$1'),
    more ?? {},
  ]);

  test('T1 is its question when it is set so', () => {
    const { session } = sessionOf(lines, { ...gardenchat, topicLabels: true });
    expect(session.questions.map(({ label }) => label)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(session.questions[0]?.text).toBe('Which vegetables do your youngest pupils plant first, and why?');
  });

  test('elsewhere T1 labels nothing', () => {
    const { of } = sessionOf(lines);
    expect(of('T2: ash')?.attributedBy).not.toBe('label');
  });
});
