import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WEEKS = 13;

let folder: string;
let lines: string[];

function edchat(db: string, ...words: string[]): string {
  const done = spawnSync(process.execPath, [join(root, 'bin/edchat.js'), '--db', join(folder, db), ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(done.stderr).toBe('');
  return done.stdout;
}

interface Report {
  readonly files: readonly {
    readonly read: number;
    readonly rejected: readonly { readonly at: string; readonly reason: string }[];
    readonly warnings: readonly string[];
    readonly error: string | null;
  }[];
  readonly totals: { readonly added: number; readonly unchanged: number; readonly context: number };
  readonly sessions: readonly string[];
}

function imported(db: string, name: string, content: readonly string[]): Report {
  const file = join(folder, name);
  writeFileSync(file, content.join('\n'));
  return JSON.parse(edchat(db, 'import', file, '--json')) as Report;
}

const said = (db: string) => [edchat(db, 'export', 'tweets', '--format', 'jsonl'), edchat(db, 'weeks', '--json')];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edchat-large-'));
  const all = join(folder, 'all.jsonl');
  execFileSync(process.execPath, [join(root, 'bench/generate.mjs'), 'api', String(WEEKS * 2000), all]);
  // Every eighteenth tweet: large enough for a thread that reads, weeks enough for one that derives.
  lines = readFileSync(all, 'utf8')
    .split('\n')
    .filter((line, place) => line !== '' && place % 18 === 0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a large file, read and derived in threads, gives the same archive as its parts without them', () => {
  const whole = imported('whole.db', 'whole.jsonl', lines);
  expect(lines.join('\n').length).toBeGreaterThan(4 * 1024 * 1024);
  expect(whole.totals.added).toBe(lines.length);
  expect(whole.sessions.length).toBe(WEEKS);
  for (const [number, start] of [0, 0.25, 0.5, 0.75].entries()) {
    const part = lines.slice(start * lines.length, (start + 0.25) * lines.length);
    imported('parts.db', `part-${number}.jsonl`, part);
  }
  expect(said('parts.db')).toEqual(said('whole.db'));
});

test('in a large file too each bad line is told by its place, and the numbers add up', () => {
  const spoilt = [...lines.slice(0, 700), '{"id_str": broken', ...lines.slice(700), '{"id_str":"1","full_text":"cut'];
  const { files, totals } = imported('spoilt.db', 'spoilt.jsonl', spoilt);
  expect(files[0]?.rejected).toEqual([
    { at: 'line 701', reason: expect.stringContaining('line') },
    { at: `line ${lines.length + 2}`, reason: expect.stringContaining('cut') },
  ]);
  expect(totals.added).toBe(lines.length);
  expect(files[0]?.read).toBe(totals.added + totals.context + totals.unchanged + 2);
});

test('a large file that is imported again changes nothing, and a dry run keeps nothing', () => {
  const again = JSON.parse(edchat('whole.db', 'import', join(folder, 'whole.jsonl'), '--json')) as Report;
  expect(again.totals.added).toBe(0);
  expect(again.sessions).toEqual([]);
  edchat('empty.db', 'import', join(folder, 'part-0.jsonl'), '--json');
  const before = said('empty.db');
  const dry = JSON.parse(edchat('empty.db', 'import', join(folder, 'whole.jsonl'), '--dry-run', '--json')) as Report;
  expect(dry.totals.added).toBeGreaterThan(0);
  expect(said('empty.db')).toEqual(before);
});

test('what is kept out on purpose, and where a useless file is given up, is the same in a large file and packed, which no thread reads', () => {
  const isOf = (line: string, name: string) => line.includes(`"screen_name":"${name}"`);
  const [gone = '', hidden = ''] = new Set(lines.map((line) => /"screen_name":"(\w+)"/.exec(line)?.[1] ?? ''));
  const protectedOnes = lines.map((line, place) => (place % 50 === 7 ? line.replace('"protected":false', '"protected":true') : line));
  const useless = Array.from({ length: 20_500 }, () => '{"id_str":"1"}');
  const content = [...protectedOnes, ...useless, ...lines.slice(0, 10)].join('\n');
  const plain = join(folder, 'mixed.jsonl');
  const packed = join(folder, 'mixed.jsonl.gz');
  writeFileSync(plain, content);
  writeFileSync(packed, gzipSync(content));
  const [threaded, unthreaded] = [plain, packed].map((file, number) => {
    const db = `mixed-${number}.db`;
    imported(db, 'first.jsonl', lines.slice(-1));
    edchat(db, 'forget', `@${gone}`, '--yes');
    edchat(db, 'forget', `@${hidden}`, '--alias', '--yes');
    const { files, totals, sessions } = JSON.parse(edchat(db, 'import', file, '--json')) as Report;
    return { totals, sessions, rejected: files[0]?.rejected ?? [], warnings: files[0]?.warnings, all: said(db)[0] ?? '' };
  });
  const reasons = (threaded?.rejected ?? []).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason.includes('protected account')).length).toBe(
    protectedOnes.filter((line) => line.includes('"protected":true')).length,
  );
  const ofGone = protectedOnes.filter((line) => isOf(line, gone) && !line.includes('"protected":true'));
  expect(reasons.filter((reason) => reason.includes('forgotten')).length).toBeGreaterThanOrEqual(ofGone.length);
  expect(threaded?.warnings).toEqual([expect.stringContaining('reading stopped there')]);
  expect(threaded?.all).not.toContain(gone);
  expect(threaded?.all).not.toContain(hidden);
  // Who is hidden has another alias in each archive.
  const alike = ({ all, ...rest }: NonNullable<typeof threaded>) => ({ ...rest, all: all.replace(/person_\w+/g, 'person') });
  expect(alike(threaded ?? never())).toEqual(alike(unthreaded ?? never()));
});

test('a folder of many files gives what the files one by one give', () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  const parts = Array.from({ length: 9 }, (_, part) => lines.filter((_line, place) => place % 9 === part));
  const contents = parts.map((part, place) =>
    // One holds a bad line, one is given up long before its end, one is no export.
    [
      ...part,
      ...(place === 7 ? ['{"id_str": broken'] : []),
      ...(place === 8 ? Array.from({ length: 40_000 }, () => '{"id_str":"1"}') : []),
    ].join('\n'),
  );
  contents.push('A shopping list.');
  const names = contents.map((_, place) => join(many, `part-${place}.jsonl`));
  for (const [place, content] of contents.entries()) writeFileSync(names[place] ?? never(), content);
  const together = JSON.parse(edchat('together.db', 'import', many, '--json')) as Report;
  const oneByOne = names.slice(0, 9).map((name) => (JSON.parse(edchat('single.db', 'import', name, '--json')) as Report).files[0]);
  expect(together.files).toEqual(oneByOne);
  expect(together.files[8]?.warnings).toEqual([expect.stringContaining('reading stopped there')]);
  expect(together.totals.added).toBe(lines.length);
  expect(said('together.db')).toEqual(said('single.db'));
});

test('of two large files, one that is no export leaves the other as it is', () => {
  const other = join(folder, 'other.jsonl');
  writeFileSync(other, lines.join('\n'));
  const words = ['--db', join(folder, 'both.db'), 'import', noExport(), other, '--json'];
  const done = spawnSync(process.execPath, [join(root, 'bin/edchat.js'), ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(done.status).toBe(1);
  const { files, totals } = JSON.parse(done.stdout) as Report;
  expect(files.map(({ error }) => error)).toEqual([expect.stringContaining('book.txt'), null]);
  expect(totals.added).toBe(lines.length);
});

test('a large file that is no export is told in a sentence', () => {
  const done = spawnSync(process.execPath, [join(root, 'bin/edchat.js'), '--db', join(folder, 'no.db'), 'import', noExport()], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(done.status).toBe(1);
  expect(done.stdout).toBe('');
  expect(done.stderr).toMatch(/^edchat: .*book\.txt: .*\n$/);
});

function noExport(): string {
  const book = join(folder, 'book.txt');
  writeFileSync(book, 'A page without a single tweet.\n'.repeat(200_000));
  return book;
}

function never(): never {
  throw new Error('no report');
}
