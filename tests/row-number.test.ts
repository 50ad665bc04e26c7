import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowAt, rowNumberOf, rowRange, timeOfId } from '../src/row-number.ts';

test('a Twitter id is its own row number, and tells its time', () => {
  const id = '721852617572552704';
  expect(rowNumberOf(id, 0)).toBe(BigInt(id));
  expect(new Date(timeOfId(BigInt(id)) ?? 0).toISOString()).toBe('2016-04-18T00:07:30.059Z');
});

test('an id from before the id clock is placed by its time', () => {
  expect(timeOfId(1001192579n)).toBeNull();
  const at = Date.parse('2009-01-01T00:00:00Z');
  const { first, last } = rowRange(at, at + 1);
  const row = rowNumberOf('1001192579', at);
  expect(row >= first && row <= last).toBe(true);
});

test('every key falls into the range of its minute', () => {
  fc.assert(
    fc.property(fc.string(), fc.date({ min: new Date('2006-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (key, date) => {
      const minute = Math.floor(date.getTime() / 60_000) * 60_000;
      const { first, last } = rowRange(minute, minute + 60_000);
      const row = rowNumberOf(`note:${key}`, date.getTime());
      expect(row >= first && row <= last).toBe(true);
    }),
  );
});

test('later is higher, before and after the id clock began', () => {
  const times = ['2007-05-01', '2010-11-04', '2010-11-05', '2016-04-17', '2030-01-01'].map((date) => rowAt(Date.parse(date)));
  expect(times.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(times);
});
