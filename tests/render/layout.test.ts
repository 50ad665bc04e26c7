import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { readableAddress, readableHost, webAddress } from '../../src/render/address.ts';
import { fit, hang, pad, widthOf, wrap } from '../../src/render/layout.ts';
import { hyperlink, lookOf } from '../../src/render/terminal.ts';
import { clockRange, count, list, longDate, moment, number, ordinal } from '../../src/render/words.ts';
import { colourful, plain } from './sample.ts';

describe('lookOf', () => {
  test.each([
    ['a terminal', { isTTY: true, columns: 100 }, {}, { colour: true, width: 100, links: true }],
    ['a pipe', {}, {}, { colour: false, width: 80, links: false }],
    ['NO_COLOR', { isTTY: true, columns: 100 }, { NO_COLOR: '1' }, { colour: false, width: 100, links: false }],
    ['an empty NO_COLOR', { isTTY: true, columns: 100 }, { NO_COLOR: '' }, { colour: true, width: 100, links: true }],
    ['a dumb terminal', { isTTY: true, columns: 100 }, { TERM: 'dumb' }, { colour: false, width: 100, links: false }],
    ['a console without hyperlinks', { isTTY: true, columns: 100 }, { TERM: 'linux' }, { colour: true, width: 100, links: false }],
    ['a very wide terminal', { isTTY: true, columns: 300 }, {}, { colour: true, width: 120, links: true }],
    ['a terminal without a size', { isTTY: true, columns: 0 }, {}, { colour: true, width: 80, links: true }],
    ['a pipe told its columns', {}, { COLUMNS: '60' }, { colour: false, width: 60, links: false }],
  ])('%s', (_, stream, env, expected) => {
    expect(lookOf(stream, env)).toEqual(expected);
  });
});

describe('columns of text', () => {
  test('wide letters and emoji take two', () => {
    expect(['abc', '你好', '🐸', '👩‍👩‍👧', 'e\u0301'].map(widthOf)).toEqual([3, 4, 2, 2, 1]);
    expect(pad('🐸', 4)).toBe('🐸  ');
    expect(pad('7', 3, 'right')).toBe('  7');
  });

  test('a text too long ends in an ellipsis and never in half a letter', () => {
    expect(fit('frogs', 5)).toBe('frogs');
    expect(fit('tadpoles', 5)).toBe('tadp…');
    expect(fit('🐸🐸🐸', 4)).toBe('🐸…');
  });

  test('further lines hang below the first', () => {
    expect(hang('Q1  ', 'one two three', 11)).toBe('Q1  one two\n    three');
    expect(hang('├ ', 'one two three', 9, '│ ')).toBe('├ one two\n│ three');
  });

  test('lines end where wrap-ansi ends them', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', 'frogs', '🐸', 'e\u0301', '\u0301', '\u00a0', '你好'),
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (one, width) => {
        const lines = wrapAnsi(one, Math.max(width, 8), { hard: true }).split('\n');
        expect(wrap(one, width)).toEqual(/^[ -~]*$/.test(one) && one.length <= width ? [one] : lines.map((line) => line.trimEnd()));
      }),
    );
  });

  test('a word longer than a line is broken', () => {
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });
});

describe('addresses', () => {
  test.each([
    ['https://www.pondnotes.example/', 'https://www.pondnotes.example/', 'pondnotes.example'],
    ['http://a.example/b/?c=d', 'http://a.example/b/?c=d', 'a.example/b?c=d'],
    [
      'https://a.example/a/very/long/way/to/go/for/a/single/page?with=more',
      'https://a.example/a/very/long/way/to/go/for/a/single/page?with=more',
      'a.example/a/very/long/way/to/go/for/a/s…',
    ],
    ['https://good.example@evil.example/', 'https://good.example@evil.example/', 'evil.example'],
    ['https://a.example/%E2%80%AEx', 'https://a.example/%E2%80%AEx', 'a.example/x'],
    ['https://a.example/caf%C3%A9', 'https://a.example/caf%C3%A9', 'a.example/café'],
    ['https://xn--80ak6aa92e.example/', 'https://xn--80ak6aa92e.example/', 'xn--80ak6aa92e.example'],
    ['javascript:alert(1)', null, 'javascript:alert(1)'],
    ['ftp://a.example', null, 'ftp://a.example'],
    ['https://', null, 'https://'],
  ])('%s', (url, address, readable) => {
    expect(webAddress(url)).toBe(address);
    expect(readableAddress(url)).toBe(readable);
  });

  test('a host stands alone', () => {
    expect(readableHost('https://www.pondnotes.example/a?b')).toBe('pondnotes.example');
  });

  test('words lead to a page only on a terminal that has links, and only to the web', () => {
    expect(hyperlink('here', 'https://a.example/', plain)).toBe('here');
    expect(hyperlink('here', 'https://a.example/', colourful)).toBe('\u001b]8;;https://a.example/\u0007here\u001b]8;;\u0007');
    expect(hyperlink('here', 'https://a.example/\u001b\u0007b', colourful)).toBe(
      '\u001b]8;;https://a.example/%1B%07b\u0007here\u001b]8;;\u0007',
    );
    expect(hyperlink('here', 'file:///etc/passwd', colourful)).toBe('here');
  });
});

describe('numbers and dates in words', () => {
  test('numbers have thousands separators and nouns their number', () => {
    expect([0, 999, 1000, 1234567].map(number)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([count(1, 'tweet'), count(0, 'tweet'), count(2, 'person', 'people')]).toEqual(['1 tweet', '0 tweets', '2 people']);
    expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect([1, 2, 3, 4, 11, 12, 13, 21].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st']);
  });

  test('times are those of the chat', () => {
    const start = Date.UTC(2016, 3, 18, 0, 0);
    expect(clockRange(start, start + 3_600_000, 'America/Chicago')).toBe('7:00–8:00 p.m.');
    expect(clockRange(start, start + 3_600_000, 'America/Phoenix')).toBe('5:00–6:00 p.m.');
    expect(clockRange(start - 43_200_000 - 1_800_000 - 6 * 3_600_000, start - 43_200_000 - 6 * 3_600_000, 'UTC')).toBe('5:30–6:00 a.m.');
    expect(clockRange(start - 12.5 * 3_600_000, start - 11.5 * 3_600_000, 'UTC')).toBe('11:30 a.m.–12:30 p.m.');
    expect(longDate('2016-04-17b')).toBe('Sunday, April 17, 2016');
    expect([moment(start, 'America/Chicago', '2016-04-17'), moment(start, 'UTC', '2016-04-17b'), moment(start, 'UTC', null)]).toEqual([
      '7:00',
      'Apr 18',
      '2016-04-18',
    ]);
  });
});
