import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { archiveAt, DEMO, newArchive, scratch } from './edchat.ts';
import { statuses, zipped } from './exports.ts';

interface Report {
  readonly files: readonly {
    path: string;
    format: string;
    read: number;
    added: number;
    updated: number;
    unchanged: number;
    context: number;
    rejected: { at: string; reason: string }[];
    warnings: string[];
    error: string | null;
  }[];
  readonly totals: { read: number; added: number; updated: number; unchanged: number; context: number; rejected: number };
  readonly sessions: readonly string[];
  readonly skipped: readonly { path: string }[];
}

const report = (stdout: string) => JSON.parse(stdout) as Report;

function addsUp({ files, totals }: Report): void {
  for (const file of files) expect(file.read).toBe(file.added + file.updated + file.unchanged + file.context + file.rejected.length);
  const sum = (name: 'read' | 'added' | 'updated' | 'unchanged' | 'context') => files.reduce((all, file) => all + file[name], 0);
  expect(totals).toEqual({
    read: sum('read'),
    added: sum('added'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    context: sum('context'),
    rejected: files.flatMap(({ rejected }) => rejected).length,
  });
}

describe('the demo: three exports that overlap', () => {
  test('are merged into one archive, and the numbers add up', () => {
    const edchat = newArchive();
    const { code, stdout } = edchat(['import', DEMO, '--json']);
    const first = report(stdout);
    expect(code).toBe(0);
    addsUp(first);
    expect(first.files.map(({ format }) => format)).toEqual(['twitter-v1.1-json', 'storify-html', 'tags-csv']);
    expect(first.totals.added).toBe(495);
    expect(first.sessions).toEqual(['2016-04-03', '2016-04-10', '2016-04-17']);
  });

  test('imported again add nothing, and edchat says so', () => {
    const edchat = newArchive();
    edchat(['import', DEMO]);
    const before = edchat(['export', 'tweets']).stdout;
    const again = edchat(['import', DEMO]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('nothing new: all');
    expect(edchat(['export', 'tweets']).stdout).toBe(before);
    const { totals } = report(edchat(['import', DEMO, '--json']).stdout);
    expect([totals.added, totals.updated]).toEqual([0, 0]);
  });

  test('give the same archive in any order', () => {
    const files = ['tags-iaedchat-april-2016.csv', 'iaedchat-weeks-2-and-3.jsonl', 'storify-iaedchat-2016-04-17.html'].map((name) =>
      join(DEMO, name),
    );
    const all = [files, files.toReversed(), [files[1] ?? '', files[0] ?? '', files[2] ?? '']].map((order) => {
      const edchat = newArchive();
      for (const file of order) edchat(['import', file]);
      return ['tweets', 'links']
        .map((kind) => edchat(['export', kind, ...(kind === 'links' ? ['2016', '--format', 'jsonl'] : [])]).stdout)
        .concat(edchat(['weeks', '--json']).stdout);
    });
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
    expect(all[0]?.[0]?.split('\n')).toHaveLength(491);
  });

  test('a dry run says what would come in and leaves nothing behind', () => {
    const folder = scratch();
    const edchat = archiveAt(join(folder, 'sub', 'archive.db'));
    const dry = edchat(['import', DEMO, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('495 tweets would be added');
    expect(edchat(['weeks']).code).toBe(1);
    edchat(['import', DEMO]);
    const before = edchat(['export', 'tweets']).stdout;
    const more = join(folder, 'more.json');
    writeFileSync(more, JSON.stringify(statuses(3)));
    expect(edchat(['import', more, '--dry-run']).stdout).toContain('3 tweets would be added');
    expect(edchat(['export', 'tweets']).stdout).toBe(before);
  });
});

describe('containers', () => {
  test('a gzip file, a zip archive, standard input and a folder hold the same tweets', () => {
    const folder = scratch();
    const json = JSON.stringify(statuses(12));
    mkdirSync(join(folder, 'exports', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'exports', 'deep', 'x.dat'), json);
    writeFileSync(join(folder, 'x.gz'), gzipSync(json));
    writeFileSync(join(folder, 'x.zip'), zipped({ 'exports/a.txt': 'hello', 'exports/x.bin': json }));
    for (const args of [[join(folder, 'exports')], [join(folder, 'x.gz')], [join(folder, 'x.zip')], ['-']]) {
      const { code, stdout } = newArchive()(['import', ...args, '--json'], { input: json });
      expect([code, report(stdout).totals.added], args[0]).toEqual([0, 12]);
    }
  });

  test('an account archive is read from its folder, from its zip and as a single file, and nothing private is opened', () => {
    const folder = scratch();
    const parts = {
      'data/account.js': `window.YTD.account.part0 = [{"account":{"username":"Ms_Alder_q4","accountId":"77","accountDisplayName":"Ms Alder"}}]`,
      'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify(statuses(5).map(({ user: _user, ...tweet }) => ({ tweet })))}`,
      'data/direct-messages.js': 'window.YTD.direct_messages.part0 = [ broken',
    };
    for (const [name, text] of Object.entries(parts)) {
      mkdirSync(join(folder, 'archive', 'data'), { recursive: true });
      writeFileSync(join(folder, 'archive', name), text);
    }
    writeFileSync(join(folder, 'archive.zip'), zipped(parts));
    for (const path of ['archive', 'archive.zip', 'archive/data/tweets.js']) {
      const edchat = newArchive();
      const { code, stdout } = edchat(['import', join(folder, path), '--json']);
      const { totals, files, skipped } = report(stdout);
      expect([code, totals.added, files.length, skipped.length], path).toEqual([0, 5, 1, 0]);
      expect(edchat(['export', 'tweets']).stdout).toContain('"author":"Ms_Alder_q4","authorName":"Ms Alder"');
    }
  });
});

test('tweets imported for a chat belong to it even without its hashtag', () => {
  const edchat = newArchive();
  const file = join(scratch(), 'x.json');
  writeFileSync(file, JSON.stringify(statuses(4, { tag: '' })));
  edchat(['import', file]);
  expect(edchat(['--chat', 'satchat', 'export', 'tweets']).stdout).toBe('');
  edchat(['import', '--chat', '#SatChat', file]);
  expect(edchat(['--chat', 'satchat', 'export', 'tweets']).stdout.trim().split('\n')).toHaveLength(4);
});

test('one bad file among good ones is named, the others come in, and the exit code tells', () => {
  const folder = scratch();
  copyFileSync(join(DEMO, 'iaedchat-weeks-2-and-3.jsonl'), join(folder, 'good.jsonl'));
  writeFileSync(join(folder, 'bad.gz'), gzipSync(readFileSync(join(DEMO, 'iaedchat-weeks-2-and-3.jsonl'))).subarray(0, 20_000));
  const edchat = newArchive();
  const { code, stdout } = edchat(['import', join(folder, 'good.jsonl'), join(folder, 'bad.gz'), '--json']);
  const { files, totals } = report(stdout);
  expect(code).toBe(1);
  expect(totals.added).toBe(328);
  expect(files.map(({ error }) => error === null)).toEqual([true, false]);
  expect(files[1]?.error).toMatch(/bad\.gz: the gzip file is damaged or cut off/);
});

test('the folder set as inbox is read when no path is given', () => {
  const folder = scratch();
  writeFileSync(join(folder, 'x.json'), JSON.stringify(statuses(2)));
  const edchat = newArchive();
  expect(edchat(['import']).stderr).toMatch(/Nothing to import: name a file or folder/);
  expect(edchat(['import', '--inbox', folder, '--dry-run']).stdout).toContain('2 tweets would be added');
  expect(edchat(['import']).stderr).toMatch(/Nothing to import/);
  expect(edchat(['import', '--inbox', folder]).stdout).toContain('2 tweets were added');
  writeFileSync(join(folder, 'y.json'), JSON.stringify(statuses(3)));
  expect(edchat(['import']).stdout).toContain('1 tweet was added');
});
