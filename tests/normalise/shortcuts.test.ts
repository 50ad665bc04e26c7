/** Each shortcut for plain texts gives what the rule that it saves would give, which stands here in its shortest form. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanName, cleanText } from '../../src/normalise/clean.ts';
import { repairMojibake } from '../../src/normalise/mojibake.ts';
import { hashtagsIn, mentionsIn } from '../../src/normalise/text.ts';
import { parseTime } from '../../src/normalise/time.ts';

const PIECES = [
  '#',
  '＃',
  '@',
  '＠',
  'a',
  'Z',
  '_',
  '7',
  '&',
  '/',
  ' ',
  '.',
  'é',
  '…',
  '😀',
  '\r',
  '\n',
  '\t',
  '\u0007',
  'Ã',
  '©',
  'https://t.co/a#b@c',
];
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

const bare = (text: string) => text.replace(/https?:\/\/[^\s<>"…]+/gi, ' ');
const tags = (text: string) =>
  Array.from(bare(text).matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)/gu), ([, tag]) => tag);
const handles = (text: string) =>
  text.includes('@') ? Array.from(bare(text).matchAll(/(?<![\w@/])[@＠](\w{1,20})(?![\w@])/g), ([, handle]) => handle) : [];
const cleaned = (text: string) =>
  repairMojibake(text)
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
    .trim();

it('finds the hashtags and handles of any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(hashtagsIn(text)).toEqual(tags(text));
      expect(mentionsIn(text)).toEqual(handles(text));
    }),
    { numRuns: 3_000 },
  );
});

it.each(['@' + 'a'.repeat(20), '@' + 'a'.repeat(21), '@ada@bob', '@@ada', 'x@ada', '#1', '#1a', '#_', '##a', '#a#b', '&#a', '＠ada @bob'])(
  'reads %j by the rules',
  (text) => {
    expect(hashtagsIn(text)).toEqual(tags(text));
    expect(mentionsIn(text)).toEqual(handles(text));
  },
);

it('cleans any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(text, false)).toBe(cleaned(text));
      expect(cleanName(text, false)).toBe(cleaned(text).replace(/\s+/g, ' ') || null);
    }),
    { numRuns: 3_000 },
  );
});

it('reads times as Twitter spells them, also where hours run over and months are none', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
  const month = fc.constantFrom('Jan', 'feb', 'DEC', 'Foo');
  fc.assert(
    fc.property(month, two, two, two, two, fc.constantFrom('2016', '0099', '9999'), (name, day, hour, minute, second, year) => {
      const place = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(name.toLowerCase());
      const ms = Date.UTC(Number(year), place, Number(day), Number(hour), Number(minute), Number(second));
      expect(parseTime(`Sun ${name} ${day} ${hour}:${minute}:${second} +0000 ${year}`)).toBe(place < 0 || Number.isNaN(ms) ? null : ms);
    }),
  );
});
