/** What is searched of a tweet, and what weighs more. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/query/parse.ts';
import { search } from '../../src/store/search.ts';
import { addQuestion, addSession, archive, zone } from './search-archive.ts';

const link = { short: 'https://t.co/aBc1xyz', url: 'https://www.lantern.example/moss/garden-ideas', title: 'Heron nests explained' };
const { db } = archive([
  {
    when: '2016-04-17 20:05',
    text: 'A2: violins help #QuietReading #iaedchat https://t.co/aBc1xyz',
    author: 'tuba_teacher',
    authorName: 'Wilma Xylander',
    links: [link],
    placed: { session: '2016-04-17', role: 'answer', question: 2 },
  },
  { when: '2016-04-17 20:06', text: 'something else', author: 'kofi' },
]);
addSession(db, '2016-04-17', 'Orchestras without fear', []);
addQuestion(db, '2016-04-17', 2, 'Which instruments calm a class?');

const found = (query: string) => search(db, parse(query), { chat: null, zone, order: 'relevance', limit: 10 }).total;

describe('a tweet is found by', () => {
  test.each([
    ['its words, in any form', 'violin'],
    ['a word inside a hashtag', 'quiet'],
    ['another', 'reading'],
    ['the whole hashtag', 'quietreading'],
    ['its handle', 'tuba_teacher'],
    ['the name shown', 'xylander'],
    ['the host of a link', 'lantern'],
    ['the path of a link', 'moss'],
    ['a phrase in the path', '"garden ideas"'],
    ['the title of the page', 'heron'],
    ['the question it answers', 'instrument'],
    ['the topic of its session', 'orchestra'],
  ])('%s: %s', (_name, query) => expect(found(query)).toBe(1));

  test.each([['aBc1xyz'], ['t'], ['co'], ['utm_source'], ['rq0'], ['fkofi0'], ['\ue000fkofi0'], ['"\ue000ko0"']])('not by %s', (query) =>
    expect(found(query)).toBe(0),
  );
});

test('the nearer to what was said, the higher: text, hashtag, author and link, question, topic', () => {
  const rows = [
    { text: 'about kites', author: 'ana' },
    { text: 'about #KitesEverywhere', author: 'bob' },
    { text: 'about wind', author: 'kites' },
    { text: 'about string https://wind.example/kites', author: 'cal' },
    { text: 'about paper', author: 'dee', placed: { session: '2016-04-17', role: 'answer', question: 1 } as const },
    { text: 'about glue', author: 'eve', placed: { session: '2016-04-10' } },
    ...Array.from({ length: 30 }, (_, at) => ({ text: `about number ${at}`, author: 'fay' })),
  ];
  const { db: own } = archive(rows.map((row, at) => ({ when: `2016-04-17 20:${10 + at}`, ...row })));
  addSession(own, '2016-04-10', 'Kites', []);
  addSession(own, '2016-04-17', 'Weather', []);
  addQuestion(own, '2016-04-17', 1, 'Who flies kites?');
  const { hits } = search(own, parse('kites'), { chat: null, zone, order: 'relevance', limit: 10 });
  const authors = hits.map(({ author }) => author);
  expect(authors[0]).toBe('ana');
  expect(new Set(authors.slice(1, 4))).toEqual(new Set(['bob', 'cal', 'kites']));
  expect(authors.slice(4)).toEqual(['dee', 'eve']);
});
