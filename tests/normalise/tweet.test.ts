import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/normalise/tweet.ts';
import type { RawTweet, Tweet } from '../../src/tweet.ts';
import { raw } from './tweets.ts';

function clean(fields: Partial<RawTweet>): Tweet {
  const result = normalise(raw(fields));
  if ('reason' in result) throw new Error(result.reason);
  return result.tweet;
}

describe('ids', () => {
  test.each([
    ['7.21852617572552E+17', 'http://twitter.com/Ms_Alder_q4/statuses/721852617572552704'],
    ['721852617572552000', 'https://twitter.com/Ms_Alder_q4/status/721852617572552704'],
    [null, '//twitter.com/Ms_Alder_q4/status/721852617572552704'],
    [' 721852617572552704 ', null],
    ['x', 'https://mobile.twitter.com/Ms_Alder_q4/status/721852617572552704?s=20'],
    ['1', 'https://x.com/i/web/status/721852617572552704'],
  ])('%s with %s is exact', (id, url) => {
    expect(clean({ id, url }).key).toBe('721852617572552704');
  });

  test('a spoilt id without an address gives a key of author, minute and words', () => {
    const spoilt = clean({ id: '7.21852E+17', createdAt: 'Mon Apr 18 00:09:34 +0000 2016' });
    expect(spoilt.key).toMatch(/^note:ms_alder_q4\/\d+\/[0-9a-f]{16}$/);
  });

  test('fifteen digits of a spoilt id still tell the time', () => {
    expect(clean({ id: '7.21852617572552E+17' }).createdAt).toBe(1460938050059);
  });
});

describe('time', () => {
  test('the id is believed before the stated time, and the difference is told', () => {
    const result = normalise(raw({ createdAt: 'Mon Apr 18 01:09:34 +0000 2016' }));
    expect(result).toMatchObject({ tweet: { createdAt: 1460938050059 }, disagreement: 3_723_941 });
  });

  test.each([
    ['Sat Feb 21 21:21:41 +0000 2009', '2009-02-21T21:21:41.000Z'],
    ['2009-02-21 21:21:41 +0000', '2009-02-21T21:21:41.000Z'],
    ['2009-02-21T15:21:41-06:00', '2009-02-21T21:21:41.000Z'],
    ['2009-02-21 21:21:41 UTC', '2009-02-21T21:21:41.000Z'],
  ])('an old id has the stated time: %s', (createdAt, iso) => {
    expect(new Date(clean({ id: '1001192579', createdAt }).createdAt).toISOString()).toBe(iso);
  });

  test.each([
    [{ id: null }, 'no id and no date'],
    [{ id: '9999999999999999999', url: null }, 'no id and no date'],
    [{ id: '1.123456789012345E+300', url: null }, 'no id and no date'],
    [{ id: null, createdAt: '2421-02-21T21:21:41Z' }, 'dated 2421-02-21, which is yet to come'],
    [{ id: null, createdAt: 8.64e15 }, 'dated +275760-09-13, which is yet to come'],
    [{ id: '1001192579', createdAt: '21/02/2009 21:21' }, 'no date, and an id too old to tell it'],
    [{ text: null }, 'no text column'],
    [{ text: '  ' }, 'no text'],
  ])('%j is rejected: %s', (fields, reason) => {
    expect(normalise(raw(fields))).toEqual({ reason });
  });
});

describe('a time that cannot be', () => {
  const now = Date.UTC(2026, 10, 24);
  const old = { id: '1001192579' };
  test.each<[Partial<RawTweet>, string]>([
    [{ ...old, createdAt: 'Sat Dec 30 00:00:00 +0000 1899' }, 'dated 1899-12-30, before the first tweet of all'],
    [{ ...old, createdAt: 0 }, 'dated 1970-01-01, before the first tweet of all'],
    [{ id: null, createdAt: '2026-11-25T00:00:01Z' }, 'dated 2026-11-25, which is yet to come'],
    [{ id: null, createdAt: '9999-12-31T00:00:00Z' }, 'dated 9999-12-31, which is yet to come'],
    [{ id: '2130633557406646272' }, 'its id is of 2026-12-09, which is yet to come'],
  ])('%j is rejected: %s', (fields, reason) => {
    expect(normalise(raw(fields), now)).toEqual({ reason });
  });

  test.each<[Partial<RawTweet>, string]>([
    [{ createdAt: 'Sat Dec 30 00:00:00 +0000 1899' }, '2016-04-18T00:07:30.059Z'],
    [{ id: '7.21852617572552E+17', createdAt: '2099-01-01T00:00:00Z' }, '2016-04-18T00:07:30.059Z'],
    [{ id: null, createdAt: '2026-11-24T23:59:00Z' }, '2026-11-24T23:59:00.000Z'],
    [{ ...old, createdAt: 'Tue Mar 21 20:50:14 +0000 2006' }, '2006-03-21T20:50:14.000Z'],
  ])('%j is believed where something tells better, or a clock may be off', (fields, iso) => {
    const result = normalise(raw(fields), now);
    expect('tweet' in result && new Date(result.tweet.createdAt).toISOString()).toBe(iso);
  });

  test('of a tweet inside another only that one is left out', () => {
    const result = normalise(raw({ context: [raw({ id: null, createdAt: '1899-12-30T00:00:00Z', text: 'x' })] }), now);
    expect(result).toMatchObject({ context: [] });
  });
});

describe('text', () => {
  test.each([
    ['Reading &amp; writing &lt;3 &quot;yes&quot;', 'Reading & writing <3 "yes"'],
    ['AT&amp;amp;T', 'AT&amp;T'],
    ['https://example.org/?a=1&copy=2', 'https://example.org/?a=1&copy=2'],
    ['line one\r\nline two\rline three', 'line one\nline two\nline three'],
    ['\u001b[31mred\u0007 \ufeffmark', '[31mred mark'],
  ])('%j is kept as %j', (text, kept) => {
    expect(clean({ text }).text).toBe(kept);
  });

  test('a text that is not encoded stays as it is', () => {
    expect(clean({ text: 'type &amp; here', encoded: false }).text).toBe('type &amp; here');
  });
});

describe('retweets', () => {
  test('are known by their header alone', () => {
    expect(clean({ text: 'RT @Ana_Brook_z7: Q1: What made it yours?' })).toMatchObject({
      isRetweet: true,
      retweetOfAuthor: 'Ana_Brook_z7',
    });
  });

  test('are given the header that some exports leave out', () => {
    const text = clean({ text: 'Q1: What made it yours?', retweetOf: { id: '721852617572552000', author: 'Ana_Brook_z7' } }).text;
    expect(text).toBe('RT @Ana_Brook_z7: Q1: What made it yours?');
  });

  test('a comment before the header is a tweet of its own', () => {
    expect(clean({ text: 'So true! RT @Ana_Brook_z7: A2 Time.' }).isRetweet).toBe(false);
  });
});

describe('addresses', () => {
  const short = 'https://t.co/abcDEF1234';
  const withLink = (url: string, text = `Look ${short} #iaedchat`) => clean({ text, links: [{ short, url, title: null }] });

  test('a page is a link', () => {
    expect(withLink('https://www.example.org/rubrics').links).toEqual([{ short, url: 'https://www.example.org/rubrics', title: null }]);
  });

  test.each([
    ['https://twitter.com/Ms_Alder_q4/status/721852617572552704/photo/1', { links: [], quoteOf: null }],
    ['https://twitter.com/Ana_Brook_z7/status/721852000000000000', { links: [], media: [], quoteOf: '721852000000000000' }],
    ['https://twitter.com/hashtag/iaedchat?src=hash', { links: [], media: [], quoteOf: null }],
    ['https://twitter.com/i/web/status/721852617572552704', { links: [], media: [], truncated: true, quoteOf: null }],
  ])('%s is not', (url, fields) => {
    expect(withLink(url)).toMatchObject(fields);
  });

  test('an address in the text that the export does not list is a link', () => {
    expect(clean({ text: 'See http://example.org/a(b). And https://t.co/cut…' }).links.map(({ url }) => url)).toEqual([
      'http://example.org/a(b)',
    ]);
  });

  test('a t.co link that nobody expanded is kept as one', () => {
    expect(clean({ text: `Look ${short}` }).links).toEqual([{ short, url: short, title: null }]);
  });
});

test('hashtags and mentions are folded, and those inside addresses do not count', () => {
  const result = clean({ text: '@Ana_Brook_z7 #IAedChat #Éducation see https://example.org/#top a@b.c &#35;x', encoded: false });
  expect(result.hashtags).toEqual(['education', 'iaedchat']);
  expect(result.mentions).toEqual(['ana_brook_z7']);
});

test('a quoted tweet comes along as context', () => {
  const result = normalise(raw({ quoteOf: { id: '721852000000000000' }, context: [raw({ id: '721852000000000000', text: 'Q1: Why?' })] }));
  expect(result).toMatchObject({
    tweet: { quoteOf: '721852000000000000', context: false },
    context: [{ key: '721852000000000000', context: true }],
  });
});

test('the name of the program is taken out of its anchor', () => {
  expect(clean({ client: '<a href="http://example.org" rel="nofollow">Classroom Deck</a>' }).client).toBe('Classroom Deck');
});
