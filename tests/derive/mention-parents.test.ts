import { expect, test } from 'vitest';
import { mentionParents } from '../../src/derive/mention-parents.ts';
import type { Tweet } from '../../src/tweet.ts';
import { tweet } from './chats.ts';

type Line = readonly [key: string, minute: number, author: string | null, text: string, more?: Partial<Tweet>];

test.each<[string, readonly Line[], Readonly<Record<string, string>>]>([
  [
    'the only tweet of the person named is meant, however the handle is spelled',
    [
      ['a', 0, 'Ash', 'Beans first'],
      ['b', 4, 'birch', '@ASH why beans?'],
    ],
    { b: 'a' },
  ],
  [
    'a tweet of more than a quarter of an hour ago is not meant',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 16, 'birch', '@ash why?'],
    ],
    {},
  ],
  [
    'nor one that comes later',
    [
      ['a', 0, 'birch', '@ash are you here?'],
      ['b', 1, 'ash', 'Evening all'],
    ],
    {},
  ],
  [
    'nor one of two that could be meant',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 1, 'ash', 'Then lettuce'],
      ['c', 2, 'birch', '@ash yes!'],
    ],
    {},
  ],
  [
    'of several the one said to the author is meant',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 1, 'ash', '@birch do you water?'],
      ['c', 2, 'birch', '@ash daily'],
    ],
    { c: 'b' },
  ],
  [
    'two people take turns',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 1, 'birch', '@ash why?'],
      ['c', 2, 'ash', '@birch they sprout'],
      ['d', 3, 'birch', '@ash so do peas'],
      ['e', 4, 'ash', '@birch not here'],
    ],
    { b: 'a', c: 'b', d: 'c', e: 'd' },
  ],
  [
    'a known parent is left alone, and counts as answered',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 1, 'ash', 'Then lettuce'],
      ['c', 2, 'birch', '@ash yes', { replyTo: 'b' }],
      ['d', 3, 'birch', '@ash beans, too', { quoteOf: 'x' }],
      ['e', 4, 'birch', '@ash beans, too'],
    ],
    { e: 'a' },
  ],
  [
    'whom it answers may be known, but not which tweet',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 1, 'birch', 'why?', { replyToAuthor: 'ash' }],
    ],
    { b: 'a' },
  ],
  [
    'retweets, tweets to oneself, to nobody, and by nobody known answer nothing',
    [
      ['a', 0, 'ash', 'Beans first'],
      ['b', 1, 'ash', '@ash and lettuce'],
      ['c', 2, 'birch', 'RT @ash Beans first', { isRetweet: true }],
      ['d', 3, 'birch', '.@ash is right'],
      ['e', 4, null, '@ash why?'],
    ],
    {},
  ],
  [
    'a retweet is not what is answered',
    [
      ['a', 0, 'ash', 'RT @elm: Peas', { isRetweet: true }],
      ['b', 1, 'birch', '@ash why?'],
    ],
    {},
  ],
])('%s', (_name, lines, expected) => {
  const tweets = lines.map(([key, minute, author, text, more]) => tweet({ key, createdAt: minute * 60_000, author, text, ...more }));
  expect(Object.fromEntries(mentionParents(tweets))).toEqual(expected);
});
