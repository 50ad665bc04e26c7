import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvHeader, csvHeader } from '../../src/parsing/csv-cells.ts';
import { plainRecords } from '../../src/parsing/csv-plain.ts';

const header: CsvHeader = csvHeader('a,b,c\n') ?? expect.fail('no header');
const read = (text: string) => {
  const bytes = Buffer.from(text);
  const found = plainRecords(bytes, 2, header);
  return { ...found, cells: found.records.map(({ cells }) => cells), left: bytes.toString('utf8', found.end) };
};

describe('plain records', () => {
  it.each([
    [
      'plain rows',
      '1,2,3\n4,5,6\n',
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      '',
      false,
    ],
    ['quotes, doubled ones, and line ends inside', '"1","x ""y""\nz",\r\n', [['1', 'x "y"\nz', '']], '', false],
    ['rows of another width', '1\n1,2,3,4\n', [['1'], ['1', '2', '3', '4']], '', false],
    ['a row whose end is out of sight', '1,2,3\n4,5', [['1', '2', '3']], '4,5', false],
    ['a quote that may be half of a doubled one', '1,"2"', [], '1,"2"', false],
    ['a carriage return that may be half of a line end', '1,2\r', [], '1,2\r', false],
    ['a quote inside a cell', '1,2,3\n4,5"6,7\n', [['1', '2', '3']], '4,5"6,7\n', true],
    ['words behind a closing quote', '"1"2,3\n', [], '"1"2,3\n', true],
    ['a bare carriage return', '1,2\r3,4\n', [], '1,2\r3,4\n', true],
    ['another width with line ends inside', '1,"2\n3"\n', [], '1,"2\n3"\n', true],
    ['a record of enormous length', `1,${'x'.repeat(200_000)}`, [], `1,${'x'.repeat(200_000)}`, true],
  ] as const)('%s', (_, text, cells, left, odd) => {
    expect(read(text)).toMatchObject({ cells, left, odd });
  });

  it('counts lines, those of blank rows and those inside cells', () => {
    const { records, line } = read('1,2,3\n\n\r\n4,"5\n5",6\r\n7,8,9\n');
    expect(records.map((record) => record.line)).toEqual([2, 5, 7]);
    expect(line).toBe(8);
  });

  it('leaves tables whose rows a carriage return ends to others', () => {
    const mac = csvHeader('a,b,c\r1,2,3\r') ?? expect.fail('no header');
    expect(plainRecords(Buffer.from('1,2,3\r'), 2, mac)).toEqual({ records: [], end: 0, line: 2, odd: true });
  });

  it('reads whatever it reads as the strict parser does', () => {
    const piece = fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'x', 'é', ' ', '1,"2",3\n', '"a ""b"" c",');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const { cells, end } = read(text);
        const whole = Buffer.from(text).toString('utf8', 0, end);
        expect(cells).toEqual(parse(whole, { record_delimiter: ['\r\n', '\n'], relax_column_count: true, skip_empty_lines: true }));
      }),
      { numRuns: 5_000 },
    );
  });
});
