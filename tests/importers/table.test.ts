import { describe, expect, test } from 'vitest';
import { identify, importerNamed } from '../../src/importers/identify.ts';
import type { ExtractOptions } from '../../src/importers/importer.ts';
import { normalise } from '../../src/normalise/tweet.ts';
import { collect, memorySource } from './source.ts';

const CHICAGO = { date: '2016-04-17', zone: 'America/Chicago' };

async function read(content: string, options: ExtractOptions = {}) {
  const items = await collect(importerNamed('table').extract(memorySource(content), options));
  return items.map((item) => {
    if (item.kind !== 'tweet') return item.kind === 'rejected' ? item.reason : item.message;
    const result = normalise(item.tweet);
    return 'reason' in result ? result.reason : [new Date(result.tweet.createdAt).toISOString(), result.tweet.author, result.tweet.text];
  });
}

function claimed(content: string): boolean {
  const claim = identify(memorySource(content).head);
  return claim !== null && 'importer' in claim;
}

describe('a table that is not of tweets is refused', () => {
  test.each([
    ['grades', 'Name,Quiz 1,Quiz 2,Comments\nAnna,9,8,Works hard and helps others\nBen,7,9,Should read more at home\n'],
    ['grades by number', 'id,student,text\n12,Anna,Works hard and helps others\n13,Ben,Should read more at home\n'],
    ['people', 'screen_name,name,description\nplum_and_pear,Mr. Quince,I teach and prune in equal parts\n'],
    ['counts', 'date,tweets,retweets\n2016-04-17,120,30\n2016-04-24,99,12\n'],
    ['a survey', 'Timestamp,Email,What did you learn?\n4/17/2016 20:03:11,a@b.example,That pears keep longer than apples\n'],
    ['posts of another network', 'id,created_time,message\n101599876543210987,2019-05-05 10:00,Our spring fair is on Sunday\n'],
    ['links', 'title,url\nHow to prune a pear tree,https://pears.example.org/prune\n'],
    ['contacts with handles', 'Name,Twitter\nMr. Quince,@plum_and_pear\nIda Hedgerow,@MsHedgerow\n'],
    ['texts that were saved alone', ',full_text\n0,Rain again at school #orchardchat\n1,And again #orchardchat\n'],
  ])('%s', (_, content) => {
    expect(claimed(content)).toBe(false);
  });
});

describe('a table of tweets is claimed', () => {
  test.each([
    [
      'by handles under a plain name',
      'User,Message\nplum_and_pear,Q1: Roots or shoots? #orchardchat\nMsHedgerow,A1: Roots! #orchardchat\n',
    ],
    ['by addresses under any name', 'Text,Where\nQ1: Roots or shoots then?,https://x.com/plum_and_pear/status/721866668816470016\n'],
    ['with tabs and without names', '@plum_and_pear\tQ1: Roots, or shoots, and why? #orchardchat\n@MsHedgerow\tA1: Roots #orchardchat\n'],
    ['with a long first text', `1,@plum_and_pear,"${'Why, oh why, is a pear? '.repeat(8)}"\n`],
  ])('%s', (_, content) => {
    expect(claimed(content)).toBe(true);
  });
});

describe('a sheet without dates', () => {
  const sheet = '@plum_and_pear,"Q1: Roots, or shoots? #orchardchat"\n@MsHedgerow,A1: Roots! Roots! #orchardchat\n';

  test('takes the date that the user gives, a second a row from noon', async () => {
    expect(await read(sheet, CHICAGO)).toEqual([
      ['2016-04-17T17:00:00.000Z', 'plum_and_pear', 'Q1: Roots, or shoots? #orchardchat'],
      ['2016-04-17T17:00:01.000Z', 'MsHedgerow', 'A1: Roots! Roots! #orchardchat'],
    ]);
  });

  test('begins at the time that the user gives', async () => {
    const tweets = await read(sheet, { ...CHICAGO, date: '2016-04-17T20:00' });
    expect(tweets.map(([time]) => time)).toEqual(['2016-04-18T01:00:00.000Z', '2016-04-18T01:00:01.000Z']);
  });

  test('is rejected without a date, row by row, with what to add', async () => {
    const reasons = await read(sheet);
    expect(new Set(reasons)).toEqual(
      new Set(['the row has no date: import the file again with --date and --tz, such as --date 2016-04-17 --tz America/Chicago']),
    );
    expect(await read(sheet, { date: '2016-04-17' })).toEqual(
      Array.from(
        { length: 2 },
        () => 'the row does not say in which time zone its date is: import the file again with --tz, such as --tz America/Chicago',
      ),
    );
  });

  test('may hold the date without the time', async () => {
    const dated = '9/16/2016,@plum_and_pear,Q1: Roots or shoots? #orchardchat\n9/16/2016,@MsHedgerow,A1: Roots! Roots! #orchardchat\n';
    const tweets = await read(dated, { zone: 'America/New_York' });
    expect(tweets.map(([time]) => time)).toEqual(['2016-09-16T16:00:00.000Z', '2016-09-16T16:00:01.000Z']);
  });
});

describe('times of a table', () => {
  const table = (...dates: string[]) =>
    `Date,Handle,Tweet\n${dates.map((date) => `"${date}",@plum_and_pear,Q1: Roots or shoots? #orchardchat\n`).join('')}`;
  const timesOf = async (content: string, options: ExtractOptions = { zone: 'America/Chicago' }) =>
    (await read(content, options)).map((item) => (typeof item === 'string' ? item : item[0]));

  test.each([
    ['4/17/2016 8:03 PM', '2016-04-18T01:03:00.000Z'],
    ['April 17, 2016 at 08:03PM', '2016-04-18T01:03:00.000Z'],
    ['Sunday, 17 April 2016 20:03', '2016-04-18T01:03:00.000Z'],
    ['17.04.2016 20:03:11', '2016-04-18T01:03:11.000Z'],
    ['2016-01-17 20:03', '2016-01-18T02:03:00.000Z'],
    ['8:03 PM - 17 Apr 2016', '2016-04-18T01:03:00.000Z'],
    ['2016-04-17 20:03 EDT', '2016-04-18T00:03:00.000Z'],
    ['2016-04-18T01:03:00Z', '2016-04-18T01:03:00.000Z'],
    ['Mon Apr 18 01:03:00 +0000 2016', '2016-04-18T01:03:00.000Z'],
    ['1460941380', '2016-04-18T01:03:00.000Z'],
    ['1460941380000', '2016-04-18T01:03:00.000Z'],
  ])('%s', async (stated, instant) => {
    expect(await timesOf(table(stated))).toEqual([instant]);
  });

  test('are read with the day first where another date of the column can be read in that way only', async () => {
    expect(await timesOf(table('4/5/2016 20:03', '17/4/2016 20:03'))).toEqual(['2016-05-05T01:03:00.000Z', '2016-04-18T01:03:00.000Z']);
  });

  test('that can be read in two ways are read with the month first, and it is said', async () => {
    expect(await timesOf(table('4/5/2016 20:03'))).toEqual([
      'dates such as 4/5/2016 were read with the month first',
      '2016-04-06T01:03:00.000Z',
    ]);
  });

  test('stand in two columns', async () => {
    const content = 'Date,Time,Handle,Tweet\n2016-04-17,8:03 PM,@plum_and_pear,Q1: Roots or shoots? #orchardchat\n';
    expect(await timesOf(content)).toEqual(['2016-04-18T01:03:00.000Z']);
    expect(await timesOf(content.replace('Date,', 'x,').replace('2016-04-17', ''), CHICAGO)).toEqual(['2016-04-18T01:03:00.000Z']);
  });

  test('are those of the ids, whatever else is stated', async () => {
    const content = 'Tweet ID,Date,Tweet\n721866668816470016,4/17/2016,Q1: Roots or shoots? #orchardchat\n';
    expect(await timesOf(content, {})).toEqual(['2016-04-18T01:03:20.137Z']);
  });
});

describe('columns that the user names', () => {
  const content = 'When,Wer,Was\n2016-04-17 20:03,plum_and_pear,Roots or shoots?\n';

  test.each([
    [{ text: 'was', author: '2', date: 'When' }, ['2016-04-18T01:03:00.000Z', 'plum_and_pear', 'Roots or shoots?']],
    [{ text: '3' }, 'the row names no author'],
    [{ text: 'Tweet' }, 'the table has no column Tweet: its columns are when, wer, was'],
    [{ text: '4' }, 'the table has no column 4: its columns are when, wer, was'],
    [{ author: 'wer' }, 'no column of texts was found: name the columns with --columns, such as --columns "text=Tweet Text,author=2"'],
  ])('%j', async (columns, expected) => {
    expect(await read(content, { columns, zone: 'America/Chicago' })).toEqual([expected]);
  });

  test('are not needed for the author of a file of one person', async () => {
    expect(await read(content, { columns: { text: '3', date: '1' }, zone: 'UTC', author: 'owl' })).toEqual([
      ['2016-04-17T20:03:00.000Z', 'owl', 'Roots or shoots?'],
    ]);
  });

  test('do not make a table of a text', async () => {
    expect(await read('No table here\n', { columns: { text: '1' } })).toEqual(['the file is no table: at least two columns are needed']);
  });
});
