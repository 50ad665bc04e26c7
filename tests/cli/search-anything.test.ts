/** Whatever is typed after `search` is answered: with results or with a sentence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '../runs.ts';
import { DEMO } from './edchat.ts';
import { runInProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
const db = join(folder, 'archive.db');
beforeAll(async () => void (await runInProcess(db, ['import', DEMO])));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const piece = fc.constantFrom(
  'grading',
  'sbg',
  'a',
  'é',
  '👍',
  '\ue000',
  '\ue000kr0',
  '\ud800',
  '\0',
  ' ',
  '  ',
  '"',
  '“',
  "'",
  '(',
  ')',
  '{',
  '}',
  '|',
  '-',
  '--',
  '~',
  '+',
  '*',
  ':',
  '#',
  '@',
  '..',
  '://',
  'https://t.co/x',
  ' OR ',
  ' NOT ',
  ' AND ',
  'from:',
  'to:',
  'is:',
  'is:new',
  'is:moderator',
  'has:link',
  'q:',
  'a:3',
  'since:',
  'week:',
  'latest',
  '2016',
  '2016-04-17',
  'session:',
  'topic:',
  'mod:',
  'season:',
  'newer_than:3m',
  'min_faves:1',
  'thread:{',
  'thread:',
  'url:',
  'site:',
  '1',
  '7d',
  'saved:',
  'NEAR(',
  '^',
  ';',
  '$x',
  '?',
  '%',
  '_',
  '\\',
  '\n',
  '\t',
  'growth mindset',
);
const argument = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')) },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const options = fc.constantFrom<string[]>(
  [],
  [],
  ['--json'],
  ['--newest'],
  ['--oldest', '--page', '2'],
  ['--explain'],
  ['--no-fold'],
  ['--no-synonyms'],
  ['--context'],
  ['--format', 'csv'],
  ['--format', 'markdown'],
  ['--format', 'jsonl'],
  ['--count-by', 'week'],
  ['--count-by', 'question'],
  ['--count-by', 'site', '--json'],
  ['--chat', 'iaedchat'],
);

test('any string, as one argument or many, gives results or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(argument, { minLength: 0, maxLength: 4 }), options, async (args, more) => {
      const { code, stdout, stderr } = await runInProcess(db, ['search', ...more, ...args]);
      expect([0, 1, 2]).toContain(code);
      expect(stderr).not.toMatch(/should not have|SQLITE|fts5|\bat \S+:\d+:\d+/i);
      if (code === 2) expect([stdout, stderr]).toEqual(['', expect.stringMatching(/\S/)]);
      if (code === 0) expect(stdout).toMatch(/\S/);
      // Nothing found is said in every form that has a place for it.
      if (code === 1 && !more.includes('--format')) expect(stdout + stderr).toMatch(/\S/);
      // A terminal never meets a sign of the archive's own making.
      // oxlint-disable-next-line no-control-regex
      if (code === 0 && !more.includes('--json')) expect(stdout).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    }),
    { numRuns: runs(250) },
  );
}, 120_000);

test.each([[['-grading']], [['-is:rt', 'grading']], [['grading', '-"choice menu"']], [['--', '-grading']], [['~grading']]])(
  'a minus first is part of the search: %j',
  async (args) => {
    const { code, stdout } = await runInProcess(db, ['search', '--explain', ...args]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('tweets')]);
  },
);

test('a search that the shell emptied is told about #', async () => {
  const { code, stderr } = await runInProcess(db, ['search']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('tag:iaedchat')]);
});
