import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSources } from '../../src/ingest/sources.ts';

const FILES = [
  ['data/js/user_details.js', 'var user_details = {"screen_name":"owl"}'],
  ['data/js/tweets/2014_02.js', 'Grailbird.data.tweets_2014_02 = []'],
] as const;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edchat-sibling-'));
  await mkdir(join(folder, 'archive/data/js/tweets'), { recursive: true });
  const zip = new ZipWriter(new BlobWriter());
  for (const [name, content] of FILES) {
    await writeFile(join(folder, 'archive', name), content);
    await zip.add(name, new TextReader(content));
  }
  await writeFile(join(folder, 'archive.zip'), new Uint8Array(await (await zip.close()).arrayBuffer()));
});

afterAll(() => rm(folder, { recursive: true }));

async function* nothing(): AsyncGenerator<Uint8Array> {}

test.each([['archive'], ['archive.zip']])('a month in %s finds the description of its owner one folder up', async (name) => {
  const owners: (string | undefined)[] = [];
  // A source inside a zip is open only as long as the walk stands at it.
  for await (const found of openSources([join(folder, name)], nothing())) {
    if (!('source' in found) || !found.source.path.endsWith('2014_02.js')) continue;
    owners.push((await found.source.sibling('../user_details.js'))?.head.text);
    expect(await found.source.sibling('user_details.js')).toBeNull();
  }
  expect(owners).toEqual([FILES[0][1]]);
});
