/** Invented chats for the tests: tweets at minutes of an evening. */
import { instantOf } from '../../src/calendar.ts';
import type { Chat } from '../../src/chat.ts';
import type { Tweet } from '../../src/tweet.ts';

export const gardenchat: Chat = {
  name: 'gardenchat',
  title: '#gardenchat',
  about: 'School gardens',
  hashtags: ['gardenchat'],
  zone: 'America/Chicago',
  schedule: [{ weekday: 'sunday', time: '20:00', minutes: 60 }],
  moderators: [],
};

export interface Draft extends Partial<Tweet> {
  readonly createdAt: number;
  readonly text: string;
}

/** A whole tweet from what matters to a test. */
export function tweet(draft: Draft): Tweet {
  return {
    key: String(draft.createdAt),
    network: 'twitter',
    author: 'nobody',
    authorName: null,
    authorId: null,
    truncated: false,
    isRetweet: false,
    replyTo: null,
    replyToAuthor: null,
    retweetOf: null,
    retweetOfAuthor: null,
    quoteOf: null,
    conversation: null,
    links: [],
    media: [],
    hashtags: ['gardenchat'],
    mentions: [],
    lang: 'en',
    client: null,
    section: null,
    context: false,
    likes: null,
    retweets: null,
    replies: null,
    quotes: null,
    ...draft,
  };
}

/** Lines of `minute author text` as tweets of an evening: minute 0 is `time` on `date` in the chat's zone. */
export function evening(
  date: string,
  lines: readonly (readonly [number, string, string, Partial<Tweet>?])[],
  time = '20:00',
  chat = gardenchat,
): Tweet[] {
  const start = instantOf(date, time, chat.zone);
  return lines.map(([minute, author, text, more], index) =>
    tweet({
      key: `${date}-${time}-${String(index).padStart(4, '0')}`,
      createdAt: start + Math.round(minute * 60_000) + index,
      author,
      text: `${text} #gardenchat`,
      ...more,
    }),
  );
}

const GROWERS = ['ash', 'birch', 'cedar', 'dogwood', 'elm', 'fir'] as const;
const QUESTIONS = [
  'Which vegetables do your youngest pupils plant first, and why?',
  'How do you keep the compost heap from smelling in June?',
  'Who waters the raised beds during the summer holidays?',
  'What did the harvest festival change for your families?',
] as const;
const ANSWERS = [
  'Radish and lettuce, vegetables that sprout before anybody loses patience',
  'Dry leaves on every layer of compost, and turning the heap on Fridays',
  'Families take one week of watering the raised beds each',
  'Grandparents came to the harvest festival and stayed to cook',
] as const;

/** One plain session: welcome, format, four questions, six people answering each with and without labels. */
export function plainSession(date: string, time = '20:00', chat = gardenchat): Tweet[] {
  const lines: [number, string, string][] = [
    [0, 'rowan', 'Welcome to #gardenchat! Tonight we will be talking about school vegetable gardens.'],
    [1, 'rowan', "We'll be using a Q1/A1 format."],
  ];
  QUESTIONS.forEach((question, index) => {
    const at = 8 + index * 12;
    lines.push([at - 1, 'rowan', `Q${index + 1} coming up!`], [at, 'rowan', `Q${index + 1}: ${question}`]);
    GROWERS.forEach((author, nth) =>
      lines.push([at + 2 + nth * 1.2, author, `${nth % 2 === 0 ? `A${index + 1}: ` : ''}${ANSWERS[index] ?? ''} (${author})`]),
    );
  });
  lines.push([59, 'rowan', 'Thanks for joining #gardenchat! Our next chat is about roots.']);
  return evening(date, lines, time, chat);
}
