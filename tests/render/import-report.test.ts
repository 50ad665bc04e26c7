import { expect, test } from 'vitest';
import { renderImportReport } from '../../src/render/import-report.ts';
import { file, plain, report } from './sample.ts';

const rejected = Array.from({ length: 52 }, (_, at) => ({ at: `line ${at * 7 + 3}`, reason: 'no text' }));

test('an import says what came in, what did not, and what to type next', () => {
  const files = [
    {
      ...file,
      read: 1440,
      added: 1160,
      updated: 20,
      unchanged: 205,
      context: 3,
      rejected,
      warnings: ['3 ids were spoilt by a spreadsheet; the addresses gave them back'],
    },
    { ...file, path: 'exports/notes.xlsx', format: null, error: 'exports/notes.xlsx: not a format edchat knows' },
  ];
  const skipped = [{ path: 'exports/readme.txt', reason: 'not an export' }];
  expect(renderImportReport(report(files, { sessions: ['2016-04-10', '2016-04-17'], skipped }), plain)).toMatchInlineSnapshot(`
    "exports/tags-april.csv  tags-csv
      1,440 tweets read: 1,160 new, 20 updated, 205 already there, 3 inside other
      tweets, 52 not usable
      Not usable:
        line 3   no text
        line 10  no text
        line 17  no text
        line 24  no text
        line 31  no text
        line 38  no text
        line 45  no text
        line 52  no text
        line 59  no text
        line 66  no text
        … and 42 more: --json lists them all
      Note: 3 ids were spoilt by a spreadsheet; the addresses gave them back

    exports/notes.xlsx
      not a format edchat knows

    1 other file left alone:
      exports/readme.txt  not an export

    1,160 tweets were added, 20 updated
    1 file could not be read
    Sessions that changed: 2016-04-10, 2016-04-17
    Next: edchat week 2016-04-17
    "
  `);
});

test('a second import says that nothing is new', () => {
  expect(renderImportReport(report([{ ...file, read: 153, unchanged: 153 }]), plain)).toMatchInlineSnapshot(`
    "exports/tags-april.csv  tags-csv
      153 tweets read: 153 already there

    nothing new: all 153 tweets were already in the archive
    "
  `);
  const known = { ...file, read: 5, unchanged: 5 };
  const again = renderImportReport(report([known, known], { sessions: ['2016-04-17'] }), plain);
  expect(again).toMatch(/nothing new: all 10 tweets in these 2 files were already in the archive\nNext: edchat week 2016-04-17\n$/);
  expect(renderImportReport(report([{ ...file, read: 1, unchanged: 1 }]), plain)).toContain(
    'nothing new: the one tweet was already in the archive',
  );
});

test('a dry run says what would be', () => {
  const files = [{ ...file, read: 2, added: 1, updated: 1 }];
  expect(renderImportReport(report(files, { dryRun: true, sessions: ['2016-04-17'] }), plain)).toMatchInlineSnapshot(`
    "exports/tags-april.csv  tags-csv
      2 tweets read: 1 would be new, 1 would be updated

    1 tweet would be added, 1 updated; this was a trial, nothing is written
    Session that would change: 2016-04-17
    "
  `);
});

test('a chat that is not the usual one is named in what to type next', () => {
  const one = report([{ ...file, read: 1, added: 1 }], { sessions: ['2016-04-17'] });
  expect(renderImportReport(one, plain)).toContain('Next: edchat week 2016-04-17\n');
  expect(renderImportReport(one, plain, { nameChat: true })).toContain('Next: edchat --chat pondchat week 2016-04-17\n');
});

test('an unknown chat is named with the command that adds it', () => {
  expect(renderImportReport(report([{ ...file, read: 2, added: 2 }], { unknownHashtag: 'mudchat', chat: null }), plain))
    .toMatchInlineSnapshot(`
    "exports/tags-april.csv  tags-csv
      2 tweets read: 2 new

    2 tweets were added
    Most of these tweets carry #mudchat, a chat that edchat does not know yet. Tell
    it when the chat meets:
      edchat chats add mudchat --weekday DAY --time HH:MM --zone ZONE
    "
  `);
});

test('of many files only those with a problem are listed', () => {
  const files = Array.from({ length: 1200 }, (_, at) => ({
    ...file,
    path: `story-${at}.html`,
    read: 2,
    added: 2,
    warnings: at === 7 ? ['times differ from ids'] : [],
  }));
  const sessions = Array.from({ length: 28 }, (_, at) => `2016-02-${String(at + 1).padStart(2, '0')}`);
  expect(renderImportReport(report(files, { sessions }), plain)).toMatchInlineSnapshot(`
    "story-7.html  tags-csv
      2 tweets read: 2 new
      Note: times differ from ids

    … and 1,199 more files without a problem

    2,400 tweets were added
    28 sessions changed, from 2016-02-01 to 2016-02-28
    Next: edchat week 2016-02-28
    "
  `);
});

test('an empty folder, an empty file and an interruption are told', () => {
  expect(renderImportReport(report([]), plain)).toBe('nothing to import: no file here is an export that edchat knows\n');
  expect(renderImportReport(report([file]), plain)).toMatchInlineSnapshot(`
    "exports/tags-april.csv  tags-csv
      no tweets in it

    nothing new: no tweets were found
    "
  `);
  expect(renderImportReport(report([{ ...file, read: 1, rejected: rejected.slice(0, 1) }], { interrupted: true }), plain))
    .toMatchInlineSnapshot(`
    "exports/tags-april.csv  tags-csv
      1 tweet read: 1 not usable
      Not usable:
        line 3  no text

    nothing new: no tweet was usable
    Interrupted: what is listed above is in the archive, the rest was not read
    "
  `);
});
