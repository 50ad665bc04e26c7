import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { identify, importerNamed } from '../../src/importers/identify.ts';
import { importers } from '../../src/importers/index.ts';
import { lookAlikes } from '../../src/importers/look-alikes.ts';
import { extractAll, fileSource } from './source.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const COMPANIONS = new Set(['account.js', 'actor.json', 'note-tweet.js', 'note-tweet-part1.js', 'user_details.js']);

/** The documents of an importer: every file that is not an expected result, a companion or hidden. */
function documents(importer: string): string[] {
  if (!existsSync(join(FIXTURES, importer))) return [];
  return readdirSync(join(FIXTURES, importer), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.name.endsWith('.expected.json') && !entry.name.startsWith('.') && !COMPANIONS.has(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

describe.each(importers.map(({ name }) => name))('%s', (name) => {
  test.each(documents(name).map((path) => [path.slice(FIXTURES.length), path] as const))('reads %s', async (_, path) => {
    const source = await fileSource(path);
    const importer = importerNamed(name);
    expect(importers.filter((candidate) => candidate.identify(source.head)).map((candidate) => candidate.name)).toEqual([name]);
    expect(lookAlikes.filter((candidate) => candidate.identify(source.head))).toEqual([]);
    expect(identify(source.head)).toEqual({ importer });
    const expected = path.slice(0, -extname(path).length) + '.expected.json';
    await expect(`${JSON.stringify(await extractAll(importer, source), null, 2)}\n`).toMatchFileSnapshot(expected);
  });
});

test('every importer has a fixture, and every fixture an importer', () => {
  const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = importers.map(({ name }) => name);
  expect(names.filter((name) => documents(name).length === 0)).toEqual([]);
  expect(names.filter((name) => !folders.some((folder) => basename(folder.name) === name))).toEqual([]);
});
