import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/render/width.ts';

/** The characters of the first two planes of Unicode, without the halves of pairs. */
const EVERY = Array.from({ length: 0x20000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((one) => !/\p{Unassigned}|\p{Private_Use}/u.test(one));
const EMOJI = EVERY.filter((one) => /^\p{Emoji}$/u.test(one));

const different = (texts: readonly string[]) => texts.filter((text) => textWidth(text) !== stringWidth(text));

describe('the columns of a text are those that string-width tells', () => {
  test('of every character, alone and among letters', () => {
    expect(different(EVERY.flatMap((one) => [one, `a${one}b`]))).toEqual([]);
  });

  test.each([
    '\uFE0F',
    '\uFE0E',
    '\u20E3',
    '\uFE0F\u20E3',
    '\u200D',
    '\u{1F3FB}',
    '\u{1F3FF}',
    '\u{1F3FD}\uFE0F',
    '\u0301',
    '\u200D\u2640\uFE0F',
  ])('of every emoji before %j', (after) => {
    expect(different(EMOJI.flatMap((one) => [`${one}${after}`, `é${one}${after}${one}`]))).toEqual([]);
  });

  test.each([
    '👨‍👩‍👧‍👦',
    '🇺🇸🇨🇦',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '🏳️‍🌈',
    '👩🏽‍🏫',
    '1️⃣ and 2',
    '© ©️',
    'e\u0301é',
    '한국어',
    '日本',
    '\u001B[1m‘bold’\u001B[22m ☝🏽',
    'a\u00ADb',
    '',
  ])('of %j', (text) => {
    expect(textWidth(text)).toBe(stringWidth(text));
    expect(textWidth(text, { countAnsiEscapeCodes: true })).toBe(stringWidth(text, { countAnsiEscapeCodes: true }));
  });
});
