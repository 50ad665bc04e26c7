/** Nothing is lost on the way into a backup or an open copy, and back. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuildAll } from '../../src/ingest/rebuild.ts';
import { writeOpenCopy } from '../../src/keep/open-copy.ts';
import { restoreArchive } from '../../src/keep/restore.ts';
import { openForWriting } from '../../src/store/open.ts';
import { lastNumbers } from '../../src/store/truth.ts';
import { archiveAt, DEMO, newArchive, scratch } from '../cli/edchat.ts';
import { truths } from '../ingest/archives.ts';
import { runs } from '../runs.ts';
import { everything, make, recipe } from './archives.ts';

test('an open copy of any archive gives an equal one', async () => {
  const folder = scratch();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(recipe, async (one) => {
      const home = join(folder, String((round += 1)));
      const db = await make(home, one);
      rebuildAll(db, () => {});
      writeOpenCopy(db, join(home, 'copy'), { now: 0, force: false });
      await restoreArchive(join(home, 'other.db'), join(home, 'copy'), { now: 0 });
      const other = openForWriting(join(home, 'other.db'));
      const { settings = [], ...rest } = everything(other);
      const { settings: before = [], ...wanted } = everything(db);
      expect(rest).toEqual(wanted);
      expect(settings).toEqual(expect.arrayContaining(before));
      expect(lastNumbers(other)).toEqual(lastNumbers(db));
      expect(truths(other)).toEqual(truths(db));
      db.close();
      other.close();
      rmSync(home, { recursive: true });
    }),
    { numRuns: runs(10) },
  );
});

let template: string;
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'edchat-copies-'));
  const edchat = archiveAt(join(template, 'archive.db'));
  edchat(['import', DEMO]);
  edchat(['fix', 'topic', '2016-04-17', 'Choice in learning']);
  edchat(['backup', join(template, 'backup.db')]);
});
afterAll(() => rmSync(template, { recursive: true }));

/** An archive of the demo, with something a person entered, and a backup of it. */
function demo() {
  const folder = scratch();
  cpSync(template, folder, { recursive: true });
  const db = join(folder, 'archive.db');
  const edchat = archiveAt(db);
  return { folder, db, edchat, backup: join(folder, 'backup.db'), tweets: () => edchat(['export', 'tweets']).stdout };
}

describe('edchat backup and restore', () => {
  test('bring the archive back as it was, and keep the present one', () => {
    const { folder, edchat, tweets } = demo();
    const file = join(folder, 'again.db');
    const before = tweets();
    const made = JSON.parse(edchat(['backup', file, '--json']).stdout) as { rows: Record<string, number>; sha256: string };
    expect(made.rows).toMatchObject({ imports: 3, corrections: 1 });
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    edchat(['undo']);
    edchat(['fix', '--undo']);
    const run = edchat(['restore', file]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/Restored from .*again\.db, made .* UTC: \d+ tweets, 3 imports and 1 correction\./);
    expect(tweets()).toBe(before);
    expect(edchat(['fix', '--list']).stdout).toContain('Choice in learning');
    const aside = readdirSync(folder).find((name) => name.includes('before-restore')) ?? '';
    expect(run.stdout).toContain(aside);
    expect(archiveAt(join(folder, aside))(['fix', '--list']).stdout).not.toContain('Choice in learning');
  });

  test('never write over a file, nor over the archive itself', () => {
    const { folder, db, edchat } = demo();
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear colleagues');
    expect(edchat(['backup', letter])).toMatchObject({ code: 2, stderr: expect.stringMatching(/something already.*--force/) });
    expect(readFileSync(letter, 'utf8')).toBe('Dear colleagues');
    expect(edchat(['backup', db, '--force'])).toMatchObject({ code: 2, stderr: expect.stringContaining('the archive itself') });
    expect(edchat(['backup', join(folder, 'no', 'such', 'folder.db')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no such folder'),
    });
    expect(edchat(['backup', letter, '--force']).code).toBe(0);
    expect(edchat(['restore', letter]).code).toBe(0);
  });

  test.each<[string, (file: string) => void, RegExp]>([
    ['cut short', (file) => truncateSync(file, 20_000), /not as it was written.*nothing was changed/],
    ['longer than it was', (file) => appendFileSync(file, 'x'), /not as it was written/],
    [
      'cut short, without its manifest',
      (file) => {
        truncateSync(file, 20_000);
        rmSync(`${file}.manifest.json`);
      },
      /damaged|no backup/,
    ],
    [
      'something else altogether',
      (file) => {
        writeFileSync(file, 'Dear colleagues');
        rmSync(`${file}.manifest.json`);
      },
      /no backup of an edchat archive/,
    ],
  ])('a backup that is %s is refused, and nothing is changed', (_name, spoil, sentence) => {
    const { folder, db, edchat, backup } = demo();
    spoil(backup);
    const before = readFileSync(db);
    const names = readdirSync(folder).toSorted();
    expect(edchat(['restore', backup])).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) });
    expect(readFileSync(db).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name))).toEqual(names);
  });
});

describe('edchat export archive', () => {
  test('is whole, is read by import into an empty archive, and by restore into any', () => {
    const { folder, edchat, tweets } = demo();
    const copy = join(folder, 'copy');
    expect(edchat(['export', 'archive', copy]).stdout).toMatch(/Written to .*: \d+ tweets, 3 imports and 1 correction/);
    const other = newArchive();
    expect(other(['import', copy]).code).toBe(0);
    expect(other(['export', 'tweets']).stdout).toBe(tweets());
    expect(other(['undo', '--list']).stdout).toContain('Run 1');
    expect(edchat(['import', copy])).toMatchObject({ code: 2, stderr: expect.stringContaining('edchat restore') });
    expect(edchat(['restore', copy]).code).toBe(0);
    expect(edchat(['fix', '--list']).stdout).toContain('Choice in learning');
  });

  test('is refused when a byte of it changed or a file is missing, and never overwrites other things', () => {
    const { folder, edchat } = demo();
    const [copy, spoilt, poor] = ['copy', 'spoilt', 'poor'].map((name) => join(folder, name)) as [string, string, string];
    edchat(['export', 'archive', copy]);
    cpSync(copy, spoilt, { recursive: true });
    cpSync(copy, poor, { recursive: true });
    writeFileSync(join(spoilt, 'tweets.jsonl'), readFileSync(join(spoilt, 'tweets.jsonl'), 'utf8').replace('choice', 'chance'));
    rmSync(join(poor, 'contributions.jsonl'));
    const other = newArchive();
    expect(other(['import', spoilt])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/tweets\.jsonl.*checksum differs.*nothing was read/),
    });
    expect(other(['import', poor])).toMatchObject({ code: 2, stderr: expect.stringMatching(/contributions\.jsonl.*missing/) });
    expect(other(['weeks']).stderr).toContain('no archive yet');
    expect(edchat(['export', 'archive', copy])).toMatchObject({ code: 2, stderr: expect.stringContaining('not empty') });
    expect(edchat(['export', 'archive', folder, '--force'])).toMatchObject({ code: 2, stderr: expect.stringContaining('other things') });
    expect(edchat(['export', 'archive', copy, '--force']).code).toBe(0);
    expect(existsSync(`${copy}.old`)).toBe(false);
  });
});
