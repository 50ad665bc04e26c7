/** What a disk can do to an archive that is open, each in a sentence: those faults that cannot be made for real on every machine. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeFailure } from '../../src/store/open.ts';

test.each([
  ['SQLITE_FULL', /the disk is full; nothing was lost/],
  ['SQLITE_IOERR_WRITE', /cannot be read or written.*is not lost/],
  ['SQLITE_IOERR_FSYNC', /cannot be read or written/],
  ['SQLITE_IOERR_LOCK', /cannot be read or written/],
  ['SQLITE_IOERR_SHMMAP', /cannot be read or written/],
  ['SQLITE_PROTOCOL', /cannot lock files.*a disk of this computer/],
  ['SQLITE_NOLFS', /cannot lock files/],
  ['SQLITE_BUSY', /another program keeps writing/],
  ['SQLITE_BUSY_SNAPSHOT', /another program keeps writing/],
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
