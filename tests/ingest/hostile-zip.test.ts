import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Source } from '../../src/importers/importer.ts';
import { openSources } from '../../src/ingest/sources.ts';
import { contentsOf, fileOf, zipOf } from './files.ts';

const MB = 1024 * 1024;
const DAMAGED = 'damaged inside the zip archive. Download or copy the archive again';

/** Where the directory of an archive describes a file, and where the header before the file's bytes is. */
function placesOf(bytes: Buffer, name: string): { directory: number; local: number } {
  const record = Buffer.from('PK\u0001\u0002');
  for (let at = bytes.indexOf(record); at !== -1; at = bytes.indexOf(record, at + 4)) {
    const end = at + 46 + bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, end) === name) return { directory: at, local: bytes.readUInt32LE(at + 42) };
  }
  throw new Error(`no ${name}`);
}

/** An archive of `bad.csv` and `good.csv`, both stored as they are, with a few bytes changed. */
async function spoilt(change: (bytes: Buffer, places: { directory: number; local: number }) => void): Promise<string> {
  const bytes = Buffer.from(await zipOf({ 'bad.csv': 'some words', 'good.csv': 'good' }, { level: 0 }));
  change(bytes, placesOf(bytes, 'bad.csv'));
  return fileOf('a.zip', bytes);
}

test('an archive in the layout for large files is read', async () => {
  const path = fileOf('a.zip', await zipOf({ 'one.csv': 'one', 'two.csv': 'two' }, { zip64: true }));
  expect(await contentsOf(path)).toEqual({ 'a.zip > one.csv': 'one', 'a.zip > two.csv': 'two' });
});

test.each<[string, string, (bytes: Buffer, places: { directory: number; local: number }) => void]>([
  [
    'a bomb by its own account',
    'it would unpack to 4 GB and was not opened. If you trust it, unpack it and import the file',
    (bytes, { directory }) => bytes.writeUInt32LE(0xf0000000, directory + 24),
  ],
  [
    'a file longer than it says',
    DAMAGED,
    (bytes, { directory, local }) => {
      bytes.writeUInt32LE(2, directory + 24);
      bytes.writeUInt32LE(2, local + 22);
    },
  ],
  ['a file that says two sizes', DAMAGED, (bytes, { directory }) => bytes.writeUInt32LE(2, directory + 24)],
  ['a file that is not the one described', DAMAGED, (bytes) => bytes.write('SOME', bytes.indexOf('some words'))],
  ['a file whose header is broken', DAMAGED, (bytes, { local }) => bytes.fill(0xff, local + 26, local + 30)],
  [
    'a file packed in another way',
    'packed in a way edchat cannot read. Unpack it first, then import the folder',
    (bytes, { directory, local }) => {
      bytes.writeUInt16LE(14, directory + 10);
      bytes.writeUInt16LE(14, local + 8);
    },
  ],
])('%s is refused, and the others come', async (_name, reason, change) => {
  const found = await contentsOf(await spoilt(change));
  expect(found).toEqual({ 'a.zip > bad.csv': `a.zip > bad.csv: ${reason}`, 'a.zip > good.csv': 'good' });
});

test('a file that unpacks to a thousand times its size is not opened', async () => {
  const path = fileOf('a.zip', await zipOf({ 'bomb.csv': new Uint8Array(101 * MB), 'good.csv': 'good' }, { level: 9 }));
  expect(await contentsOf(path)).toEqual({
    'a.zip > bomb.csv': 'a.zip > bomb.csv: it would unpack to 101 MB and was not opened. If you trust it, unpack it and import the file',
    'a.zip > good.csv': 'good',
  });
});

test('a deflated file longer than it says is stopped at what it says', async () => {
  const bytes = Buffer.from(await zipOf({ 'bad.csv': new Uint8Array(40 * MB), 'good.csv': 'good' }));
  const { directory, local } = placesOf(bytes, 'bad.csv');
  bytes.writeUInt32LE(2000, directory + 24);
  bytes.writeUInt32LE(2000, local + 22);
  const found = await contentsOf(fileOf('a.zip', bytes));
  expect(found).toEqual({ 'a.zip > bad.csv': `a.zip > bad.csv: ${DAMAGED}`, 'a.zip > good.csv': 'good' });
});

test('files that share their bytes are refused', async () => {
  const bytes = Buffer.from(await zipOf({ 'one.csv': 'one', 'two.csv': 'two', 'six.csv': 'six' }));
  bytes.writeUInt32LE(placesOf(bytes, 'one.csv').local, placesOf(bytes, 'two.csv').directory + 42);
  const refused = 'it overlaps another file of the archive, so it was not opened. Download or make the archive again';
  expect(await contentsOf(fileOf('a.zip', bytes))).toEqual({
    'a.zip > one.csv': `a.zip > one.csv: ${refused}`,
    'a.zip > two.csv': `a.zip > two.csv: ${refused}`,
    'a.zip > six.csv': 'six',
  });
});

test('a name that leads out of the archive is refused; names from the root or with backslashes are names', async () => {
  const path = fileOf(
    'a.zip',
    await zipOf({ '../evil.csv': 'x', 'b/../../evil.csv': 'x', '/etc/one.csv': 'one', 'C:\\data\\two.csv': 'two', '..\\evil.csv': 'x' }),
  );
  const found = await contentsOf(path);
  const evil = Object.entries(found).filter(([name]) => name.includes('..'));
  expect(evil).toHaveLength(2);
  for (const [, text] of evil) expect(text).toMatch(/its name leads out of the archive, so it was not opened\./);
  expect(found).toMatchObject({ 'a.zip > etc/one.csv': 'one', 'a.zip > data/two.csv': 'two' });
});

/** The first source of a path, used after the walk has gone on. */
async function sourceLeft(path: string): Promise<Source> {
  for await (const found of openSources([path], Readable.from([]))) if ('source' in found) return found.source;
  throw new Error('no source');
}

async function drain(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

test('a file of an archive that was closed is an error and never waited for', async () => {
  const source = await sourceLeft(fileOf('a.zip', await zipOf({ 'one.csv': 'one' })));
  await expect(drain(source.open())).rejects.toThrow(UserError);
});

test('a gzip bomb is stopped', async () => {
  const source = await sourceLeft(fileOf('bomb.gz', gzipSync(new Uint8Array(120 * MB))));
  await expect(drain(source.open())).rejects.toThrow(
    /bomb\.gz: it unpacks to far more than an export does; reading was stopped after 10\d MB\./,
  );
});
