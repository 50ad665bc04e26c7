/** What the command line answers to input that is wrong as a whole: the sentence, the exit code, and what came in all the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { zipOf } from '../ingest/files.ts';
import { DEMO } from './edchat.ts';
import { statuses } from './exports.ts';
import { type Import, importing } from './importing.ts';

const JSON_FILE = JSON.stringify(statuses(4));
const TAGS = readFileSync(join(DEMO, 'tags-iaedchat-april-2016.csv'), 'utf8');
const MB = 1024 * 1024;

interface Case extends Import {
  readonly code: number;
  readonly added: number;
  /** The errors, in order, without the folder. */
  readonly errors: readonly RegExp[];
}

const CASES: Readonly<Record<string, Case>> = {
  'the wrong --format for a file': {
    files: () => ({ 'x.json': JSON_FILE }),
    args: ['--format', 'tags-csv', 'x.json'],
    code: 1,
    added: 0,
    errors: [/^x\.json: nothing in it could be read as tags-csv\. Leave --format out to have it recognised$/],
  },
  'the right --format for one of two files': {
    files: () => ({ 'x.json': JSON_FILE, 'y.csv': TAGS }),
    args: ['--format', 'twitter-v1.1-json', '.'],
    code: 1,
    added: 4,
    errors: [/^y\.csv: nothing in it could be read as twitter-v1\.1-json\. Leave --format out/],
  },
  'two formats in one folder, and a file that is none': {
    files: () => ({ 'a/x.json': JSON_FILE, 'a/y.csv': TAGS, 'a/notes.txt': 'milk' }),
    args: ['a'],
    code: 0,
    added: 4 + 445,
    errors: [],
  },
  'two formats in one archive, one of them packed again': {
    files: async () => ({ 'a.zip': await zipOf({ 'x.json.gz': gzipSync(JSON_FILE), 'b/y.csv': TAGS, 'notes.txt': 'milk' }) }),
    args: ['a.zip'],
    code: 0,
    added: 4 + 445,
    errors: [],
  },
  'several parts of one account archive': {
    files: async () => {
      const part = (from: number, to: number, name: string) =>
        `window.YTD.tweets.${name} = ${JSON.stringify(
          statuses(6)
            .slice(from, to)
            .map(({ user: _user, ...tweet }) => ({ tweet })),
        )}`;
      const account = `window.YTD.account.part0 = [{"account":{"username":"Ms_Alder_q4","accountId":"77","accountDisplayName":"Ms Alder"}}]`;
      return {
        'a.zip': await zipOf({
          'data/account.js': account,
          'data/tweets.js': part(0, 4, 'part0'),
          'data/tweets-part1.js': part(3, 6, 'part1'),
        }),
      };
    },
    args: ['a.zip'],
    code: 0,
    added: 6,
    errors: [],
  },
  'an archive behind a password': {
    files: async () => ({ 'a.zip': await zipOf({ 'x.json': JSON_FILE }, { password: 'pear' }) }),
    args: ['a.zip'],
    code: 1,
    added: 0,
    errors: [/^a\.zip > x\.json: protected by a password\. Unpack it first, then import the folder$/],
  },
  'an archive that is cut off, beside a good file': {
    files: async () => ({ 'a.zip': (await zipOf({ 'x.json': JSON_FILE })).subarray(0, -30), 'y.csv': TAGS }),
    args: ['.'],
    code: 1,
    added: 445,
    errors: [/^a\.zip: the zip archive is damaged or cut off\. Download or copy it again$/],
  },
  'a bomb beside a good file': {
    files: async () => ({ 'a.zip': await zipOf({ 'bomb.json': new Uint8Array(101 * MB), 'x.json': JSON_FILE }, { level: 9 }) }),
    args: ['a.zip'],
    code: 1,
    added: 4,
    errors: [/^a\.zip > bomb\.json: it would unpack to 101 MB and was not opened\. If you trust it, unpack it and import the file$/],
  },
  'a gzip bomb that looks like an export': {
    files: () => ({ 'bomb.gz': gzipSync(`[${JSON.stringify(statuses(1)[0])},${' '.repeat(120 * MB)}`) }),
    args: ['bomb.gz'],
    code: 1,
    added: 0,
    errors: [/^bomb\.gz: it unpacks to far more than an export does; reading was stopped after 10\d MB\. If you trust it/],
  },
  'archives inside each other': {
    files: async () => {
      const inner = await zipOf({ 'x.json': JSON_FILE, 'deep.zip': await zipOf({ 'y.csv': TAGS }) });
      return { 'a.zip': await zipOf({ 'inner.zip': inner }) };
    },
    args: ['a.zip'],
    code: 1,
    added: 4,
    errors: [/^a\.zip > inner\.zip > deep\.zip: too many archives inside each other\. Unpack it first, then import the folder$/],
  },
  'a spreadsheet without tweets': {
    files: async () => ({
      'x.xlsx': await writeXlsx({
        sheets: [
          {
            name: 'Grades',
            rows: [
              ['Name', 'Grade'],
              ['Ada', 1],
            ],
          },
        ],
      }),
    }),
    args: ['x.xlsx'],
    code: 1,
    added: 0,
    errors: [/^x\.xlsx: no export found in it \(x\.xlsx > Grades: not a format edchat knows/],
  },
  'a spreadsheet of the old kind, or behind a password': {
    files: () => ({ 'x.xls': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]) }),
    args: ['x.xls'],
    code: 1,
    added: 0,
    errors: [/^x\.xls: this is an old Excel workbook \(\.xls\), or one locked with a password\. Open it, save it as \.xlsx/],
  },
  'a letter': {
    files: async () => ({ 'x.docx': await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }) }),
    args: ['x.docx'],
    code: 1,
    added: 0,
    errors: [/^x\.docx: no export found in it \(x\.docx: not a format edchat knows/],
  },
  'a path that does not exist': { files: () => ({}), args: ['x.json'], code: 2, added: 0, errors: [/^x\.json: no such file or folder/] },
};

test.each(Object.entries(CASES))('%s', async (_name, wanted) => {
  const { code, stderr, report, errors } = await importing(wanted);
  expect(errors).toEqual(wanted.errors.map((error) => expect.stringMatching(error) as string));
  const { read, added, updated, unchanged, context, rejected } = report.totals;
  expect([code, added]).toEqual([wanted.code, wanted.added]);
  expect(read).toBe(added + updated + unchanged + context + rejected);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|something went wrong/);
});
