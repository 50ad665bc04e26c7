/**
 * How real chats write, pattern by pattern, in invented words: each line stands in an evening and says what it is to be
 * taken for. The labels themselves have their table in tests/rules/question-label.test.ts.
 */
import { describe, expect, test } from 'vitest';
import { deriveSessions } from '../../src/derive/session.ts';
import type { Tweet } from '../../src/tweet.ts';
import { evening, gardenchat } from './chats.ts';

/** Minute, author, text, what it is (`question 1`, `answer 3`, `talk`; `talk 3` when it is talk about Q3), and more of it. */
type Said = readonly [number, string, string, string, Partial<Tweet>?];

const DATE = '2016-04-17';
const OPENING: readonly Said[] = [
  [0, 'rowan', 'Welcome to #gardenchat!', 'welcome'],
  [1, 'rowan', "We'll be using a Q1/A1 format. Co-moderating with @hazel", 'admin'],
  [2, 'hazel', 'Glad to be here with you all', 'talk'],
];
/** Eight questions, five minutes apart; what stands under test follows at minute 50 and later. */
const ASKED: readonly Said[] = [
  ...OPENING,
  ...[
    'Which beds do your pupils dig first?',
    'How do you keep the heap from smelling?',
    'Who waters in the summer holidays?',
    'What did the harvest change for families?',
    'Where do your seeds come from?',
    'When do you open the gate to neighbours?',
    'Why do some plots stay empty?',
    'What will you plant next?',
  ].map((text, index): Said => [8 + index * 5, index % 2 === 0 ? 'rowan' : 'hazel', `Q${index + 1}: ${text}`, `question ${index + 1}`]),
];
/** Enough talk that the hour is a session. */
const CROWD: readonly Said[] = Array.from({ length: 8 }, (_, index) => [57 + index * 0.1, `guest${index}`, 'Good to be here', 'talk']);

const key = (index: number): string => `${DATE}-20:00-${String(index).padStart(4, '0')}`;

function takenFor(lines: readonly Said[]): string[] {
  const tweets = evening(
    DATE,
    lines.map(([minute, author, text, , more]) => [minute, author, text, more ?? {}] as const),
  );
  const sessions = deriveSessions(
    gardenchat,
    tweets.toSorted((a, b) => a.createdAt - b.createdAt),
  );
  const placed = new Map(sessions.flatMap(({ placements }) => placements).map((one) => [one.key, one]));
  return tweets.map((tweet, index) => {
    const { role = 'in no session', question = null } = placed.get(tweet.key) ?? {};
    const isTold = /\d/.test(lines[index]?.[3] ?? '') || role === 'question' || role === 'answer';
    return question === null || !isTold ? role : `${role} ${question}`;
  });
}

function expectTaken(before: readonly Said[], lines: readonly Said[]): void {
  const all = [...before, ...lines, ...CROWD];
  const told = takenFor(all).map((taken, index) => `${all[index]?.[2]} -> ${taken}`);
  const wanted = all.map(([, , text, expected]) => `${text} -> ${expected}`);
  const own = (list: readonly string[]) => list.slice(before.length, before.length + lines.length);
  expect(own(told)).toEqual(own(wanted));
}

const OAK = 'grows in the shade of your oldest oak, and who found it?';

describe('questions', () => {
  test.each<[string, readonly Said[]]>([
    ['1', [[8, 'rowan', `Q1: What ${OAK}`, 'question 1']]],
    ['2', [[8, 'rowan', `Q1. What ${OAK}`, 'question 1']]],
    ['3', [[8, 'rowan', `Q1 What ${OAK}`, 'question 1']]],
    ['4', [[8, 'rowan', `Q1) What ${OAK}`, 'question 1']]],
    ['4 with a dash', [[8, 'rowan', `Q1- What ${OAK}`, 'question 1']]],
    ['5', [[8, 'rowan', `Q.3 What ${OAK}`, 'question 3']]],
    ['6', [[8, 'rowan', `Q 1 What ${OAK}`, 'question 1']]],
    ['7', [[8, 'rowan', `Question 1: What ${OAK}`, 'question 1']]],
    ['9', [[8, 'rowan', `:Q6  What ${OAK}`, 'question 6']]],
    ['10', [[8, 'rowan', `Q^6 What ${OAK}`, 'question 6']]],
    ['11', [[8, 'rowan', `Q1.What ${OAK}`, 'question 1']]],
    ['12', [[8, 'rowan', `Q2What ${OAK}`, 'question 2']]],
    ['13', [[8, 'rowan', `ROWAN Q1: What ${OAK}`, 'question 1']]],
    [
      '14',
      [
        [8, 'rowan', 'Hi Hazel Q2. We have spoken of shade and of old trees. (1/2)', 'question 2'],
        [9, 'rowan', `Q2 (2/2) What ${OAK}`, 'question 2'],
      ],
    ],
    ['15', [[8, 'rowan', `Here we go...Q1. What ${OAK}`, 'question 1']]],
    ['16', [[8, 'rowan', `Here's Q3: What ${OAK}`, 'question 3']]],
    ['17', [[8, 'rowan', `Final Question  Q6 What ${OAK}`, 'question 6']]],
    ['17 with a dash', [[8, 'rowan', `Final Q-Q6: What ${OAK}`, 'question 6']]],
    [
      '18',
      [
        [8, 'rowan', 'Q1: Who waters your beds?', 'question 1'],
        [40, 'rowan', `Final Q: What ${OAK}`, 'question 2'],
      ],
    ],
    ['19', [[8, 'rowan', 'Q5 Share a link to a plan of your beds', 'question 5']]],
    ['20', [[8, 'rowan', 'Q1. Happy birthday to our garden! It is five. Please share what you remember', 'question 1']]],
    ['21', [[8, 'rowan', 'Q5(?): Any thoughts on slugs that like coffee?', 'question 5']]],
    [
      '22 and 23',
      [
        [8, 'rowan', 'Q2 1/2 Old trees drink a lot and give us shade.', 'question 2'],
        [9, 'rowan', `Q2 2/2 What ${OAK}`, 'question 2'],
      ],
    ],
    [
      '24',
      [
        [8, 'rowan', 'Q1 Old trees drink a lot and give us shade. What do you make of it?', 'question 1'],
        [9, 'rowan', `Q1 2/2 What ${OAK}`, 'question 1'],
      ],
    ],
    [
      '25',
      [
        [8, 'rowan', 'Q2.7 Old trees drink a lot and give us shade. (1/2)', 'question 2'],
        [9, 'rowan', `Q2.7 What ${OAK} (2/2)`, 'question 2'],
      ],
    ],
    [
      '26',
      [
        [8, 'rowan', 'Q2: Who waters your beds?', 'question 2'],
        [12, 'rowan', `Q2.1 follow-up What ${OAK}`, 'question 2'],
      ],
    ],
    ...[`Follow up Q2 What ${OAK}`, `Follow up to Q2 -- what ${OAK}`, `Q2 follow up What ${OAK}`, `Q2Follow: What ${OAK}`].map(
      (text): [string, readonly Said[]] => [
        `27 and 28: ${text}`,
        [
          [8, 'rowan', 'Q2: Who waters your beds?', 'question 2'],
          [12, 'rowan', text, 'question 2'],
        ],
      ],
    ),
    [
      '29',
      [
        [8, 'rowan', 'Q5: Who waters your beds?', 'question 5'],
        [12, 'rowan', `Q5B What ${OAK}`, 'question 5'],
      ],
    ],
    [
      '30',
      [
        [8, 'rowan', 'Q1a Who waters your beds?', 'question 1'],
        [9, 'rowan', `Q1b What ${OAK}`, 'question 1'],
      ],
    ],
    ['31', [[8, 'rowan', 'Q6: Who waters your beds?  OR Q7: Who weeds them?', 'question 6']]],
    [
      '32',
      [
        [8, 'rowan', `To begin with the old ones: what ${OAK}`, 'question 1'],
        [18, 'rowan', 'Q2: Who waters your beds?', 'question 2'],
        [28, 'rowan', 'Q3: Who weeds your beds?', 'question 3'],
      ],
    ],
    [
      '33',
      [
        [8, 'rowan', `What ${OAK}`, 'question 5'],
        [9, 'rowan', `Q5: What ${OAK}`, 'question 5'],
      ],
    ],
    ['34', [[8, 'rowan', 'Q3', 'question 3', { media: [{ short: null, url: 'https://pbs.example/q3.jpg' }] }]]],
    [
      '35',
      [
        [8, 'rowan', 'Q4: Who waters your beds?', 'question 4'],
        [18, 'rowan', `Q3: What ${OAK}`, 'question 3'],
      ],
    ],
    [
      '36',
      [
        [8, 'rowan', 'Q4: Who waters your beds?', 'question 4'],
        [16, 'rowan', "We'll skip to Q6", 'teaser'],
        [18, 'rowan', `Q6: What ${OAK}`, 'question 6'],
      ],
    ],
    [
      '37',
      [
        [8, 'rowan', 'Q1: Who waters your beds?', 'question 1'],
        [13, 'rowan', '@ash do they come with their own cans, or do you lend them some?', 'answer 1'],
        [18, 'rowan', `Q2: What ${OAK}`, 'question 2'],
      ],
    ],
    [
      '38',
      [
        [8, 'rowan', 'Q1: Who waters your beds?', 'question 1'],
        [18, 'aspen', `Q2: What ${OAK}`, 'question 2'],
      ],
    ],
  ])('%s', (_pattern, lines) => {
    expectTaken(OPENING, lines);
  });
});

const HEAPS = 'Which heaps warm up first, and whose hands turn them?';

describe('teasers and questions asked again', () => {
  test.each<[string, readonly Said[]]>([
    ...[
      'Q1 coming up!',
      "Q3 comin' right up",
      'Here comes Q2!',
      'Here comes question 4',
      'Q3. in the on-deck circle',
      'Q5 on deck',
      'Q5 on the horizon',
      'Question 5 is primed for tweetoff',
      'Question 5 about to hit the Twitterverse',
      'Q4. is on the way!',
      "Q5 on it's way",
      'Next at bat?  Q6!',
      'Question 3 coming up... Hazel, feel free to bring in the photographs that you took last week',
      'Ready for slugs?  Question 4 coming up',
      'Last question . . .',
      "Q6 from me, wish me luck… it's coming up",
      'Q2 in a minute, friends',
      'Get ready for Q4',
      'Almost time for Q3!',
      'Q3 in 3, 2, 1...',
      'Question 2 is next!',
      'And now... Q5!',
      'Drumroll please... Q7',
    ].map((text): [string, readonly Said[]] => [`40 to 48: ${text}`, [[50, 'rowan', text, 'teaser']]]),
    ['49', [[50, 'hazel', 'Question 3 here! https://twitter.com/rowan/status/1', 'admin 3', { quoteOf: key(5) }]]],
    ['50', [[50, 'hazel', 'Q2 here on #gardenchat', 'admin 2', { quoteOf: key(4) }]]],
    [
      '51',
      [
        [48, 'hazel', HEAPS, 'question 9'],
        [50, 'rowan', 'This is Q9! https://twitter.com/hazel/status/1', 'admin 9', { quoteOf: key(11) }],
      ],
    ],
    [
      '52',
      [
        [48, 'hazel', HEAPS, 'question 9'],
        [50, 'hazel', 'forgot to tag the Q#  Here is Q9 https://twitter.com/hazel/status/1', 'admin 9', { quoteOf: key(11) }],
      ],
    ],
    ['53', [[50, 'ash', 'RT @rowan: Q3: Who waters in the summer holidays?', 'talk 3']]],
    ['54', [[50, 'ash', 'Great question ;) RT @rowan: Q3: Who waters in the summer holidays?', 'talk 3']]],
    ['55', [[50, 'gardensponsor', 'Ok everyone, Q3: Who waters in the summer holidays?', 'admin 3']]],
    ['56', [[50, 'rowan', 'Back to Q3... Who waters in the summer holidays?', 'admin 3']]],
    ['57', [[50, 'rowan', 'Question 7, in case you missed it', 'admin 7', { quoteOf: key(9) }]]],
    ['58', [[50, 'ash', 'Q3: Who waters in the summer holidays?', 'admin 3']]],
    ...["What's Q3?", 'Can someone repost Q2?', 'What is Question 4?', 'which one is Q5?', 'Did I miss Q6?', 'Are we on Q7 yet?'].map(
      (text): [string, readonly Said[]] => [`59: ${text}`, [[50, 'ash', text, 'talk']]],
    ),
    ['60', [[50, 'ash', 'Q4 ? https://twitter.com/rowan/status/1', 'talk', { quoteOf: key(6) }]]],
  ])('%s', (_pattern, lines) => {
    expectTaken(ASKED, lines);
  });
});

describe('answers', () => {
  test.each([
    ['61', 'A1: we dig the sunny ones', 1],
    ['62', 'A1 we dig the sunny ones', 1],
    ['63', 'A1. we dig the sunny ones', 1],
    ['64', 'A1) we dig the sunny ones', 1],
    ['64', 'a6) after the last bell', 6],
    ['65', 'A5-I am the one with the box', 5],
    ['65', 'A2--always with dry leaves', 2],
    ['66', 'A.1 the sunny ones', 1],
    ['66', 'A.5.  from our own plants', 5],
    ['67', 'A:3 families take turns', 3],
    ['68', 'A 4 Students cook with their grandparents', 4],
    ['69', 'A1Foundations are dug by the oldest', 1],
    ['70', 'A3P2: and neighbours, too', 3],
    ['71', 'A1#sunny is the word', 1],
    ['71', 'A3:@elm has the best plan for it', 3],
    ['72', 'a1: the sunny ones', 1],
    ['73', '#gardenchat A1 the sunny ones', 1],
    ['74', '@rowan A1 the sunny ones', 1],
    ['74', '@elm: @rowan A3: families take turns', 3],
    ['75', '.@rowan A2: dry leaves do it', 2],
    ['76', 'dry leaves on every layer, all summer A2 #gardenchat', 2],
    ['78', 'Arriving late a2. dry leaves do it', 2],
    ['79', 'Uma Berg, joining late. A3 families take turns', 3],
    ['80', 'So I missed Q1-3, but for Q4, grandparents came to cook', 4],
    ['81', 'oops, A5: from our own plants', 5],
    ['84', 'A2a: dry leaves', 2],
    ['85', 'A1 (1/2) the sunny ones, in march', 1],
    ['85', 'A1 1/2 the sunny ones, in march', 1],
    ['85', 'A1 (2/2): and the others when they are dry', 1],
    ['86', 'A2/2. Additionally the lid must be open', 2],
    ['87', 'A1 continued: and the others when they are dry', 1],
    ['87', 'A3 (cont.) and neighbours, too', 3],
    ['87', 'A1 part 2-the others when they are dry', 1],
    ['88', 'A5: also, the exchange in town', 5],
    ['89', 'A6(followup): and on Saturdays', 6],
    ['90', 'A7.2 the soil is thin there', 7],
    ['91', 'A1&2: sunny ones, and dry leaves', 1],
    ['91', 'A1/A2 sunny ones, and dry leaves', 1],
    ['91', 'A1, A2 sunny ones, and dry leaves', 1],
    ['92', 'Re: Q1 the sunny ones', 1],
    ['92', 'Q2 re: smells. dry leaves do it', 2],
    ['93', "Q1: I'm pretty excited about the sunny ones", 1],
    ['95', 'Q3: (1 of 3) Rain barrels: they fill by themselves', 3],
    ['96', 'Q3b I have found that barrels fill by themselves', 3],
    ['97', '#gardenchat Q5: because our own plants know the soil', 5],
    ['98', 'Answer 1: the sunny ones', 1],
    ['98', 'Ans 1 the sunny ones', 1],
    ['99', 'A/Q1 the sunny ones', 1],
    ['99', 'A1/Q1: the sunny ones', 1],
    ['103', 'A1 1:1 spades for all', 1],
  ])('%s: %s', (_pattern, text, number) => {
    expectTaken(ASKED, [[50, 'ash', text, `answer ${number}`]]);
  });

  test.each<[string, readonly Said[]]>([
    ['77', [[50, 'ash', 'A4 ', 'answer 4', { media: [{ short: null, url: 'https://pbs.example/harvest.jpg' }] }]]],
    [
      '82',
      [
        [50, 'ash', 'Grandparents came, and stayed to cook', 'answer 4'],
        [51, 'ash', 'Previous tweets were A4...oops!', 'admin'],
      ],
    ],
    [
      '83',
      [
        [50, 'ash', 'The sunny ones are the first of all', 'answer 1'],
        [51, 'ash', 'oops that was my A1 answer', 'admin'],
      ],
    ],
    ['94', [[50, 'rowan', 'Q6?: 1 worry I have is who shuts the gate. Do neighbours?', 'answer 6']]],
    [
      '100',
      [
        [49, 'elm', 'A3: families take turns', 'answer 3'],
        [50, 'ash', 'RT @elm: A3: families take turns', 'talk 3'],
      ],
    ],
    ['101', [[50, 'ash', 'Love this! RT @elm: A4: grandparents came to cook', 'talk 4']]],
    ['101 in quotes', [[50, 'ash', '"@elm: A2 dry leaves do it"', 'talk 2']]],
    ['an answer by reply, long after', [[50, 'ash', '@rowan the sunny ones', 'answer 1', { replyTo: key(3) }]]],
    ['by quote', [[50, 'ash', 'the sunny ones, as ever', 'answer 1', { quoteOf: key(3) }]]],
    ['by retweet', [[50, 'ash', 'RT @rowan: Who', 'talk 3', { isRetweet: true, retweetOf: key(5) }]]],
  ])('%s', (_pattern, lines) => {
    expectTaken(ASKED, lines);
  });
});

describe('not labels', () => {
  test.each<[string, string, string]>([
    ['102', "We'll be using a Q1/A1 format", 'admin'],
    ['104', 'Rich from A2', 'talk'],
    ['105', '@A2Growers have a stall at the market on fridays', 'answer 8'],
    ['106', 'vs a 1st time grower it is a different matter', 'answer 8'],
    ['106', 'a 2 day workshop on pruning would be welcome', 'answer 8'],
    ['106', 'answer 2 Qs and win a packet of beans', 'answer 8'],
    ['106', 'they run a mile a 10 minute stretch, and then dig', 'answer 8'],
    ['107', 'LS1.D is where the roots come into it', 'answer 8'],
    ['107', 'Q2 2016 budget has room for two more beds', 'answer 8'],
    ['107', 'Form A1 must be signed before they dig', 'answer 8'],
    ['108', 'the plan of ours https://beans.example/the%20A1.pdf', 'answer 8'],
    ['109', 'I knew A3 would be a challenge', 'talk'],
    ['109', "With Q6 I'd love examples", 'talk'],
    ['110', 'Already on Q5 and still rolling', 'talk'],
    ['111', '@elm answered Q1 before it was asked', 'talk'],
    ['112', 'I missed Q2', 'talk'],
    ['113', 'Great feedback to Q1! "RT @rowan: Q2 coming up"', 'talk'],
  ])('%s: %s', (_pattern, text, expected) => {
    expectTaken(ASKED, [[50, 'ash', text, expected]]);
  });
});

describe('the frame', () => {
  test.each<[string, string, string, string]>([
    ['114', 'rowan', 'Welcome to #gardenchat!', 'welcome'],
    ['115', 'rowan', '@newgrower Welcome to #gardenchat', 'talk'],
    ['116', 'rowan', "Tonight we'll be talking about cold frames", 'topic'],
    ['116', 'rowan', "Today we'll be focusing on cold frames", 'topic'],
    ['117', 'rowan', 'Our focus will be cold frames', 'topic'],
    ['117', 'rowan', 'Our topic= cold frames', 'topic'],
    ['117', 'rowan', 'Topic: cold frames', 'topic'],
    ['117', 'rowan', 'Topics: cold frames & seeds', 'topic'],
    ['118', 'rowan', "Tonight's topic- cold frames. We will do Q&A", 'topic'],
    ['119', 'rowan', "#gardenchat starts in 10 minutes. Cold frames tonight's topic. #edchat #scichat", 'topic'],
    ['120', 'rowan', "Join us in 30 minutes for #gardenchat! We'll be discussing cold frames", 'topic'],
    ['121', 'rowan', 'Join us at 8 PM ET for #gardenchat! Cold frames', 'admin'],
    ['122', 'rowan', 'Our next chat will be MAY 15 at 9 PM ET', 'admin'],
    ['123', 'rowan', "We'll be back on JULY 30 at 9 PM ET focusing on cold frames", 'admin'],
    ['124', 'rowan', 'Next chat: MAY 15 - thoughts on the focus of cold frames?', 'admin'],
    ['125', 'rowan', 'Please take the poll for our next topic', 'admin'],
    ['126', 'rowan', 'Please welcome our guest moderators @maple and @olive', 'admin'],
    ['126', 'rowan', 'co-moderating with @maple', 'admin'],
    ['126', 'rowan', 'TY to our moderators @maple @olive', 'admin'],
    ['127', 'rowan', 'This chat will be archived on the wiki by tomorrow', 'admin'],
    ['127', 'rowan', 'will storify & tweet out', 'admin'],
    ['128', 'rowan', "That's a wrap", 'wrap'],
    ['128', 'rowan', 'Thanks for joining #gardenchat!', 'wrap'],
    ['129', 'ash', 'Good evening, Ash, principal from Dunlin Bay', 'talk'],
    ['130', 'ash', 'Lurking tonight', 'talk'],
    ['130', 'ash', 'just here to learn', 'talk'],
    ['131', 'rowan', 'Continue the conversation NOW at #treechat', 'admin'],
    ['132', 'seller', 'Win a free planner! #edchat #satchat #ntchat #gardenchat #edtech https://shop.example/planner', 'talk'],
  ])('%s: %s: %s', (_pattern, author, text, expected) => {
    expectTaken(
      OPENING.map(([minute, ...line]): Said => [minute, ...line]),
      [
        [5, author, text, expected],
        [8, 'rowan', 'Q1: Who waters in the summer holidays?', 'question 1'],
      ],
    );
    expectTaken(ASKED, [[52, author, text, expected]]);
  });
});
