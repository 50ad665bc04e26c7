/** Every example of docs/search.md is run on an archive in which it must find something, and not everything. */
import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR_NAMES } from '../../src/query/operators.ts';
import { parse } from '../../src/query/parse.ts';
import { search } from '../../src/store/search.ts';
import { addSession, archive, type Invented, zone } from '../store/search-archive.ts';

const page = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8');
const [grammar = ''] = page.split('\n## ');
const rows = grammar
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

const session = '2016-04-17';
const link = { short: 'https://t.co/aBc1', url: 'https://www.edutopia.org/blog/rubrics', title: 'Rubrics that last' };
const TWEETS: readonly Invented[] = [
  { when: '2014-01-05 20:00', text: 'Welcome, all! #iaedchat', author: 'dee', placed: { session: '2014-01-05' } },
  {
    when: '2016-04-17 20:01',
    text: 'Q3: Does homework belong into grading? #iaedchat',
    author: 'mrslopez',
    authorName: 'Maria Lopez',
    placed: { session, role: 'question', question: 3 },
  },
  {
    when: '2016-04-17 20:03',
    text: 'A3: I grade by a rubric, never homework 👍 https://t.co/aBc1',
    author: 'kofi',
    links: [link],
    counts: { likes: 7, retweets: 7, replies: 7, quotes: 7 },
    placed: { session, role: 'answer', question: 3 },
  },
  { when: '2016-04-17 20:04', text: 'Grading with a rubric', author: 'ana', placed: { session } },
  {
    when: '2016-04-17 20:05',
    text: '@mrslopez a growth mindset helps',
    author: 'ana',
    replyTo: { id: '721852617572552704', author: 'mrslopez' },
  },
  {
    when: '2016-04-17 20:06',
    text: 'Standards-based assessments, sbg for short',
    author: 'dee',
    media: [{ short: null, url: 'https://pbs.twimg.com/media/x.jpg' }],
  },
  { when: '2016-05-09 20:00', text: 'See you next year', author: 'dee' },
  { when: '2016-04-17 20:07', text: 'RT @ana: Grading with a rubric', author: 'kofi' },
];

describe('docs/search.md', () => {
  let db: Database;
  beforeAll(() => {
    ({ db } = archive(TWEETS));
    addSession(db, '2014-01-05', 'Welcome', []);
    addSession(db, session, 'Standards-based grading', [], { moderators: ['mrslopez'] });
  });
  afterAll(() => db.close());

  test.each(rows.map((cells) => /`([^`]+)`/.exec(cells[2] ?? '')?.[1] ?? ''))('its example %s finds what it should', (example) => {
    const query = parse(example, { today: '2016-04-22', saved: () => 'grading rubric' });
    const { hits } = search(db, query, { chat: null, zone, order: 'newest', limit: 100 });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThan(TWEETS.length);
  });

  test.each(OPERATOR_NAMES)('it names %s:', (name) => expect(page).toContain(`\`${name}:`));
});
