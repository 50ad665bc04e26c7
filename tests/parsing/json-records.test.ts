import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonItem, jsonRecords } from '../../src/parsing/json-records.ts';
import { collect, memorySource } from '../importers/source.ts';
import { runs } from '../runs.ts';

/** Records as `at {json}`, rejections as `at: reason`. */
async function read(content: string | Uint8Array, list?: string, piece = 5, head = 262_144): Promise<string[]> {
  return (await collect(jsonRecords(memorySource(content, piece, head), list))).map(show);
}

function show(item: JsonItem): string {
  return item.kind === 'record' ? `${item.at} ${JSON.stringify(item.value)}` : `${item.at}: ${item.reason}`;
}

const CUT = 'the line is cut: its end is missing';

describe('JSON Lines', () => {
  test.each([
    ['plain', '{"a":1}\n{"a":2}\n', ['line 1 {"a":1}', 'line 2 {"a":2}']],
    ['with CR LF, empty lines and no last line end', '{"a":1}\r\n\r\n{"a":2}', ['line 1 {"a":1}', 'line 3 {"a":2}']],
    ['with a byte order mark', '\ufeff{"a":1}\n{"a":2}', ['line 1 {"a":1}', 'line 2 {"a":2}']],
    ['with a cut last line', '{"a":1}\n{"a":2,"b', ['line 1 {"a":1}', `line 2: ${CUT}`]],
    [
      'with a line that starts in its middle',
      '{"a":1}\n"b":2}\n{"a":3}\n',
      ['line 1 {"a":1}', 'line 2: the line is not proper JSON', 'line 3 {"a":3}'],
    ],
    ['with a cut first line', '{"a":1,\n{"a":2}\n{"a":3}\n', [`line 1: ${CUT}`, 'line 2 {"a":2}', 'line 3 {"a":3}']],
    ['with values that are no records', '{"a":1}\n7\n', ['line 1 {"a":1}', 'line 2: not a record, only a single value']],
    ['with wrappers', '{"s":[1]}\n{"s":[2]}\n', ['line 1 {"s":[1]}', 'line 2 {"s":[2]}']],
  ])('%s', async (_, content, items) => {
    for (const piece of [1, 4, 1000]) expect(await read(content, 's', piece)).toEqual(items);
  });

  test('are told from a wrapper although the first line is longer than the head', async () => {
    const line = `{"s":[${'{"a":1},'.repeat(40)}{"a":2}]}`;
    expect(await read(`${line}\n${line}\n`, 's', 64, 100)).toHaveLength(2);
    expect(await read(line, 's', 64, 100)).toHaveLength(41);
  });
});

describe('one document', () => {
  test.each([
    ['an array', '[{"a":1},\n {"a":2}]\n', undefined, ['record 1 {"a":1}', 'record 2 {"a":2}']],
    ['an empty array', ' [ ] ', undefined, []],
    ['a wrapper', '{"n":3,"m":{"x":{}},"s":[{"a":1},{"a":2}],"t":[{"b":1}]}', 's', ['record 1 {"a":1}', 'record 2 {"a":2}']],
    ['a wrapper of any name', '{"m":{"x":{}},"s":[{"a":1}],"t":[{"b":1}]}', '*', ['record 1 {"a":1}', 'record 2 {"b":1}']],
    ['one object', '{"a":{"b":[{"c":1}]}}', undefined, ['record 1 {"a":{"b":[{"c":1}]}}']],
    ['an assignment', 'window.YTD.tweets.part0 = [ {"a":1} ]', undefined, ['record 1 {"a":1}']],
    ['a month of an old archive', 'Grailbird.data.tweets_2015_11 = \n [ {"a":1} ]', undefined, ['record 1 {"a":1}']],
    ['a constant and an export', 'const s = {\n"s": [{"a":1}]\n};\n\nmodule.exports = s;\n', 's', ['record 1 {"a":1}']],
    ['a module', '// made by a script\nmodule.exports = [{"a":1}];', undefined, ['record 1 {"a":1}']],
    ['single values', '["https://example.org", {"a":1}]', undefined, ['record 1: not a record, only a single value', 'record 2 {"a":1}']],
    [
      'a document with more behind it',
      '[{"a":1}]\n[{"a":2}]',
      undefined,
      ['record 1 {"a":1}', 'record 2: the list is closed before this, and what follows it was not read'],
    ],
    [
      'a broken array',
      '[{"a":1},{"a":2},{"a" 3},{"a":4}]',
      undefined,
      ['record 1 {"a":1}', 'record 2 {"a":2}', 'record 3: the JSON is broken here, and nothing after it could be read'],
    ],
    [
      'a cut array',
      '[{"a":1},{"a":2},{"a"',
      undefined,
      [
        'record 1 {"a":1}',
        'record 2 {"a":2}',
        'record 3: the file is cut: it ends here, after 21 bytes of JSON, and what came next is missing',
      ],
    ],
    [
      'an array cut after a comma',
      '[{"a":1},',
      undefined,
      ['record 1 {"a":1}', 'record 2: the file is cut: it ends here, after 9 bytes of JSON, and what came next is missing'],
    ],
  ])('%s', async (_, content, list, items) => {
    for (const piece of [1, 6, 1000]) expect(await read(content, list, piece)).toEqual(items);
  });

  test('in UTF-16 reads like one in UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"a":"é 🌱"}]', 'utf16le')]);
    expect(await read(bytes)).toEqual(['record 1 {"a":"é 🌱"}']);
  });
});

test('ids that are too long for a number keep their digits in every container', async () => {
  const record = '{"id":1219758386436165633,"n":12.5,"text":"no. 1219758386436165633, \\"or 1219758386436165634\\""}';
  const exact = '{"id":"1219758386436165633","n":12.5,"text":"no. 1219758386436165633, \\"or 1219758386436165634\\""}';
  expect(await read(`[${record}]`)).toEqual([`record 1 ${exact}`]);
  expect(await read(`${record}\n${record}\n`)).toEqual([`line 1 ${exact}`, `line 2 ${exact}`]);
});

const PARTS = fc.array(
  fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\n', '\\', '{"a":1}', '{"a":1}\n', '1', '12345678901234567', 'x = ', '🌱', ' '),
  { maxLength: 30 },
);

test('any bytes give records or rejections, never an error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        PARTS.map((parts) => Buffer.from(parts.join(''))),
      ),
      fc.constantFrom(undefined, 's', '*'),
      async (bytes, list) => {
        for (const item of await collect(jsonRecords(memorySource(bytes, 3), list))) expect(['record', 'rejected']).toContain(item.kind);
      },
    ),
    { numRuns: runs(1000) },
  );
});

test('every record of well-formed lines comes back, whatever the pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), { minLength: 2 }),
      fc.integer({ min: 1, max: 40 }),
      async (records, piece) => {
        const lines = records.map((record) => JSON.stringify(record));
        expect(await read(lines.join('\n'), undefined, piece)).toEqual(
          lines.map((line, index) => `line ${index + 1} ${JSON.stringify(JSON.parse(line))}`),
        );
      },
    ),
  );
});
