/** What a disk can do to an archive that is open, each in a sentence: those faults that cannot be made for real on every machine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { diskCannotLock } from '../../src/store/locks.ts';
import { openForWriting, openInMemory, storeFailure } from '../../src/store/open.ts';
import { stillThere } from '../../src/store/still-there.ts';
import { archiveAt, DEMO, scratch } from '../cli/edchat.ts';

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

const BAD_DISK = fileURLToPath(new URL('../../scripts/torture/bad-disk.c', import.meta.url));
const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;

describe.skipIf(!hasCompiler)('a disk without locks, which SQLite takes for a busy one', () => {
  function lockless() {
    const folder = scratch();
    const [disk, library] = [join(folder, 'disk'), join(folder, 'bad-disk.so')];
    expect(spawnSync('cc', ['-shared', '-fPIC', '-o', library, BAD_DISK, '-ldl']).status).toBe(0);
    mkdirSync(disk);
    const db = join(disk, 'archive.db');
    const env = { LD_PRELOAD: library, BAD_DISK: disk, BAD_DISK_MARK: library, BAD_DISK_CALLS: 'nolock' };
    return { disk, db, env };
  }

  test.each([['import', DEMO], ['week'], ['undo'], ['reindex']])('is told at once from a busy one: %s', (...args) => {
    const { disk, db, env } = lockless();
    expect(archiveAt(db)(['import', DEMO]).code).toBe(0);
    const { code, stdout, stderr } = archiveAt(db)(args, { env });
    expect(stderr).toBe(
      `edchat: ${db}: the disk the archive is on cannot lock files, which an archive needs. Keep it on a disk of this computer: --db FILE\n`,
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(readdirSync(disk).filter((name) => !name.startsWith('archive.db'))).toEqual([]);
    expect(archiveAt(db)(['weeks']).code).toBe(0);
  });

  test('is told where there is no archive yet, too', () => {
    const { db, env } = lockless();
    expect(archiveAt(db)(['import', DEMO], { env })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/cannot lock files/) as string,
    });
  });
});

test('a lock on a new file tells nothing of the disk where none can be made', () => {
  const folder = scratch();
  expect(diskCannotLock(join(folder, 'archive.db'))).toBe(false);
  expect(diskCannotLock(join(folder, 'none', 'archive.db'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
