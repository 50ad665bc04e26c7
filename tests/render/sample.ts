/** An invented evening of an invented chat, as queries would give it. */
import type { Chat } from '../../src/chat.ts';
import type { ExportedTweet } from '../../src/render/jsonl.ts';
import type { Look } from '../../src/render/terminal.ts';
import type { FileReport, ImportReport } from '../../src/ingest/report.ts';
import type { SearchView } from '../../src/search-views.ts';
import type {
  AnswerView,
  LinkGroup,
  LinkView,
  LinkWeek,
  PersonView,
  QuestionView,
  SessionSummary,
  SessionView,
  ThreadView,
  TweetView,
} from '../../src/views.ts';

export const plain: Look = { colour: false, width: 80, links: false };
export const wide: Look = { colour: false, width: 120, links: false };
export const colourful: Look = { colour: true, width: 80, links: true };

export const chat: Chat = {
  name: 'pondchat',
  title: '#PondChat',
  about: 'Teachers who take their classes outdoors',
  hashtags: ['pondchat'],
  zone: 'America/Chicago',
  schedule: [
    { weekday: 'sunday', time: '19:00', minutes: 60, from: '2016-01-01', until: '2017-08-31' },
    { weekday: 'sunday', time: '20:00', minutes: 60, from: '2017-09-01', ofMonth: [1, 2, 3] },
  ],
  moderators: [],
};

const START = Date.UTC(2016, 3, 18, 0, 0);

/** A tweet some minutes after the chat began. */
export function tweet(minute: number, author: string | null, text: string, more: Partial<TweetView> = {}): TweetView {
  return {
    key: `72180000000000${String(1000 + minute)}`,
    url: author === null ? null : `https://twitter.com/${author}/status/72180000000000${1000 + minute}`,
    author,
    authorName: null,
    createdAt: START + minute * 60_000,
    text,
    kind: 'original',
    links: [],
    media: 0,
    likes: null,
    retweets: null,
    session: '2016-04-17',
    role: 'answer',
    question: 1,
    attributedBy: 'label',
    certainty: 0.99,
    ...more,
  };
}

/** A tweet that answers; by itself, unless `more` says what it speaks to. */
export function answer(minute: number, author: string | null, text: string, more: Partial<AnswerView> = {}): AnswerView {
  return { ...tweet(minute, author, text), under: null, inferred: false, depth: 0, ...more };
}

/** The same tweet as exports write it. */
export function exported(view: TweetView, more: Partial<ExportedTweet> = {}): ExportedTweet {
  return { ...view, network: 'twitter', replyTo: null, retweetOf: null, thread: null, ...more };
}

export const answers: readonly AnswerView[] = [
  answer(5, 'heron_hollis', 'A1: We count tadpoles every Friday. The data wall is the best part #pondchat'),
  answer(6, 'MarshaMudd4', 'A1 Journals! Ours are here: https://t.co/abCD123456 (free to copy) #pondchat https://t.co/pic0000001', {
    links: [{ short: 'https://t.co/abCD123456', url: 'https://www.pondnotes.example/journals/spring-2016?page=2', title: 'Pond journals' }],
    media: 1,
  }),
  answer(6, 'reedy', 'RT @heron_hollis: A1: We count tadpoles every Friday.', { kind: 'retweet', key: '721800000000001106' }),
  answer(7, null, 'A1 One class, one bucket, one question each.\nThen we vote 🐸'),
  answer(
    9,
    'a_very_long_name',
    'A1 Standing still for five minutes. Hardest thing I teach, and the one that they remember when they are back in the building.',
  ),
  answer(1120, 'heron_hollis', 'A1 Late, but: let them name the pond.', { session: null }),
];

export const questions: readonly QuestionView[] = [
  {
    number: 1,
    label: 'Q1',
    key: '721800000000001003',
    text: 'Q1: What does a first visit to water look like with your class, and what do they take home? #pondchat',
    askedAt: START + 3 * 60_000,
    askedBy: 'mod_minnow',
    answers,
  },
  {
    number: 2,
    label: 'Q2a',
    key: '721800000000001015',
    text: 'Q2a) Which tool earned its place in your bag?',
    askedAt: START + 15 * 60_000,
    askedBy: 'mod_minnow',
    answers: [],
  },
  {
    number: 2,
    label: 'Q2b',
    key: '721800000000001020',
    text: 'Q2b) …and which one stays home?',
    askedAt: START + 20 * 60_000,
    askedBy: null,
    answers: [answer(21, 'reedy', 'A2: The big net stays home.', { question: 2 })],
  },
  {
    number: 3,
    label: 'Q3',
    key: '721800000000001030',
    text: 'Q3 Who helps?',
    askedAt: START + 30 * 60_000,
    askedBy: 'mod_minnow',
    answers: [],
  },
];

export const link: LinkView = {
  url: 'https://www.pondnotes.example/journals/spring-2016?page=2',
  canonical: 'pondnotes.example/journals/spring-2016?page=2',
  host: 'pondnotes.example',
  title: 'Pond journals [free]',
  sharedBy: ['MarshaMudd4', 'heron_hollis', null, 'reedy'],
  tweets: 6,
  firstSharedAt: START + 6 * 60_000,
  firstKey: '721800000000001006',
  firstSession: '2016-04-17',
  firstQuestion: 1,
  question: 1,
  spellings: 2,
  weeks: ['2016-W15'],
  before: [],
  beforeInShort: [],
  verdict: null,
  copy: null,
  starred: false,
  note: null,
  tags: [],
};

export const bareLink: LinkView = {
  ...link,
  url: 'https://buckets.example/',
  canonical: 'buckets.example',
  host: 'buckets.example',
  title: null,
  sharedBy: ['reedy'],
  tweets: 1,
  firstQuestion: null,
  question: null,
  spellings: 1,
};

export const people: readonly PersonView[] = [
  {
    author: 'heron_hollis',
    name: 'Hollis Heron',
    tweets: 23,
    questions: 0,
    answers: 14,
    links: 2,
    firstAt: START,
    lastAt: START + 3_000_000,
    moderator: false,
    isNew: false,
    cameBack: true,
    unanswered: 3,
    heard: 11,
  },
  {
    author: 'mod_minnow',
    name: 'Minnow (she/her) 🐟',
    tweets: 12,
    questions: 4,
    answers: 1,
    links: 0,
    firstAt: START,
    lastAt: START + 3_000_000,
    moderator: true,
    isNew: false,
    cameBack: false,
    unanswered: 0,
    heard: 4,
  },
  {
    author: 'reedy',
    name: null,
    tweets: 1,
    questions: 0,
    answers: 1,
    links: 1,
    firstAt: START,
    lastAt: START,
    moderator: false,
    isNew: true,
    cameBack: false,
    unanswered: 1,
    heard: 0,
  },
];

export const summary: SessionSummary = {
  session: '2016-04-17',
  week: '2016-W15',
  startsAt: START,
  endsAt: START + 3_600_000,
  topic: { text: 'First visits to water', source: 'stated', terms: ['pond', 'journals', 'tadpoles'] },
  tweets: 1153,
  people: 41,
  questions: 3,
  links: 12,
  curve: [4, 20, 31, 18, 25, 16, 22, 12, 19, 8, 0, 3],
};

export const sessions: readonly SessionSummary[] = [
  {
    ...summary,
    session: '2016-04-03',
    week: '2016-W13',
    startsAt: START - 14 * 86_400_000,
    tweets: 98,
    topic: { text: 'mud, boots, permission slips', source: 'derived', terms: ['mud', 'boots', 'permission slips'] },
  },
  {
    ...summary,
    session: '2016-04-10',
    week: '2016-W14',
    startsAt: START - 7 * 86_400_000,
    tweets: 7,
    people: 1,
    links: 0,
    curve: [0, 1, 0, 0, 2, 1, 0, 0, 3, 0, 0, 0],
    topic: { text: 'Building a habit of looking closely, with and without a screen between us', source: 'user', terms: [] },
  },
  summary,
];

export const session: SessionView = {
  ...summary,
  chat,
  foundBy: 'schedule',
  moderators: ['mod_minnow', 'heron_hollis'],
  bars: [],
  questionList: questions,
  topLinks: [link, bareLink],
  topPeople: people,
};

export const linkWeeks: readonly LinkWeek[] = [
  { week: '2016-W15', session: '2016-04-17', topic: summary.topic, links: [link, bareLink] },
  { week: '2016-W16', session: null, topic: null, links: [bareLink] },
];

const alone = { again: 0, before: [], after: [] };

/** The same as groups under headings. */
export const linkGroups: readonly LinkGroup[] = groupsOf(linkWeeks);

export function groupsOf(weeks: readonly LinkWeek[]): LinkGroup[] {
  return weeks.map(({ links, ...week }) => ({ heading: { by: 'week', ...week }, links }));
}

export const search: SearchView = {
  order: 'relevance',
  read: 'the word tadpoles',
  total: 34,
  more: false,
  hits: [
    {
      tweet: answers[0] ?? tweet(1, null, ''),
      excerpt: 'A1: We count \u0002tadpoles\u0003 every Friday. The data wall is the best part #pondchat',
      ...alone,
      again: 2,
    },
    { tweet: tweet(3000, 'reedy', '', { session: null }), excerpt: '…no \u0002tadpoles\u0003 yet https://t.co/abCD123456', ...alone },
    { tweet: tweet(12, 'MarshaMudd4', ''), excerpt: 'Counting \u0002Tadpoles\u0003 again', ...alone },
  ],
  offset: 0,
  suggestion: null,
  topics: new Map([['2016-04-17', 'First visits to water']]),
};

const leaf = (view: TweetView | null, children: ThreadView['roots'] = [], inferred = false) => ({
  key: view?.key ?? '721700000000000000',
  tweet: view,
  inferred,
  children,
});

export const thread: ThreadView = {
  thread: '721700000000000000',
  tweets: 5,
  people: 4,
  depth: 3,
  startsAt: START + 5 * 60_000,
  roots: [
    leaf(null, [
      leaf(
        tweet(
          5,
          'heron_hollis',
          'We count tadpoles every Friday. The data wall is the best part of it, and every family that visits stops there first.',
        ),
        [
          leaf(
            tweet(
              6,
              'MarshaMudd4',
              '@heron_hollis How do you keep the little ones from counting the same tadpole four times? Asking for a friend.',
            ),
            [leaf(tweet(8, 'heron_hollis', '@MarshaMudd4 I do not 😀'))],
          ),
          leaf(tweet(7, null, 'Love this.')),
        ],
      ),
      leaf(tweet(9, 'reedy', '@heron_hollis Yes!'), [], true),
    ]),
  ],
};

export const file: FileReport = {
  path: 'exports/tags-april.csv',
  format: 'tags-csv',
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  context: 0,
  rejected: [],
  warnings: [],
  error: null,
};

/** A report of some files, its totals added up. */
export function report(files: readonly FileReport[], more: Partial<ImportReport> = {}): ImportReport {
  const sum = (pick: (one: FileReport) => number) => files.reduce((total, one) => total + pick(one), 0);
  const totals = {
    read: sum(({ read }) => read),
    added: sum(({ added }) => added),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
    context: sum(({ context }) => context),
    rejected: sum(({ rejected }) => rejected.length),
  };
  return { files, skipped: [], totals, chat: 'pondchat', sessions: [], unknownHashtag: null, dryRun: false, interrupted: false, ...more };
}
