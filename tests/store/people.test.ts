import { describe, expect, test } from 'vitest';
import type { Chat } from '../../src/chat.ts';
import { parseWhen } from '../../src/calendar.ts';
import { rowAt } from '../../src/row-number.ts';
import { instantOf } from '../../src/calendar.ts';
import { listPeople, listUnheard } from '../../src/store/people.ts';
import { resolveWhen } from '../../src/store/scope.ts';
import { archive, type Invented, zone } from './search-archive.ts';

const chat: Chat = {
  name: 'iaedchat',
  title: '#IAedchat',
  about: '',
  hashtags: ['iaedchat'],
  zone,
  schedule: [],
  moderators: [],
};

/** The id of the index-th tweet, as the archive gives it. */
const idAt = (when: string, index: number) => String(rowAt(instantOf(when.slice(0, 10), when.slice(11), zone)) + BigInt(index));

function people(invented: readonly Omit<Invented, 'text'>[], when = '2016-04-17') {
  const tweets = invented.map((one) => ({ text: 'Gardens #iaedchat', placed: { session: one.when.slice(0, 10) }, ...one }));
  const { db } = archive(tweets);
  const scope = resolveWhen(db, chat, parseWhen(when));
  return {
    all: new Map(listPeople(db, scope).map((person) => [person.author, person])),
    unheard: listUnheard(db, scope).map(({ author }) => author),
  };
}

const NOW = '2016-04-17 20:05';

describe('people', () => {
  test('are new when their first tweet in the chat lies in the time asked for', () => {
    const { all } = people([
      { when: '2016-04-10 20:00', author: 'kofi' },
      { when: NOW, author: 'Kofi' },
      { when: NOW, author: 'ngozi' },
    ]);
    expect([all.get('Kofi')?.isNew, all.get('ngozi')?.isNew]).toEqual([false, true]);
  });

  test('are new though they tweeted elsewhere before, or came along inside a tweet', () => {
    const { all } = people([
      { when: '2016-04-10 20:00', author: 'kofi' },
      { when: '2016-04-10 20:01', author: 'ngozi', text: 'Gardens', placed: { session: '2016-04-10', chat: 'otherchat' } },
      { when: '2016-04-10 20:02', author: 'ngozi', asContext: true },
      { when: NOW, author: 'ngozi' },
    ] as Invented[]);
    expect(all.get('ngozi')?.isNew).toBe(true);
  });

  test('are not new in the first session of an archive', () => {
    const { all } = people([{ when: NOW, author: 'kofi' }]);
    expect(all.get('kofi')).toMatchObject({ isNew: false, cameBack: false });
  });

  test.each([
    ['2016-02-20 20:00', true],
    ['2016-02-24 20:00', false],
  ])('came back after eight weeks: last seen %s', (before, cameBack) => {
    const { all } = people([
      { when: before, author: 'kofi' },
      { when: NOW, author: 'kofi' },
    ]);
    expect(all.get('kofi')).toMatchObject({ cameBack, isNew: false });
  });

  test.each<[string, Partial<Invented>, number]>([
    ['a reply answers', { replyTo: { id: idAt(NOW, 0) } }, 0],
    ['a quote answers', { quoteOf: { id: idAt(NOW, 0) } }, 0],
    ['a retweet answers', { retweetOf: { id: idAt(NOW, 0) } }, 0],
    ['an answer of a later day counts', { replyTo: { id: idAt(NOW, 0) }, when: '2016-04-20 09:00' }, 0],
    ['an answer to oneself is none', { replyTo: { id: idAt(NOW, 0) }, author: 'KOFI' }, 1],
    ['another tweet is none', {}, 1],
  ])('%s', (_name, more, unanswered) => {
    const { all } = people([
      { when: NOW, author: 'kofi' },
      { when: '2016-04-17 20:09', author: 'ngozi', ...more },
    ]);
    expect((all.get('kofi') ?? all.get('KOFI'))?.unanswered).toBe(unanswered);
  });

  test('what an export counted is believed, and a question is answered by answers placed at it', () => {
    const { all } = people([
      { when: NOW, author: 'kofi', counts: { retweets: 2 } },
      { when: NOW, author: 'ngozi', placed: { session: '2016-04-17', role: 'question', question: 1 } },
      { when: NOW, author: 'sam', placed: { session: '2016-04-17', role: 'answer', question: 1 } },
    ]);
    expect(Array.from(all.values(), ({ author, unanswered }) => [author, unanswered])).toEqual([
      ['kofi', 0],
      ['ngozi', 0],
      ['sam', 1],
    ]);
  });

  test('links are counted once a person, whatever the spelling of the handle', () => {
    const links = [{ url: 'https://garden.example/beds' }];
    const { all } = people([
      { when: NOW, author: 'kofi', links },
      { when: NOW, author: 'KOFI', links },
      { when: NOW, author: 'ngozi', links },
    ]);
    expect(Array.from(all.values(), ({ tweets, links: shared }) => [tweets, shared])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  test('nobody answered: only those, new ones first', () => {
    const { unheard } = people([
      { when: '2016-04-10 20:00', author: 'abel' },
      { when: NOW, author: 'abel' },
      { when: NOW, author: 'zoe' },
      { when: NOW, author: 'kofi' },
      { when: '2016-04-17 20:09', author: 'ngozi', replyTo: { id: idAt(NOW, 3) } },
    ]);
    expect(unheard).toEqual(['zoe', 'abel']);
  });
});
