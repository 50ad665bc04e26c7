import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { contentsOf, fileOf, zipOf } from './files.ts';

const TAGS = ['id_str', 'from_user', 'text', 'created_at', 'status_url'];
const ROW = ['721866668816470016', 'plum_and_pear', 'Q1: Roots? #orchardchat', 'Mon Apr 18 01:03:20 +0000 2016', ''];

test('an archive inside an archive is read', async () => {
  const inner = await zipOf({ 'b/one.csv': 'one', 'two.csv': 'two' });
  expect(await contentsOf(fileOf('outer.zip', await zipOf({ 'inner.zip': inner, 'three.csv': 'three' })))).toEqual({
    'outer.zip > inner.zip > b/one.csv': 'one',
    'outer.zip > inner.zip > two.csv': 'two',
    'outer.zip > three.csv': 'three',
  });
});

test('one deeper is named and left alone, and does not stop the others', async () => {
  const deepest = await zipOf({ 'one.csv': 'one' });
  const inner = await zipOf({ 'deepest.zip': deepest, 'two.csv': 'two' });
  const path = 'outer.zip > inner.zip > deepest.zip';
  expect(await contentsOf(fileOf('outer.zip', await zipOf({ 'inner.zip': inner })))).toEqual({
    [path]: `${path}: too many archives inside each other. Unpack it first, then import the folder`,
    'outer.zip > inner.zip > two.csv': 'two',
  });
});

test('a spreadsheet is read at any depth where files are', async () => {
  const book = await writeXlsx({ sheets: [{ name: 'Archive', rows: [TAGS, ROW] }] });
  const inner = await zipOf({ '2016.xlsx': book });
  const found = await contentsOf(fileOf('drive.zip', await zipOf({ 'april.zip': inner, 'may.xlsx': book })));
  expect(Object.keys(found)).toEqual(['drive.zip > april.zip > 2016.xlsx > Archive', 'drive.zip > may.xlsx > Archive']);
});

test('a letter is one file, though it is an archive of parts', async () => {
  const letter = await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
  expect(Object.keys(await contentsOf(fileOf('letter.docx', letter)))).toEqual(['letter.docx']);
  expect(Object.keys(await contentsOf(fileOf('a.zip', await zipOf({ 'letter.docx': letter }))))).toEqual(['a.zip > letter.docx']);
});

test('a gzip file inside an archive is read', async () => {
  const path = fileOf('a.zip', await zipOf({ 'one.csv.gz': gzipSync('one'), 'two.csv': 'two' }));
  expect(await contentsOf(path)).toEqual({ 'a.zip > one.csv.gz': 'one', 'a.zip > two.csv': 'two' });
});

test('a damaged archive inside another does not stop the others', async () => {
  const inner = await zipOf({ 'one.csv': 'one' });
  const found = await contentsOf(fileOf('outer.zip', await zipOf({ 'cut.zip': inner.subarray(0, inner.length - 30), 'two.csv': 'two' })));
  expect(found).toEqual({
    'outer.zip > cut.zip': 'outer.zip > cut.zip: the zip archive is damaged or cut off. Download or copy it again',
    'outer.zip > two.csv': 'two',
  });
});
