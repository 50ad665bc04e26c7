import { describe, expect, test } from 'vitest';
import type { Placement, Session } from '../../src/chat.ts';
import { deriveSessions } from '../../src/derive/session.ts';
import type { Tweet } from '../../src/tweet.ts';
import { evening, gardenchat, plainSession } from './chats.ts';

type Line = readonly [number, string, string, Partial<Tweet>?];

const OPENING: readonly Line[] = [
  [0, 'rowan', 'Welcome to #gardenchat!'],
  [1, 'rowan', "We'll be using a Q1/A1 format."],
];

function only(sessions: readonly Session[]): Session {
  expect(sessions).toHaveLength(1);
  const [session] = sessions;
  if (session === undefined) throw new Error('no session');
  return session;
}

/** Derives one evening; placements come in the order of the lines. */
function derive(lines: readonly Line[]): { session: Session; placed: (Placement | undefined)[] } {
  const tweets = evening('2016-04-17', lines);
  const session = only(
    deriveSessions(
      gardenchat,
      tweets.toSorted((a, b) => a.createdAt - b.createdAt),
    ),
  );
  const byKey = new Map(session.placements.map((placement) => [placement.key, placement]));
  return { session, placed: tweets.map(({ key }) => byKey.get(key)) };
}

const labels = ({ questions }: Session) => questions.map(({ label }) => label);

test('a plain session has its questions, answers, moderator, topic and words', () => {
  const session = only(deriveSessions(gardenchat, plainSession('2016-04-17')));
  expect(labels(session)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
  expect(session.moderators).toEqual(['rowan']);
  expect(session.statedTopic).toBe('school vegetable gardens');
  expect(session.week).toBe('2016-W15');
  expect(session.questions[1]?.text).toBe('How do you keep the compost heap from smelling in June?');
  expect(session.terms.forms).toContain('compost');
  expect(session.placements.map(({ role }) => role).filter((role) => role === 'answer')).toHaveLength(24);
  const answered = session.placements.filter(({ role }) => role === 'answer').map(({ question }) => question);
  expect(answered).toEqual([1, 2, 3, 4].flatMap((number) => Array.from({ length: 6 }, () => number)));
});

test('the same tweets always give the same session', () => {
  const tweets = plainSession('2016-04-17');
  expect(deriveSessions(gardenchat, tweets)).toEqual(deriveSessions(gardenchat, structuredClone(tweets)));
});

test('a session of talk has no questions and nothing is placed', () => {
  const { session, placed } = derive(
    Array.from({ length: 40 }, (_, index) => [index, `grower${index % 6}`, 'The beans are up and the sun is out'] as const),
  );
  expect(session.questions).toEqual([]);
  expect(placed.every((one) => one?.question === null && one.role === 'talk')).toBe(true);
});

describe('questions', () => {
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'without a question mark',
      [
        [8, 'rowan', 'Q1 coming up'],
        [9, 'rowan', 'Q1 Share a picture of your plot'],
      ],
      ['Q1'],
    ],
    [
      'from a second moderator',
      [
        [5, 'hazel', 'Q1 coming up!'],
        [8, 'hazel', 'Q1: How do you water?'],
        [20, 'rowan', 'Q2: Who weeds?'],
      ],
      ['Q1', 'Q2'],
    ],
    [
      'but not answers with a Q',
      [
        [8, 'rowan', 'Q1: How do you water?'],
        [11, 'ash', 'Q1: with an old can, by hand'],
        [12, 'elm', 'Q1 I use a hose'],
      ],
      ['Q1'],
    ],
    [
      'but not teasers',
      [
        [7, 'rowan', 'Ready for roots?  Q1 coming up'],
        [8, 'rowan', 'Q1: How do you water?'],
        [19, 'rowan', 'Next at bat?  Q2!'],
      ],
      ['Q1'],
    ],
    [
      'once, though reposted',
      [
        [8, 'rowan', 'Q1: How do you water your beds?'],
        [9, 'hazel', 'RT @rowan: Q1: How do you water your beds?'],
        [10, 'ash', 'Q1: How do you water your beds?'],
      ],
      ['Q1'],
    ],
    [
      'in parts',
      [
        [8, 'rowan', 'Q1 1/2 Gardens need hands all summer.'],
        [9, 'rowan', 'Q1 2/2 Who lends you theirs?'],
      ],
      ['Q1', 'Q1'],
    ],
    [
      'announced in the same tweet',
      [
        [8, 'rowan', 'Q1: Who waters?'],
        [30, 'rowan', 'Final question coming up… Q2. What are your tips for the first frost?'],
        [33, 'ash', 'Q2 sometimes a blanket helps'],
      ],
      ['Q1', 'Q2'],
    ],
    [
      'with letters',
      [
        [8, 'rowan', 'Q1a: Who waters?'],
        [9, 'rowan', 'Q1b: Who weeds the other beds?'],
      ],
      ['Q1a', 'Q1b'],
    ],
    [
      'that follow up',
      [
        [8, 'rowan', 'Q1: Who waters?'],
        [14, 'rowan', 'Q1 follow up: how often do they come?'],
      ],
      ['Q1', 'Q1'],
    ],
    [
      'out of order',
      [
        [8, 'rowan', 'Q1: Who waters?'],
        [18, 'rowan', 'Q3: Who weeds?'],
        [28, 'rowan', 'Q2: Who plants the beds?'],
      ],
      ['Q1', 'Q3', 'Q2'],
    ],
    [
      'with a number left out',
      [
        [8, 'rowan', 'Q1: Who waters?'],
        [18, 'rowan', 'Q4: Who weeds?'],
      ],
      ['Q1', 'Q4'],
    ],
    [
      'unnumbered at the end',
      [
        [8, 'rowan', 'Q1: Who waters?'],
        [50, 'rowan', 'Final Q: Who will you thank for this harvest?'],
      ],
      ['Q1', 'Q2'],
    ],
    [
      'unlabelled after "last question"',
      [
        [8, 'rowan', 'Q1: Who waters?'],
        [50, 'rowan', 'Last question coming up...'],
        [51, 'rowan', 'What will you do in the garden tomorrow that you did not do last year?'],
      ],
      ['Q1', 'Q2'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(labels(derive([...OPENING, ...lines, ...crowd()]).session)).toEqual(expected);
  });

  test('without a label get the number that a later quote gives them', () => {
    const key = '2016-04-17-20:00-0003';
    const { session, placed } = derive([
      ...OPENING,
      [8, 'rowan', 'Q1: Who waters?'],
      [18, 'rowan', 'What grows in the shade of your oldest tree?'],
      [20, 'hazel', `This is Q2! https://twitter.com/rowan/status/1`, { quoteOf: key }],
      ...crowd(),
    ]);
    expect(session.questions.map(({ number }) => number)).toEqual([1, 2]);
    expect(placed[3]).toMatchObject({ role: 'question', question: 2 });
    expect(placed[4]).toMatchObject({ role: 'admin', question: 2 });
  });

  test('get one number, though two quotes give them two', () => {
    const quoteOf = '2016-04-17-20:00-0003';
    const { session } = derive([
      ...OPENING,
      [8, 'rowan', 'Q1: Who waters?'],
      [18, 'rowan', 'What grows in the shade of your oldest tree?'],
      [20, 'hazel', 'This is Q2! https://twitter.com/rowan/status/1', { quoteOf }],
      [21, 'elm', 'This is Q3! https://twitter.com/rowan/status/1', { quoteOf }],
      ...crowd(),
    ]);
    expect(labels(session)).toEqual(['Q1', 'Q2']);
  });

  test('asked again with their label are shown once', () => {
    const { session, placed } = derive([
      ...OPENING,
      [8, 'rowan', 'Q1: Who waters?'],
      [18, 'rowan', 'What grows in the shade of your oldest tree?'],
      [20, 'rowan', 'Q2 What grows in the shade of your oldest tree?'],
      ...crowd(),
    ]);
    expect(labels(session)).toEqual(['Q1', 'Q2']);
    expect(placed.slice(3, 5).map((one) => one?.role)).toEqual(['question', 'question']);
  });

  test('missing before the first labelled one are the moderator’s last to everybody', () => {
    const { session } = derive([
      ...OPENING,
      [8, 'rowan', 'In spring we all begin anew. What is the first thing you plant?'],
      [10, 'ash', 'A1: radish'],
      [11, 'elm', 'A1: peas'],
      [20, 'rowan', 'Q2: Who waters?'],
      [30, 'rowan', 'Q3: Who weeds?'],
      ...crowd(),
    ]);
    expect(labels(session)).toEqual(['Q1', 'Q2', 'Q3']);
  });
});

describe('placing', () => {
  const start: readonly Line[] = [
    ...OPENING,
    [8, 'rowan', 'Q1: Who waters the beds in July?'],
    [20, 'rowan', 'Q2: Which tools do small hands like?'],
  ];

  test.each<[string, Line, Partial<Placement>]>([
    [
      'by its label, whatever the clock says',
      [25, 'ash', 'A1: families take turns'],
      { role: 'answer', question: 1, attributedBy: 'label' },
    ],
    ['by its label at the end', [25, 'ash', 'families take turns, a week each A1'], { role: 'answer', question: 1, attributedBy: 'label' }],
    [
      'by the heading it stood under',
      [25, 'ash', 'families take turns', { section: 'Question 1' }],
      { role: 'answer', question: 1, attributedBy: 'label' },
    ],
    [
      'by the tweet it replies to',
      [25, 'ash', '@rowan families take turns', { replyTo: '2016-04-17-20:00-0002' }],
      { role: 'answer', question: 1, attributedBy: 'reply' },
    ],
    [
      'by the tweet it quotes',
      [25, 'ash', 'families take turns in our town', { quoteOf: '2016-04-17-20:00-0002' }],
      { role: 'answer', question: 1, attributedBy: 'quote' },
    ],
    [
      'by the answer it passes on',
      [25, 'ash', 'RT @elm: A1: families take turns', { isRetweet: true }],
      { role: 'talk', question: 1, attributedBy: 'retweet' },
    ],
    ['by the clock', [25, 'ash', 'short rakes and light cans'], { role: 'answer', question: 2, attributedBy: 'clock' }],
    [
      'at the question before within a minute',
      [20.5, 'ash', 'families take turns for a week'],
      { role: 'answer', question: 1, attributedBy: 'clock' },
    ],
    ['nowhere before the first question', [5, 'ash', 'the sun is out and so am I'], { role: 'talk', question: null, attributedBy: null }],
    ['at the last question as long as the hour lasts', [45, 'ash', 'short rakes and light cans'], { role: 'answer', question: 2 }],
    [
      'nowhere long after the last, when the hour is over',
      [62, 'ash', 'the sun is gone and so am I'],
      { role: 'talk', question: null, attributedBy: null },
    ],
    ['as talk when it says nothing to it', [25, 'ash', '@elm so true!'], { role: 'talk', question: 2 }],
    ['as a teaser', [19, 'rowan', 'Q2 coming up!'], { role: 'teaser', question: null }],
    ['as a wrap-up', [59, 'rowan', "That's a wrap. Thanks for joining!"], { role: 'wrap', question: null }],
  ])('%s', (_name, line, expected) => {
    const { placed } = derive([...start, line, ...crowd()]);
    expect(placed[start.length]).toMatchObject(expected);
  });

  test('people who still answer the last question pull unlabelled tweets with them', () => {
    const others: Line[] = ['elm', 'fir', 'cedar', 'birch'].map((author, nth) => [
      21 + nth * 0.2,
      author,
      'A1: families take turns in July',
    ]);
    const { placed } = derive([...start, ...others, [21.3, 'ash', 'the neighbours do it for a basket of beans']]);
    expect(placed.at(-1)).toMatchObject({ question: 1, attributedBy: 'clock' });
  });
});

test('moderators are named by the list, by others and by what they do', () => {
  const lines: readonly Line[] = [
    ...OPENING,
    [2, 'rowan', 'Please welcome our guest moderators @hazel and @olive'],
    [3, 'hazel', 'Hello all'],
    [8, 'rowan', 'Q1: Who waters?'],
    [10, 'ash', 'A1: we do'],
    [11, 'yew', 'A1: me'],
  ];
  const tweets = evening('2016-04-17', lines);
  expect(only(deriveSessions({ ...gardenchat, moderators: ['yew'] }, tweets)).moderators.toSorted()).toEqual(['hazel', 'rowan', 'yew']);
});

test('who says to moderate with a moderator is one, and may state the topic', () => {
  const { session } = derive([
    ...OPENING,
    [2, 'hazel', 'Co-moderating with @rowan. Our topic tonight is school gardens in hard winters'],
    [3, 'fir', 'Co-moderating with @elm. Our topic tonight is winter sports'],
    [8, 'rowan', 'Q1: Who waters?'],
    ...crowd(),
  ]);
  expect(session.moderators).toEqual(['rowan', 'hazel']);
  expect(session.statedTopic).toBe('school gardens in hard winters');
});

test('words of leave answer nothing once a moderator closed the session', () => {
  const { placed } = derive([
    ...OPENING,
    [8, 'rowan', 'Q1: Who waters?'],
    [44, 'rowan', 'Q2: Which tools do small hands like?'],
    [50, 'ash', 'Short rakes, and a light can that we bought tonight'],
    [55, 'rowan', "That's a wrap! Thanks for joining #gardenchat"],
    [56, 'elm', 'What a fast hour, and so many rakes to look at. Thank you'],
    [57, 'fir', 'Trowels with a red handle are found again in the grass'],
    ...crowd(),
  ]);
  expect(placed.slice(4, 8).map((one) => [one?.role, one?.question])).toEqual([
    ['answer', 2],
    ['wrap', null],
    ['talk', null],
    ['answer', 2],
  ]);
});

test('what answers or passes on a tweet goes along when a person moves it', () => {
  const tweets = evening('2016-04-17', [
    ...OPENING,
    [8, 'rowan', 'Q1: Who waters the beds in July?'],
    [20, 'rowan', 'Q2: Which tools do small hands like?'],
    [25, 'ash', 'short rakes and light cans'],
    [26, 'elm', '@ash how light?', { replyTo: '2016-04-17-20:00-0004' }],
    [27, 'fir', 'RT @ash: short rakes and light cans', { isRetweet: true, retweetOf: '2016-04-17-20:00-0004' }],
    ...crowd(),
  ]);
  const placed = (corrections: Parameters<typeof deriveSessions>[2]) =>
    only(deriveSessions(gardenchat, tweets, corrections)).placements.filter(({ key }) => /000[4-6]$/.test(key));
  expect(placed([]).map(({ question }) => question)).toEqual([2, 2, 2]);
  const moved = placed([{ kind: 'answer', key: '2016-04-17-20:00-0004', question: 1 }]);
  expect(moved.map(({ question, attributedBy }) => [question, attributedBy])).toEqual([
    [1, 'user'],
    [1, 'reply'],
    [1, 'retweet'],
  ]);
});

test('one tweet may ask two questions', () => {
  const { session } = derive([
    ...OPENING,
    [8, 'rowan', 'Q6: Who waters the beds in July?  OR Q7: Who weeds them in May?'],
    [10, 'ash', 'A7: the neighbours do'],
    [11, 'elm', 'A7: nobody, as yet'],
    ...crowd(),
  ]);
  expect(session.questions.map(({ label, text }) => [label, text])).toEqual([
    ['Q6', 'Who waters the beds in July?'],
    ['Q7', 'Who weeds them in May?'],
  ]);
});

test('five thousand tweets in an hour are derived in a breath', () => {
  const crowdOf = Array.from({ length: 5000 }, (_, index): Line => [
    2 + index * 0.0115,
    `grower${index % 400}`,
    `${index % 3 === 0 ? `A${1 + Math.floor(index / 1250)}: ` : ''}beans and peas number ${index}`,
  ]);
  const tweets = evening('2016-04-17', [
    ...OPENING,
    [1.5, 'rowan', 'Q1: Who waters?'],
    [16, 'rowan', 'Q2: Who weeds?'],
    [31, 'rowan', 'Q3: Who plants?'],
    [46, 'rowan', 'Q4: Who eats?'],
    ...crowdOf,
  ]);
  const session = only(
    deriveSessions(
      gardenchat,
      tweets.toSorted((a, b) => a.createdAt - b.createdAt),
    ),
  );
  expect(session.placements).toHaveLength(5006);
  expect(labels(session)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
});

// Enough talk that the hour is a session, late enough not to stand among the tweets under test.
function crowd(): Line[] {
  return Array.from({ length: 8 }, (_, index): Line => [34 + index, `guest${index}`, 'Good to be here']);
}

test('a label given late counts for what its author said in the three minutes before', () => {
  const { placed } = derive([
    ...OPENING,
    [8, 'rowan', 'Q1: How do you water?'],
    [9, 'elm', 'We carry rain water in small cans'],
    [20, 'rowan', 'Q2: Who weeds your beds?'],
    [22, 'ash', 'Our barrels fill by themselves in spring'],
    [23, 'elm', 'Families take turns on Saturdays'],
    [23.2, 'ash', 'A hose is only for the dry weeks of June'],
    [24, 'ash', 'Previous tweets were A1...oops!'],
    [26, 'elm', 'And the caretaker has a hoe of his own'],
    [26.5, 'elm', 'oops that was my A2 answer'],
  ]);
  const of = (index: number) => [placed[index]?.role, placed[index]?.question, placed[index]?.attributedBy];
  expect([5, 7, 9].map(of)).toEqual([
    ['answer', 1, 'label'],
    ['answer', 1, 'label'],
    ['answer', 2, 'label'],
  ]);
  expect(of(6)).toEqual(['answer', 2, 'clock']);
  expect([of(8), of(10)]).toEqual([
    ['admin', null, null],
    ['admin', null, null],
  ]);
});

describe('advertisements', () => {
  const ads = (people: number, copies: number): Line[] =>
    Array.from({ length: copies }, (_, index) => [
      9 + index * 0.3,
      `seller${index % people}`,
      `Cheap watering cans, offer ${index} for teachers! https://shop.example/${index}`,
    ]);
  const asked: readonly Line[] = [...OPENING, [8, 'rowan', 'Q1: Who waters the beds in July?']];

  test.each([
    ['from many people', 30],
    ['from one person', 1],
  ])('with the same words %s answer nothing and tell no topic', (_name, people) => {
    const { session, placed } = derive([...asked, ...ads(people, 30), ...crowd()]);
    expect(placed.slice(3, 33).every((one) => one?.role === 'talk' && one.question === null)).toBe(true);
    expect(session.terms.forms).not.toContain('cheap');
  });

  test('are not what two people happen to share', () => {
    const { placed } = derive([...asked, ...ads(2, 2), ...crowd()]);
    expect(placed[3]).toMatchObject({ role: 'answer', question: 1 });
  });

  test('make no session', () => {
    const tweets = evening('2016-04-13', ads(40, 120), '15:00');
    expect(deriveSessions(gardenchat, tweets)).toEqual([]);
  });
});

test('in a slow chat a question stays open until the next one', () => {
  const hour = 60;
  const tweets = evening('2016-04-11', [
    [0, 'rowan', 'Q1: Who waters the beds in July?'],
    [5 * hour, 'ash', 'families take turns, a week each'],
    [24 * hour, 'rowan', 'Q2: Which tools do small hands like?'],
    [33 * hour, 'elm', 'short rakes and light cans'],
    [34 * hour, 'fir', 'A1: the caretaker does'],
    [80 * hour, 'birch', 'a trowel for each of them'],
  ]);
  const session = only(deriveSessions({ ...gardenchat, slow: true }, tweets));
  expect(session.placements.map(({ question }) => question)).toEqual([1, 1, 2, 2, 1, 2]);
});

describe('questions without any number', () => {
  const plain: readonly Line[] = [
    [0, 'rowan', 'Welcome to #gardenchat!'],
    [8, 'rowan', 'Which vegetables do your youngest pupils plant first, and why?'],
    [9, 'ash', 'Radish, since it is up within the week'],
    [10, 'rowan', '@ash how do you keep the slugs away from it, with sand or with beer?'],
    [20, 'rowan', 'How do you keep the compost heap from smelling in June?'],
    [21.7, 'elm', 'Dry leaves on every layer'],
  ];

  test('are counted as a moderator asks them, and said to be guessed', () => {
    const { session, placed } = derive([...plain, ...crowd()]);
    expect(session.questions.map(({ label, askedBy }) => [label, askedBy])).toEqual([
      ['Q1', 'rowan'],
      ['Q2', 'rowan'],
    ]);
    expect(placed[1]).toMatchObject({ role: 'question', question: 1, attributedBy: 'clock', certainty: 0.8 });
    expect([placed[2]?.question, placed[5]?.question]).toEqual([1, 2]);
  });

  test('take the numbers that answers give them', () => {
    const labelled = plain.map(([at, who, text]): Line => [at, who, text.replace('Radish', 'A1: Radish').replace('Dry', 'A2: Dry')]);
    const more: Line[] = [
      [12, 'fir', 'A1: lettuce'],
      [25, 'fir', 'A2: a lid'],
    ];
    expect(labels(derive([...labelled, ...more, ...crowd()]).session)).toEqual(['Q1', 'Q2']);
  });

  test('are none where a moderator only leads a conversation', () => {
    const chat = Array.from({ length: 14 }, (_, index): Line => [
      4 + index * 4,
      'rowan',
      `What do all of you make of the ${index}th plot that we dug this spring?`,
    ]);
    expect(derive([[0, 'rowan', 'Welcome to #gardenchat!'], ...chat, ...crowd()]).session.questions).toEqual([]);
  });
});
