import { describe, expect, test } from 'vitest';
import { harmless } from '../../src/render/safe.ts';

describe('harmless', () => {
  test.each([
    ['plain words stay as they are', 'A1: yes, really!', 'A1: yes, really!'],
    ['colours go with their numbers', 'a\u001b[1;31mb\u001b[0mc', 'abc'],
    ['a title goes with its text', 'a\u001b]0;evil\u0007b', 'ab'],
    ['an unfinished command keeps its words', 'a\u001b]0;b', 'a]0;b'],
    ['bells and backspaces go', 'a\u0007\u0008b', 'ab'],
    ['turned text is turned back', '\u202eabc\u2066d\u2069', 'abcd'],
    ['zero-width characters go', 'a\u200bb\u200dc\ufeffd\u00ade', 'abcde'],
    ['a family stays together', '👩\u200d👩\u200d👧 and 👩🏽\u200d🏫', '👩\u200d👩\u200d👧 and 👩🏽\u200d🏫'],
    ['a heart stays red, a key stays a key', '❤\ufe0f 1\ufe0f\u20e3', '❤\ufe0f 1\ufe0f\u20e3'],
    [
      'the flag of Wales stays one',
      '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}',
    ],
    ['tags behind a letter go', 'a\u{e0041}\u{e0042}', 'a'],
    ['accents stay, towers do not', `é e\u0301 a${'\u0300'.repeat(50)}`, `é e\u0301 a${'\u0300'.repeat(4)}`],
    ['half a letter is shown as missing', 'a\ud83d b', 'a\ufffd b'],
    ['other scripts stay', 'שלום عليكم नमस्ते 你好', 'שלום عليكم नमस्ते 你好'],
    ['white space becomes single blanks', ' a\t\tb\r\nc\u2028d \n\n e ', 'a b c d e'],
  ])('%s', (_, text, expected) => {
    expect(harmless(text)).toBe(expected);
  });

  test('no character without width stays among letters, but the number signs of Arabic', () => {
    const every = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code));
    const hidden = every.filter((one) => /[\p{Cc}\p{Cf}]/u.test(one));
    expect(hidden.filter((one) => harmless(`a${one}b`).includes(one)).join('')).toMatch(/^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]+$/);
  });

  test('line breaks and blanks are kept when asked for', () => {
    expect(harmless('a  b\r\nc\u2028d\u001b[2J\n\ne', 'keep')).toBe('a  b\nc\nd\n\ne');
  });

  // Work that grows with the square of the length would not end within the patience of a test.
  test.each([['\u009d'], ['\u001b]'], ['\u001b[0'], ['\u0301'], ['\u{e0020}'], ['🏴\u{e0020}']])(
    'many hostile characters are no work (%j)',
    (text) => {
      expect(harmless(text.repeat(300_000)).length).toBeLessThan(1_000_000);
    },
  );
});
