import { Readable } from 'node:stream';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { identify } from '../../src/importers/identify.ts';
import { openSources } from '../../src/ingest/sources.ts';
import { contentsOf, fileOf, zipOf } from './files.ts';

const TAGS = ['id_str', 'from_user', 'text', 'created_at', 'time', 'status_url', 'entities_str'];
const TWEET = ['721866668816470016', 'plum_and_pear', 'Q1: Roots,\n"shoots"? #orchardchat', 'Mon Apr 18 01:03:20 +0000 2016'];
const ADDRESS = 'http://twitter.com/plum_and_pear/statuses/721866668816470016';

async function spreadsheet(...sheets: WriteSheet[]): Promise<string> {
  return fileOf('chat.xlsx', await writeXlsx({ sheets }));
}

const day = (text: string) => new Date(text);

test('of a TAGS spreadsheet only the sheet Archive is taken', async () => {
  const path = await spreadsheet(
    { name: 'Readme/Settings'.replace('/', ' '), rows: [['Instructions'], ['1.', 'Make a copy'], ['2.', 'Enter a term', 'and go']] },
    { name: 'Archive', rows: [TAGS, [...TWEET, day('2016-04-18T02:03:20Z'), ADDRESS, '{}']] },
    { name: 'Summary', rows: [['Number of links', 12]] },
  );
  expect(await contentsOf(path)).toEqual({
    'chat.xlsx > Archive': `${TAGS.join(',')}\n721866668816470016,plum_and_pear,"Q1: Roots,\n""shoots""? #orchardchat",Mon Apr 18 01:03:20 +0000 2016,2016-04-18T02:03:20Z,${ADDRESS},{}\n`,
  });
});

test('dates of exports are UTC to the second, missing cells are empty, and spoilt ids do not look whole', async () => {
  const columns = ['user_id', 'status_id', 'created_at', 'screen_name', 'text', 'is_retweet', 'favorite_count', 'lang'];
  const path = await spreadsheet({
    name: 'ngss',
    rows: [
      columns,
      ['710044001', 721866668816470016, day('2021-02-27T17:33:26.999Z'), 'plum_and_pear', 'Wet & cold', false, 3],
      [],
      [710044002, null, null, 'MsHedgerow'],
    ],
  });
  expect(await contentsOf(path)).toEqual({
    'chat.xlsx > ngss': `${columns.join(',')}\n710044001,7.2186666881647e+17,2021-02-27T17:33:27Z,plum_and_pear,Wet & cold,FALSE,3,\n710044002,,,MsHedgerow,,,,\n`,
  });
});

test('dates of a sheet made by hand name no zone, and a title above the table is left out', async () => {
  const path = await spreadsheet({
    name: 'Sheet1',
    rows: [
      ['#orchardchat of 17 April'],
      ['Date', 'Handle', 'Tweet'],
      [day('2016-04-17T20:03:00Z'), '@plum_and_pear', 'Q1: Roots or shoots? #orchardchat'],
      [day('2016-04-17T00:00:00Z'), '@MsHedgerow', 'A1: Roots or else! #orchardchat'],
    ],
  });
  expect(await contentsOf(path)).toEqual({
    'chat.xlsx > Sheet1':
      'Date,Handle,Tweet\n2016-04-17T20:03:00,@plum_and_pear,Q1: Roots or shoots? #orchardchat\n2016-04-17,@MsHedgerow,A1: Roots or else! #orchardchat\n',
  });
});

test('rows of titles above the names of the columns are left out', async () => {
  const path = await spreadsheet({
    name: 'Edges',
    rows: [
      ['', 'Visual Properties', '', '', 'Other Columns'],
      ['Vertex 1', 'Vertex 2', 'Color', 'Width', 'Tweet', 'Twitter Page for Tweet'],
      ['plum_and_pear', 'MsHedgerow', 'red', 1, 'Roots or shoots? #orchardchat', ADDRESS],
    ],
  });
  expect(await contentsOf(path)).toEqual({
    'chat.xlsx > Edges': `Vertex 1,Vertex 2,Color,Width,Tweet,Twitter Page for Tweet\nplum_and_pear,MsHedgerow,red,1,Roots or shoots? #orchardchat,${ADDRESS}\n`,
  });
});

test('every sheet with a known table is taken', async () => {
  const rows = [TAGS, [...TWEET, '', ADDRESS, '{}']];
  const found = await contentsOf(
    await spreadsheet(
      { name: 'April', rows },
      { name: 'May & June', rows },
      {
        name: 'Grades',
        rows: [
          ['Name', 'Grade'],
          ['Anna', 1],
        ],
      },
    ),
  );
  expect(Object.keys(found)).toEqual(['chat.xlsx > April', 'chat.xlsx > May & June']);
});

test('without any known table all sheets are shown, so that it can be said why', async () => {
  const path = await spreadsheet(
    {
      name: 'Grades',
      rows: [
        ['Name', 'Grade'],
        ['Anna', 1],
      ],
    },
    { name: 'Empty', rows: [] },
  );
  const found = [];
  for await (const one of openSources([path], Readable.from([]))) found.push(one);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ named: false, root: path });
  expect(found.map((one) => 'source' in one && identify(one.source.head))).toEqual([null]);
});

test('a spreadsheet inside an archive is read', async () => {
  const book = await writeXlsx({ sheets: [{ name: 'Archive', rows: [TAGS, [...TWEET, '', ADDRESS, '{}']] }] });
  const found = await contentsOf(fileOf('drive.zip', await zipOf({ 'chats/2016.xlsx': book, 'notes.txt': 'hello' })));
  expect(Object.keys(found)).toEqual(['drive.zip > chats/2016.xlsx > Archive', 'drive.zip > notes.txt']);
});

test('inline strings without a list of shared strings are read', async () => {
  const inline = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (number: number, cells: readonly string[]) =>
    `<row r="${number}">${cells.map((text, at) => inline(`${String.fromCodePoint(65 + at)}${number}`, text)).join('')}</row>`;
  const path = fileOf(
    'inline.xlsx',
    await zipOf(parts(row(1, ['Handle', 'Tweet']) + row(2, ['@plum_and_pear', 'Roots &amp;amp; shoots #orchardchat']))),
  );
  expect(await contentsOf(path)).toEqual({ 'inline.xlsx > One': 'Handle,Tweet\n@plum_and_pear,Roots &amp; shoots #orchardchat\n' });
});

test('a spreadsheet that would fill the memory is not opened', async () => {
  const path = fileOf(
    'bomb.xlsx',
    await zipOf(parts(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(40 * 1024 * 1024)}</t></is></c></row>`)),
  );
  const found = await contentsOf(path);
  expect(found['bomb.xlsx']).toMatch(/^bomb\.xlsx: the spreadsheet would unpack to 40 MB and was not opened\. Save the sheet/);
});

test('a damaged spreadsheet is an error with a sentence', async () => {
  const whole = parts(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Handle</t></is></c><c r="B1" t="inlineStr"><is><t>Tweet</t></is></c></row>',
  );
  const { '[Content_Types].xml': _, ...some } = whole;
  const found = await contentsOf(fileOf('broken.xlsx', await zipOf(some)));
  expect(found).toEqual({ 'broken.xlsx': 'broken.xlsx: the spreadsheet is damaged or cut off. Download or save it again' });
});

function parts(rows: string): Record<string, string> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = (...list: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Chart" sheetId="2" r:id="rId2"/><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
      `<Relationship Id="rId2" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
}
