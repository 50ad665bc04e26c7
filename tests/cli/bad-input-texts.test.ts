/** What the command line answers to files whose dates or encoding are wrong. */
import { expect, test } from 'vitest';
import { statuses } from './exports.ts';
import { importing } from './importing.ts';

test.each<[string, object, string | null]>([
  [
    '1899, without an id',
    { id_str: '1001192579', created_at: 'Sat Dec 30 00:00:00 +0000 1899' },
    'dated 1899-12-30, before the first tweet of all',
  ],
  ['2099, without an id', { id_str: '1001192579', created_at: 'Thu Jan 01 00:00:00 +0000 2099' }, 'dated 2099-01-01, which is yet to come'],
  ['an id that is yet to come', { id_str: '8999999999999999999' }, 'its id is of 2078-11-02, which is yet to come'],
  ['1899, with an id that tells better', { created_at: 'Sat Dec 30 00:00:00 +0000 1899' }, null],
])('a tweet dated %s', async (_name, change, reason) => {
  const [status, ...others] = statuses(3);
  const { code, report } = await importing({
    files: () => ({ 'x.json': JSON.stringify([{ ...status, ...change }, ...others]) }),
    args: ['x.json'],
  });
  expect(report.files[0]?.rejected.map((one) => one.reason)).toEqual(reason === null ? [] : [reason]);
  expect([code, report.totals.added]).toEqual(reason === null ? [0, 3] : [1, 2]);
});

test('ids that disagree with dates are believed, and how many is told', async () => {
  const status = statuses(3).map((one, index) => (index === 0 ? one : { ...one, created_at: 'Sun Apr 17 12:00:00 +0000 2016' }));
  const { code, report } = await importing({ files: () => ({ 'x.json': JSON.stringify(status) }), args: ['x.json'] });
  expect([code, report.totals.added]).toEqual([0, 3]);
  expect(report.files[0]?.warnings).toEqual([
    'The stated times of 2 tweets are more than two minutes from the time in the id; the id was believed',
  ]);
});

test.each<[string, (text: string) => Uint8Array]>([
  ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16, big end first, with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
])('a file in %s loses nothing', async (_name, encode) => {
  const text = JSON.stringify(statuses(3).map((one) => ({ ...one, full_text: 'Déjà vu à Köln: ¿por qué? #iaedchat' })));
  const { code, report } = await importing({ files: () => ({ 'x.json': encode(text) }), args: ['x.json'] });
  expect([code, report.totals.added, report.files[0]?.rejected]).toEqual([0, 3, []]);
});
