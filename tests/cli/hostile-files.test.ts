/** Files that were made to break what reads them: bounded memory and time, and a clear word. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { fileOf, zipOf } from '../ingest/files.ts';
import { newArchive, scratch } from './edchat.ts';
import { statuses } from './exports.ts';

/** A quarter of what Node takes by itself. */
const LITTLE_MEMORY = { NODE_OPTIONS: '--max-old-space-size=512' };
const MB = 1_000_000;
const HEAD = 'id_str,from_user,text,created_at\n';
const row = (n: number, text: string) => `7218526175725${String(n).padStart(5, '0')},Ben_Ash_z9,${text},Mon Apr 18 00:07:30 +0000 2016\n`;
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => row(from + index, `Thought ${index} #iaedchat`)).join('');
const lines = statuses(3).map((status) => JSON.stringify(status));

function imported(name: string, content: string | Uint8Array) {
  const run = newArchive()(['import', fileOf(name, content), '--json'], { env: LITTLE_MEMORY });
  expect(run.stderr).not.toMatch(/should not have|heap|\n\s+at /);
  return (
    JSON.parse(run.stdout) as {
      files: { added: number; rejected: { at: string; reason: string }[]; warnings: string[]; error: string | null }[];
    }
  ).files[0];
}

test('a cell of 100 MB is one rejection, and the rows around it come', () => {
  const file = imported('cell.csv', `${HEAD}${rows(0, 500)}${row(600, `"${'x'.repeat(100 * MB)}"`)}${rows(700, 5)}`);
  expect(file).toMatchObject({ added: 505, rejected: [{ at: 'line 502', reason: expect.stringContaining('longer than 64 KB') }] });
});

test('a quote that is never closed before a million lines ends in a word, not in a night', () => {
  const file = imported('open.csv', `${HEAD}${rows(0, 500)}${row(600, '"never closed')}${'x\n'.repeat(MB)}`);
  expect(file).toMatchObject({ added: 500, warnings: [expect.stringContaining('reading stopped there')] });
  expect(file?.rejected.length).toBeLessThan(30_000);
});

test('a post of 70 MB is no post', () => {
  const giant = JSON.stringify({ ...statuses(1, { from: '2016-05-01T00:00:00Z' })[0], full_text: 'x'.repeat(70 * MB) });
  expect(imported('line.jsonl', [...lines, giant].join('\n'))).toMatchObject({
    added: 3,
    rejected: [{ reason: expect.stringContaining('64 MB') }],
  });
  expect(imported('list.json', `[${[...lines, giant].join(',')}]`)).toMatchObject({
    added: 3,
    rejected: [{ reason: expect.stringContaining('million letters') }],
  });
});

test.each([
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['a hundred thousand brackets behind a tweet', `${lines[0]}\n${'['.repeat(100_000)}\n${lines[1]}`],
  ['a hundred thousand objects in one another', `${lines[0]}\n${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}\n${lines[1]}`],
])('%s are no trouble', (_name, content) => {
  const file = imported('deep.jsonl', content);
  expect(file?.added === 2 || file?.error !== null).toBe(true);
});

test('keys that mean something to JavaScript are keys', () => {
  const evil = `{"__proto__":{"full_text":"Polluted","polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(statuses(1)[0]).slice(1)}`;
  expect(imported('proto.jsonl', evil)).toMatchObject({ added: 1, rejected: [] });
  const table = `id_str,from_user,text,created_at,__proto__,constructor,toString\n721852617572552704,__proto__,"hello #constructor #iaedchat",Mon Apr 18 00:07:30 +0000 2016,a,b,c\n`;
  expect(imported('proto.csv', table)).toMatchObject({ added: 1 });
});

test.skipIf(process.platform === 'win32')('a link that leads out of a folder is not followed', () => {
  const folder = scratch();
  const inside = join(folder, 'exports');
  mkdirSync(inside);
  writeFileSync(join(folder, 'private.jsonl'), lines.join('\n'));
  writeFileSync(join(inside, 'own.jsonl'), lines[0] ?? '');
  symlinkSync(join(folder, 'private.jsonl'), join(inside, 'link.jsonl'));
  symlinkSync(folder, join(inside, 'round'));
  const run = newArchive()(['import', inside, '--json']);
  expect(JSON.parse(run.stdout)).toMatchObject({ files: [{ path: expect.stringContaining('own.jsonl'), added: 1 }], totals: { added: 1 } });
});

test('entities that stand for each other a billion times are not spelled out', async () => {
  const tags = ['id_str', 'from_user', 'text', 'created_at'];
  const book = await writeXlsx({
    sheets: [{ name: 'Archive', rows: [tags, ['721852617572552704', 'ben', 'BOMB #iaedchat', 'Mon Apr 18 00:07:30 +0000 2016']] }],
  });
  const entities = Array.from(
    { length: 10 },
    (_, index) => `<!ENTITY e${index} "${index === 0 ? 'lol' : `&e${index - 1};`.repeat(10)}">`,
  ).join('');
  const parts = await unzipped(book);
  const bombed = Object.entries(parts).map(([name, text]) => [
    name,
    text.includes('BOMB') ? text.replace('BOMB', '&e9;').replace(/(<\?xml[^>]*>)?/, (start) => `${start}<!DOCTYPE x [${entities}]>`) : text,
  ]);
  expect(bombed.some(([, text]) => text?.includes('&e9;'))).toBe(true);
  const path = fileOf('bomb.xlsx', await zipOf(Object.fromEntries(bombed) as Record<string, string>));
  const run = newArchive()(['import', path, '--json'], { env: LITTLE_MEMORY });
  expect(run.stdout.length).toBeLessThan(20_000);
  expect(run.stderr).not.toMatch(/heap|should not have/);
  expect(existsSync(path)).toBe(true);
});

/** The texts in a zip archive. */
async function unzipped(bytes: Uint8Array): Promise<Record<string, string>> {
  const { BlobReader, TextWriter, ZipReader } = await import('@zip.js/zip.js');
  const reader = new ZipReader(new BlobReader(new Blob([bytes])));
  const parts: Record<string, string> = {};
  for (const entry of await reader.getEntries()) if (!entry.directory) parts[entry.filename] = await entry.getData(new TextWriter());
  return parts;
}
