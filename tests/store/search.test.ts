import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from 'better-sqlite3';
import { addDays, instantOf } from '../../src/calendar.ts';
import { UserError } from '../../src/errors.ts';
import { parse } from '../../src/query/parse.ts';
import type { SearchHit } from '../../src/store/search-hits.ts';
import type { SearchOptions } from '../../src/store/search-plan.ts';
import { search } from '../../src/store/search.ts';
import { DAYS } from './naive-search.ts';
import { addSession, archive, zone } from './search-archive.ts';
import { runs } from '../runs.ts';

const defaults: SearchOptions = { chat: null, zone, order: 'newest', limit: 1000 };

function texts(hits: readonly SearchHit[]): string[] {
  return hits.map(({ text }) => text);
}

describe('one question, one answer', () => {
  const evening = '2016-04-17 20:05';
  let db: Database;

  beforeAll(() => {
    ({ db } = archive([
      {
        when: '2016-04-17 20:01',
        text: 'Q1: What makes grading fair? #iaedchat',
        author: 'MrsLopez',
        placed: { session: '2016-04-17', role: 'question', question: 1 },
      },
      {
        when: '2016-04-17 20:03',
        text: "A1: Don't grade homework 👍🏽 #iaedchat",
        author: 'kofi',
        placed: { session: '2016-04-17', role: 'answer', question: 1 },
      },
      {
        when: evening,
        text: '@MrsLopez a growth mindset helps #GrowthMindset #iaedchat',
        author: 'ana',
        authorName: 'Ana Ruiz',
        replyTo: { author: 'MrsLopez' },
        placed: { session: '2016-04-17' },
      },
      {
        when: '2016-04-17 20:06',
        text: 'Growth mindsets, standards-based: https://t.co/aBc1',
        links: [{ short: 'https://t.co/aBc1', url: 'https://www.edutopia.org/blog/sbg?utm_source=x', title: 'Assessment that lasts' }],
        author: 'mr_smith',
      },
      { when: '2016-04-17 20:07', text: 'RT @MrsLopez: Q1: What makes grading fair? #iaedchat', author: 'dee' },
      {
        when: '2016-04-17 23:59',
        text: 'Assessments at café tables, late',
        author: 'dee',
        media: [{ short: null, url: 'https://pbs.twimg.com/media/x.jpg' }],
      },
      { when: '2016-04-18 00:00', text: 'Monday: reading assessments https://blog.edutopia.org/x', author: 'dee' },
      { when: '2016-04-18 09:00', text: 'quoted grading, never exported', author: 'eve', asContext: true },
      { when: '2014-01-05 20:00', text: 'Happy birthday #iaedchat! Rubrics', author: 'kofi', placed: { session: '2014-01-05' } },
    ]));
    addSession(db, '2016-04-17', 'Reports that tell the truth', ['sbg']);
    addSession(db, '2014-01-05', '', ['rubrics', 'party']);
  });

  test.each([
    ['grade', 3],
    ['grade -is:rt', 2],
    ['"grading" is:original', 1],
    ['+grade', 1],
    ['"grad*"', 0],
    ['"grade*"', 1],
    ['gradin*', 2],
    ['assessm*', 3],
    ['"growth mindset"', 1],
    ['growth-mindset', 2],
    ['standards-based', 1],
    ["don't", 1],
    ['👍', 1],
    ['👍🏽 grade', 1],
    ['cafe', 1],
    ['Q1:', 2],
    ['#growthmindset', 1],
    ['#growth', 0],
    ['tag:iaedchat', 5],
    ['from:mrslopez', 1],
    ['from:mr_smith', 1],
    ['from:"ana ruiz"', 1],
    ['to:mrslopez', 1],
    ['@mrslopez', 2],
    ['@mrs', 0],
    ['has:link', 2],
    ['has:media', 1],
    ['is:reply', 1],
    ['is:question', 1],
    ['a:1', 1],
    ['q:1..3', 1],
    ['q:2', 0],
    ['url:edutopia.org', 2],
    ['url:utm_source=x', 1],
    ['url:EDUTOPIA.org/BLOG', 1],
    ['url:edu%', 0],
    ['http://edutopia.org/blog/sbg', 1],
    ['https://t.co/aBc1', 1],
    ['site:edutopia.org', 2],
    ['site:blog.edutopia.org', 1],
    ['site:topia.org', 0],
    ['assessment from:dee OR grading from:mrslopez', 3],
    ['on:2016-04-17', 6],
    ['since:2016-04-17 until:2016-04-18', 6],
    ['week:2016-W15', 6],
    ['week:2016-W16', 1],
    ['until:2016', 1],
    ['date:..', 8],
    ['session:2016-04-17', 3],
    ['session:2016', 3],
    ['week:latest', 3],
    ['topic:report', 3],
    ['report', 3],
    ['"tell the truth"', 0],
    ['topic:rubric', 1],
    ['topic:"truth reports"', 3],
    ['topic:"truth rubric"', 0],
    ['-grade', 5],
    ['NOT from:dee', 5],
    ['-"growth mindset" -is:rt', 6],
    ['(grading OR has:media) -from:mrslopez', 3],
    ['neverwritten', 0],
    ['OR', 0],
    ['?!', 0],
  ])('%s finds %i', (query, count) => {
    const { hits, total } = search(db, parse(query), defaults);
    expect([hits.length, total]).toEqual([count, count]);
  });

  test.each([
    ['https://bit.ly/9xYz', ['short']],
    ['HTTPS://BIT.LY/9XYZ', ['short']],
    ['https://bit.ly/nobody', []],
    ['https://twitter.com/kofi/status/721000000000000009', ['tweet']],
    ['https://twitter.com/search?q=grading', ['hashtag']],
    ['https://twitter.com', ['hashtag', 'tweet']],
    ['https://pbs.twimg.com/media/a.jpg', ['picture']],
    ['https://t.co/pIc2', ['stub']],
    ['https://user@host.example/x', ['name']],
  ])('%s, which no tweet shares, finds those that hold it', (address, found) => {
    const holding: [text: string, leadsTo?: string][] = [
      ['short: https://bit.ly/9xYz.', 'https://a.example/x'],
      ['tweet: https://twitter.com/kofi/status/721000000000000009'],
      ['hashtag: https://twitter.com/search?q=grading'],
      ['picture: https://pbs.twimg.com/media/a.jpg'],
      ['stub: https://t.co/pIc2', 'https://pbs.twimg.com/media/b.jpg'],
      ['name: https://user@host.example/x', 'https://b.example/'],
    ];
    const { db: held } = archive(
      holding.map(([text, url], at) => {
        const short = text.replace(/^\w+: |\.$/g, '');
        return { when: `2016-04-17 20:0${at}`, text, ...(url === undefined ? {} : { links: [{ short, url }] }) };
      }),
    );
    const { hits } = search(held, parse(address), defaults);
    expect(hits.map(({ text }) => text.replace(/:.*/, ''))).toEqual(found);
  });

  test('a long conversation is searched as a short one is', () => {
    const answers = Array.from({ length: 240 }, (_, at) => ({
      when: `2016-04-17 ${20 + (at % 3)}:00`,
      text: at % 4 === 0 ? 'a rubric' : 'no such thing',
      ...(at < 200 ? { replyTo: { id: '721000000000000001', author: 'ana' } } : {}),
    }));
    const { db: long } = archive(answers);
    const found = (query: string) => search(long, parse(query), defaults).total;
    const queries = [
      'thread:721000000000000001',
      'rubric',
      'rubric thread:721000000000000001',
      'rubric thread:{thing}',
      '-rubric thread:{rubric}',
    ];
    expect(queries.map(found)).toEqual([200, 60, 50, 50, 150]);
    expect(found('rubric thread:{rubric} on:2016-04-18')).toBe(0);
  });

  test('counts of any size are compared as numbers', () => {
    const counts = [0, 1, 2, 7, 9, 10, 11, 12, 24, 25, 26, 99, 100, 101, 999, 9999, 10_000, 123_456];
    const { db: counted } = archive([
      ...counts.map((likes, at) => ({ when: `2016-04-17 20:${10 + at}`, text: 'counted', counts: { likes } })),
      { when: '2016-04-17 20:59', text: 'nobody told' },
    ]);
    for (const least of [...counts, 3, 8, 27, 5000, 20_000, 200_000])
      expect(search(counted, parse(`min_faves:${least}`), defaults).total, String(least)).toBe(
        counts.filter((likes) => likes >= least).length,
      );
  });

  test('a chat narrows the search to its tweets', () => {
    expect(search(db, parse('growth'), { ...defaults, chat: 'iaedchat' }).total).toBe(1);
    expect(search(db, parse('growth'), { ...defaults, chat: 'edchat' }).total).toBe(0);
  });

  test('a hit says where it stands, and shows what was found in its whole text', () => {
    expect(search(db, parse('fair grade -is:rt'), defaults).hits).toEqual([
      expect.objectContaining({
        author: 'MrsLopez',
        authorName: null,
        createdAt: instantOf('2016-04-17', '20:01', zone),
        excerpt: 'Q1: What makes \u0002grading\u0003 \u0002fair\u0003? #iaedchat',
        session: '2016-04-17',
        role: 'question',
        question: 1,
        score: 0,
      }),
    ]);
  });

  test('the excerpt leaves addresses out, the text keeps them', () => {
    const [hit] = search(db, parse('standards-based'), defaults).hits;
    expect(hit?.text).toContain('https://t.co/aBc1');
    expect(hit?.excerpt).toBe('Growth mindsets, \u0002standards-based\u0003:');
  });

  test('hashtags and mentions that were asked for are marked', () => {
    const [hit] = search(db, parse('tag:growthmindset @mrslopez'), defaults).hits;
    expect(hit?.excerpt).toBe('@\u0002MrsLopez\u0003 a growth mindset helps #\u0002GrowthMindset\u0003 #iaedchat');
  });

  test('pages follow one another', () => {
    const page = (order: SearchOptions['order'], offset: number) =>
      texts(search(db, parse('gr*'), { ...defaults, order, limit: 2, offset }).hits);
    const all = texts(search(db, parse('gr*'), defaults).hits);
    expect([...page('newest', 0), ...page('newest', 2), ...page('newest', 4)]).toEqual(all);
    expect(page('oldest', 0)).toEqual(all.toReversed().slice(0, 2));
    expect(page('newest', 100)).toEqual([]);
  });

  test('counting stops where it is told to, and says so', () => {
    const counted = (countUpTo: number) => search(db, parse('gr*'), { ...defaults, limit: 1, countUpTo });
    expect(counted(2)).toMatchObject({ total: 2, more: true });
    expect(counted(5)).toMatchObject({ total: 5, more: false });
  });

  test('SQLite and its index never meet a sign of the user', () => {
    const signs = fc.constantFrom(
      '"',
      "'",
      '*',
      '^',
      ':',
      '{',
      '}',
      '(',
      ')',
      '-',
      '+',
      'NEAR(',
      ' AND ',
      ' OR ',
      ' NOT ',
      'text:',
      'from:',
      'url:',
      'site:',
      '@',
      '#',
      '%',
      '_',
      '\0',
      '\ud83d',
      '👍',
      'a',
      'é',
      'ﬁ',
      '1',
      ' ',
      ';',
      '--',
      '?',
      '$x',
      'http://',
      'topic:',
      'to:',
    );
    const string = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(signs, { maxLength: 24 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(string, fc.constantFrom('relevance' as const, 'newest' as const), (text, order) => {
        try {
          const { hits, total } = search(db, parse(text), { ...defaults, order });
          expect(hits.length).toBe(total);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  test('the deepest and longest searches that parse can be answered', () => {
    const deep = (open: string, end: string, times: number) =>
      search(db, parse(open.repeat(times) + end + ')'.repeat(times)), { ...defaults, order: 'relevance' });
    for (const open of ['(', '-(', 'a OR b (', 'a -(b OR c (', '"a b" OR from:x -(c ', 'a (b OR -(', 'xy* | tag:y (z OR -q (']) {
      expect(() => deep(open, 'grade', Math.floor(12 / (open.split('(').length - 1)))).not.toThrow();
    }
    for (const word of ['grade ', 'a | ', '-b ', 'gradin* ', '"a b" OR ', 'from:x OR ', 'xy* | -', 'tag:x -', 'url:x | ', 'a:1 | ']) {
      expect(() => search(db, parse(`${word.repeat(190)} c`), { ...defaults, order: 'relevance' })).not.toThrow();
    }
  });
});

test('the last minute of a Sunday belongs to Sunday, whatever UTC says', () => {
  const { db } = archive(DAYS.map((day) => ({ when: `${day} 23:59`, text: 'late' })));
  for (const day of DAYS) {
    expect(search(db, parse(`late on:${day}`), defaults).total).toBe(1);
    expect(search(db, parse(`late since:${day} until:${addDays(day, 1)}`), defaults).total).toBe(1);
  }
});
