import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { archiveAt, DEMO, newArchive, scratch, start } from './edchat.ts';
import { statuses } from './exports.ts';

const TAGS = readFileSync(join(DEMO, 'tags-iaedchat-april-2016.csv'), 'utf8');

/** One clear sentence on standard error, no stack trace. */
function expectSentence(stderr: string, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
}

describe('a file that cannot be imported', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /empty/],
    ['blank', ' \n\n', /empty/],
    ['a shopping list', 'milk\nbread\n', /not a format edchat knows/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /not a format edchat knows/],
    ['another table', 'name,grade\nAda,1\n', /not a format edchat knows/],
    ['the list of likes', 'window.YTD.like.part0 = [ { "like" : { "tweetId" : "1", "fullText" : "x" } } ]', /likes/],
    [
      'a Storify profile',
      '<!DOCTYPE html><html><body id="profile"><!-- storify --><script>s.user["username"] = "x";</script><div class="s-profile">No story</div></body></html>',
      /x\.file: /,
    ],
    ['an archive cut off', gzipSync('x'.repeat(1000)).subarray(0, 15), /damaged or cut off/],
    ['half a zip', 'PK\u0003\u0004 and then nothing', /damaged or cut off/],
  ])('%s gets a sentence and exit 1', (_name, content, words) => {
    const folder = scratch();
    const file = join(folder, 'x.file');
    writeFileSync(file, content);
    const run = newArchive()(['import', file]);
    expect(run.code).toBe(1);
    expectSentence(run.stderr, words);
    expect(run.stderr).toContain('x.file');
  });

  test.each([
    ['a path that does not exist', ['import', '/no/such/export.csv'], /no such file or folder/],
    ['an unknown option', ['import', '--fast', 'x'], /unknown option/],
    ['an unknown command', ['improt', 'x'], /Did you mean import/],
    ['an unknown format', ['import', '--format', 'tags', DEMO], /tags-csv/],
    ['an unknown chat', ['--chat', 'iaedchatt', 'import', DEMO], /Did you mean iaedchat/],
  ])('%s is exit 2', (_name, args, words) => {
    const run = newArchive()(args);
    expect(run.code).toBe(2);
    expectSentence(run.stderr, words);
  });

  test('a folder without an export says so', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'notes.txt'), 'milk');
    const run = newArchive()(['import', folder]);
    expect(run.code).toBe(1);
    expectSentence(run.stderr, /no export found in it/);
  });
});

describe('an export with bad parts gives the rest', () => {
  const importText = (text: string | Uint8Array) => {
    const file = join(scratch(), 'x');
    writeFileSync(file, text);
    const { code, stdout } = newArchive()(['import', file, '--json']);
    const { totals, files } = JSON.parse(stdout) as {
      totals: { added: number; rejected: number };
      files: { rejected: { at: string; reason: string }[] }[];
    };
    return { code, ...totals, rejections: files.flatMap(({ rejected }) => rejected) };
  };
  const lines = statuses(5).map((status) => JSON.stringify(status));

  test('a cut JSON line', () => {
    expect(importText([...lines.slice(0, 4), lines[4]?.slice(0, 80)].join('\n'))).toMatchObject({
      code: 1,
      added: 4,
      rejected: 1,
      rejections: [{ at: 'line 5' }],
    });
  });

  test('a broken line in the middle', () => {
    expect(importText([lines[0], '{"id_str": oops', ...lines.slice(1)].join('\n'))).toMatchObject({
      added: 5,
      rejected: 1,
      rejections: [{ at: 'line 2' }],
    });
  });

  test('an array that is cut off', () => {
    expect(importText(`[${lines.join(',')}`.slice(0, -20))).toMatchObject({ added: 4, rejected: 1 });
  });

  test('a record that is no tweet', () => {
    expect(importText([...lines, '{"id_str":"5","name":"a list"}'].join('\n'))).toMatchObject({ added: 5, rejected: 1 });
  });

  test.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['bare carriage returns as row ends', (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r')],
    ['UTF-16', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ])('a table with %s loses nothing', (_name, change) => {
    expect(importText(change(TAGS)).added).toBe(importText(TAGS).added);
  });
});

describe('an archive that cannot be used', () => {
  test('none at all: how to begin, exit 1', () => {
    for (const verb of ['weeks', 'week', 'topics', 'links', 'people', 'threads', 'reindex']) {
      const run = newArchive()([verb]);
      expect([verb, run.code]).toEqual([verb, 1]);
      expectSentence(run.stderr, /no archive yet.*edchat import/);
    }
  });

  test('one of a newer edchat is refused by name and left as it is', () => {
    const db = join(scratch(), 'archive.db');
    const edchat = archiveAt(db);
    edchat(['import', DEMO]);
    const raw = new Database(db);
    raw.pragma('user_version = 99');
    raw.close();
    const before = readFileSync(db);
    for (const args of [['weeks'], ['import', DEMO]]) {
      const run = edchat(args);
      expect(run.code).toBe(2);
      expectSentence(run.stderr, /newer edchat/);
    }
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  test('a file that is no archive is not touched', () => {
    const db = join(scratch(), 'letter.txt');
    writeFileSync(db, 'Dear colleagues,\n'.repeat(100));
    for (const args of [['weeks'], ['import', DEMO]]) {
      const run = archiveAt(db)(args);
      expect(run.code).toBe(2);
      expectSentence(run.stderr, /not an edchat archive/);
    }
    expect(readFileSync(db, 'utf8')).toBe('Dear colleagues,\n'.repeat(100));
  });

  test('a place that is no folder', () => {
    const file = join(scratch(), 'file');
    writeFileSync(file, '');
    const run = archiveAt(join(file, 'archive.db'))(['import', DEMO]);
    expect(run.code).toBe(2);
    expectSentence(run.stderr, /--db|not a folder/);
  });

  test.skipIf(process.getuid?.() === 0)('a read-only folder: importing is refused, reading works', () => {
    const folder = join(scratch(), 'locked');
    mkdirSync(folder);
    const edchat = archiveAt(join(folder, 'archive.db'));
    edchat(['import', DEMO]);
    chmodSync(folder, 0o500);
    chmodSync(join(folder, 'archive.db'), 0o400);
    try {
      const run = edchat(['import', DEMO]);
      expect(run.code).toBe(2);
      expectSentence(run.stderr, /may not write there/);
      expect(edchat(['weeks']).code).toBe(0);
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});

/** Whether a process is writing to an archive. */
function isWriting(path: string): boolean {
  const raw = new Database(path, { timeout: 0 });
  try {
    raw.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    raw.close();
  }
}

test('Ctrl-C in the middle stops with a sentence, and the archive is as good as before', async () => {
  const folder = scratch();
  const db = join(folder, 'archive.db');
  const edchat = archiveAt(db);
  edchat(['import', DEMO]);
  const before = edchat(['export', 'tweets']).stdout;
  const big = join(folder, 'big.jsonl');
  const lines = statuses(20_000, { every: 1 }).map((status) => JSON.stringify(status));
  writeFileSync(big, lines.join('\n'));
  const run = start(db, ['import', big]);
  // The transaction of a file lasts as long as it is read.
  while (!isWriting(db)) await wait(20);
  run.kill('SIGINT');
  const [code] = (await once(run, 'exit')) as [number | null];
  expect(code).toBe(130);
  expect(edchat(['export', 'tweets']).stdout).toBe(before);
  expect(edchat(['import', big]).stdout).toContain('20,000 tweets were added');
});

test('a reader that goes away is no failure', async () => {
  const db = join(scratch(), 'archive.db');
  archiveAt(db)(['import', DEMO]);
  const run = start(db, ['export', 'tweets']);
  run.stdout.once('data', () => run.stdout.destroy());
  const [code] = (await once(run, 'exit')) as [number | null];
  expect(code).toBe(0);
});
