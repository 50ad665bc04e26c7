/** What a disk can do to an archive that is open, each in a sentence: those faults that cannot be made for real on every machine. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openForWriting, openInMemory, storeFailure } from '../../src/store/open.ts';
import { stillThere } from '../../src/store/still-there.ts';
import { scratch } from '../cli/edchat.ts';

test.each([
  ['SQLITE_FULL', /the disk is full; nothing was lost/],
  ['SQLITE_IOERR_WRITE', /cannot be read or written.*is not lost/],
  ['SQLITE_IOERR_FSYNC', /cannot be read or written/],
  ['SQLITE_IOERR_LOCK', /cannot lock files.*a disk of this computer/],
  ['SQLITE_IOERR_SHMMAP', /cannot be read or written/],
  ['SQLITE_PROTOCOL', /cannot lock files.*a disk of this computer/],
  ['SQLITE_NOLFS', /cannot lock files/],
  ['SQLITE_BUSY', /another program keeps the archive to itself/],
  ['SQLITE_BUSY_SNAPSHOT', /another program keeps the archive to itself/],
  ['SQLITE_READONLY_DBMOVED', /may not write there/],
  ['SQLITE_CANTOPEN', /cannot open the archive/],
  ['SQLITE_CORRUPT', /damaged.*edchat doctor.*edchat restore/],
  ['SQLITE_CORRUPT_VTAB', /damaged/],
  ['SQLITE_NOTADB', /not an edchat archive/],
])('%s', (code, sentence) => expect(storeFailure(new Database.SqliteError('as SQLite says it', code))).toMatch(sentence));

test('a mistake of our own is none of the disk', () => {
  expect(storeFailure(new Database.SqliteError('no such table', 'SQLITE_ERROR'))).toBeNull();
  expect(storeFailure(new TypeError('x'))).toBeNull();
});

// An open file can be moved wherever it is not Windows that keeps it.
test.skipIf(process.platform === 'win32')('an archive that is moved while it is open, or another in its place, is noticed', () => {
  const path = join(scratch(), 'archive.db');
  const db = openForWriting(path);
  const check = stillThere(db);
  expect(check).not.toThrow();
  renameSync(path, `${path}.moved`);
  expect(check).toThrow(/archive\.db: the archive was moved or removed, or its disk went away.*run the same again/);
  writeFileSync(path, 'another');
  expect(check).toThrow(/was moved or removed/);
  renameSync(`${path}.moved`, path);
  expect(check).not.toThrow();
  db.close();
  expect(stillThere(openInMemory())).not.toThrow();
});
