import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvItem, csvRows } from '../../src/parsing/csv.ts';
import { collect, pieces } from '../importers/source.ts';
import { runs } from '../runs.ts';

/** Rows as `line 2 a|b`, rejections and warnings as they are. */
async function read(content: string | Uint8Array, piece = 7): Promise<string[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await collect(csvRows(pieces(bytes, piece)))).map(show);
}

function show(item: CsvItem): string {
  if (item.kind === 'warning') return item.message;
  if (item.kind === 'rejected') return `${item.at}: ${item.reason}`;
  return `${item.at} ${[...Object.values(item.cells), ...item.rest].join('|')}`;
}

const UNCLOSED = 'a quote is opened and not closed, so the row cannot be told from the next';

describe('a table', () => {
  test.each([
    ['line feeds', 'a,b\n1,2\n3,4\n', ['line 2 1|2', 'line 3 3|4']],
    ['carriage returns and line feeds', 'a,b\r\n1,2\r\n3,4', ['line 2 1|2', 'line 3 3|4']],
    ['a byte order mark', '\ufeffa,b\n1,2\n', ['line 2 1|2']],
    ['tabs', 'a\tb\n1,5\t2\n', ['line 2 1,5|2']],
    ['semicolons', 'a;b\n1,5;2\n', ['line 2 1,5|2']],
    ['a separator hint', 'sep=;\r\na;b\r\n1;2\r\n', ['line 3 1|2']],
    ['bare carriage returns, line feeds being text', 'a,b\r1,"x\ny"\r3,4\r', ['line 2 1|x\ny', 'line 4 3|4']],
    ['carriage returns inside cells', 'a,b\n1,x\ry\n3,4\n', ['line 2 1|x\ry', 'line 4 3|4']],
    ['quoted line ends', 'a,b\r\n1,"x\r\ny"\r\n3,4\r\n', ['line 2 1|x\r\ny', 'line 4 3|4']],
    ['doubled quotes', 'a,b\n1,"say ""hi"""\n', ['line 2 1|say "hi"']],
    ['empty lines', '\n\na,b\n\n1,2\n\n\n3,4\n\n', ['line 5 1|2', 'line 8 3|4']],
    ['too few and too many cells', 'a,b\n1\n1,2,3\n', ['line 2 1|', 'line 3 1|2|3']],
    ['a header of commas over rows of tabs', 'a,b,c\n1, 2\t3\t4\n5\t6,7,8\t9\n', ['line 2 1, 2|3|4', 'line 3 5|6,7,8|9']],
    ['no rows', 'a,b\n', []],
  ])('with %s', async (_, content, rows) => {
    for (const piece of [1, 3, 1000]) expect(await read(content, piece)).toEqual(rows);
  });

  test('in UTF-16 reads like one in UTF-8', async () => {
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\tb\n1\té 🌱\n', 'utf16le')]);
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) expect(await read(bytes, 3)).toEqual(['line 2 1|é 🌱']);
  });

  test('names its columns in lower case, the first of a name counting, also those named like methods', async () => {
    const [row] = await collect(csvRows(pieces(Buffer.from(' ID ,__proto__,id\n1,2,3\n'), 9)));
    expect(row).toMatchObject({
      kind: 'row',
      cells: Object.fromEntries([
        ['id', '1'],
        ['__proto__', '2'],
      ]),
    });
  });

  test('without a header is rejected', async () => {
    expect(await read('only one column\nand a row\n')).toEqual(['line 1: no header row: at least two column names are needed']);
    expect(await read('')).toEqual(['line 1: no header row: at least two column names are needed']);
  });
});

describe('broken quotes', () => {
  test('that are never closed cost one row, not the rest of the file', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `${index},text ${index},c,d\n`);
    const seen = await read(`a,b,c,d\n1,"open,c,d\n${rows.join('')}`, 65_536);
    expect(seen[0]).toBe(`line 2: ${UNCLOSED}`);
    expect(seen).toHaveLength(2001);
    expect(seen.at(-1)).toBe('line 2002 1999|text 1999|c|d');
  });

  test('cost one row when the next quoted cell closes them', async () => {
    const seen = await read('a,b,c,d\n1,"open,c,d\n2,x,c,d\n3,"more\nlines",c,d\n4,"y",c,d\n');
    expect(seen).toEqual([`line 2: ${UNCLOSED}`, 'line 3 2|x|c|d', 'line 4 3|more\nlines|c|d', 'line 6 4|y|c|d']);
  });

  test('are noticed when a later cell happens to close them well', async () => {
    const seen = await read('a,b,c,d\n1,"open,c,d\n2,x,c,d\n3,y,c,"\nz"\n5,w,c,d\n');
    expect(seen.slice(0, 2)).toEqual([`line 2: ${UNCLOSED}`, 'line 3 2|x|c|d']);
    expect(seen.at(-1)).toBe('line 6 5|w|c|d');
  });

  test('inside a cell are kept when the row is as wide as the header', async () => {
    expect(await read('a,b,c\n1,"he said "hi" ok",3\n4,5 "five",6\n')).toEqual([
      'line 2 1|he said "hi" ok|3',
      'line 3 4|5 "five"|6',
      '1 row has quotes out of place and may hold stray quote marks',
    ]);
  });

  test('in every row do not slow reading to a stop', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index}\t{"id": "${index}"}\tc\td\n`);
    const seen = await read(`a\tb\tc\td\n${rows.join('')}`, 65_536);
    expect(seen).toHaveLength(20_000);
    expect(seen.at(-1)).toBe('line 20001 19999|{"id": "19999"}|c|d');
  });
});

const NASTY = fc.array(
  fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', '\t', ';', 'x', 'é', '\ufeff', '\0', 'a,b,c,d\n', '1,"2",3,4\n'),
  { maxLength: 60 },
);

test('any bytes give rows or rejections, never an error or an endless read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 50 }), async (bytes, piece) => {
      for (const item of await collect(csvRows(pieces(bytes, piece)))) expect(['row', 'rejected', 'warning']).toContain(item.kind);
    }),
    { numRuns: runs(300) },
  );
});

test('the size of the pieces changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(NASTY, fc.integer({ min: 1, max: 20 }), async (parts, piece) => {
      const content = `a,b,c,d\n${parts.join('')}`;
      expect(await read(content, piece)).toEqual(await read(content, 10_000));
    }),
    { numRuns: runs(500) },
  );
});
