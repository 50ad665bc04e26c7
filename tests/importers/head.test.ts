import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify } from '../../src/importers/identify.ts';
import { readHead } from '../../src/importers/head.ts';
import { runs } from '../runs.ts';

function headOf(content: string, whole = true) {
  return readHead(new TextEncoder().encode(content), whole);
}

describe('the columns in a head', () => {
  test.each([
    ['commas', 'A,"b c",D\n1,2,3', ['a', 'b c', 'd']],
    ['tabs', 'a, x\tb\tc\n', ['a, x', 'b', 'c']],
    ['semicolons and a byte order mark', '\ufeffa;b\r\n', ['a', 'b']],
    ['a bare carriage return', 'a,b\r1,2\r', ['a', 'b']],
    ['prose', 'No table here\n', null],
    ['JSON', '[1,2]', null],
    ['a page', '<!DOCTYPE html><p>a,b', null],
  ])('with %s', (_, content, columns) => {
    expect(headOf(content).columns).toEqual(columns);
  });
});

describe('the outline of the JSON in a head', () => {
  test.each([
    ['an array', '[ {"a":1}, {"a":2} ]', 'array', '', [], { a: 1 }],
    ['a cut array', '[\n  {\n    "a": "x]}"\n  },\n  {"a":', 'array', '', [], { a: 'x]}' }],
    ['an array cut in its first record', '[{"a":1,', 'array', '', [], null],
    ['an empty array', 'window.YTD.tweets.part0 = [ ]', 'array', 'window.YTD.tweets.part0 =', [], null],
    ['a wrapper', '{"n":"\\"","s":[{"a":1}],"m":{}}', 'object', '', ['n', 's', 'm'], { a: 1 }],
    ['a cut wrapper', '{\n "s": [\n  {"a":1},\n  {"a"', 'object', '', ['s'], { a: 1 }],
    ['an object', '{"a":{"b":[1]},"c":2}\n', 'object', '', ['a', 'c'], { a: { b: [1] }, c: 2 }],
    ['lines', '{"a":1}\n{"b":2}\n', 'lines', '', ['a'], { a: 1 }],
    ['lines after a broken one', '{"a":\n{"b":2}\n{"b', 'lines', '', ['b'], { b: 2 }],
    ['a script', 'const search = {"s":[]};\nmodule.exports = search;', 'object', 'const search =', ['s'], { s: [] }],
    ['a module', 'module.exports = [{"a":1}]', 'array', 'module.exports =', [], { a: 1 }],
    ['a call', 'jsonp_7({"a":1});', 'object', 'jsonp_7(', ['a'], { a: 1 }],
  ])('with %s', (_, content, container, prefix, keys, record) => {
    expect(headOf(content, false).json).toEqual({ container, prefix, keys, record });
  });

  test.each([['a,b\n1,2\n'], ['Hello [there]'], ['<html></html>'], ['']])('is null for %j', (content) => {
    expect(headOf(content).json).toBeNull();
  });
});

test('a head in UTF-16 reads like one in UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\tb\n', 'utf16le')]);
  expect(readHead(bytes, true).columns).toEqual(['a', 'b']);
});

test('a character cut by the end of the head is left out', () => {
  expect(readHead(Buffer.from('é🌱').subarray(0, 4), false).text).toBe('é');
});

test('any head can be looked at', () => {
  const parts = fc.array(
    fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\n', '\\', '<', 'html', '>', 'x', '=', '{"a":1}\n', 'window.YTD.like.part0 = '),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        parts.map((all) => Buffer.from(all.join(''))),
      ),
      fc.boolean(),
      (bytes, whole) => {
        const head = readHead(bytes, whole);
        expect([head.text, head.columns, head.json, head.html]).toHaveLength(4);
        identify(head);
      },
    ),
    { numRuns: runs(2000) },
  );
});
