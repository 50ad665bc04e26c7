import { expect, test } from 'vitest';
import { contentsOf, fileOf, zipOf } from './files.ts';

test('the files of an archive come in the order of their names, without what computers add', async () => {
  const path = fileOf('a.zip', await zipOf({ 'b/two.csv': 'two', 'one.csv': 'one', '__MACOSX/one.csv': 'x', '.DS_Store': 'x' }));
  expect(await contentsOf(path)).toEqual({ 'a.zip > b/two.csv': 'two', 'a.zip > one.csv': 'one' });
});

test('of an account archive only the public parts are opened', async () => {
  const path = fileOf(
    'twitter.zip',
    await zipOf({ 'data/account.js': 'a', 'data/tweets.js': 't', 'data/direct-messages.js': 'd', 'index.html': 'i' }),
  );
  expect(Object.keys(await contentsOf(path))).toEqual(['twitter.zip > data/tweets.js', 'twitter.zip > index.html']);
});

test('a file behind a password does not stop the others', async () => {
  const locked = await zipOf({ 'secret.csv': 'x' }, { password: 'pear' });
  expect(await contentsOf(fileOf('locked.zip', locked))).toEqual({
    'locked.zip > secret.csv': 'locked.zip > secret.csv: protected by a password. Unpack it first, then import the folder',
  });
});

test('a damaged file does not stop the others', async () => {
  const bytes = Buffer.from(await zipOf({ 'one.csv': 'some words to be spoilt', 'two.csv': 'two' }));
  // The packed bytes stand behind the header of 30 bytes, the name and what is noted besides.
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  bytes.fill(0xff, start, start + 8);
  const found = await contentsOf(fileOf('a.zip', bytes));
  expect(found['a.zip > one.csv']).toBe('a.zip > one.csv: damaged inside the zip archive. Download or copy the archive again');
  expect(found['a.zip > two.csv']).toBe('two');
});

test('an archive that is cut off is an error with a sentence', async () => {
  const bytes = await zipOf({ 'one.csv': 'one' });
  const path = fileOf('cut.zip', bytes.subarray(0, bytes.length - 30));
  expect(await contentsOf(path)).toEqual({ 'cut.zip': 'cut.zip: the zip archive is damaged or cut off. Download or copy it again' });
});
