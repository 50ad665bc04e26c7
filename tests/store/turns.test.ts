/** One writes, the others wait their turn, and say so. */
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openForWriting } from '../../src/store/open.ts';
import { beginInTurn, openInTurn } from '../../src/store/turns.ts';
import { archiveAt, DEMO, scratch, start } from '../cli/edchat.ts';

/** An archive that another process is writing to. */
function occupied() {
  const path = join(scratch(), 'archive.db');
  openForWriting(path).close();
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  return { path, other };
}

describe('a second writer', () => {
  test('waits without a word for a moment, and with one after a second', async () => {
    const { path, other } = occupied();
    let told = 0;
    const opening = openInTurn(path, { onWait: () => (told += 1) });
    await wait(500);
    expect(told).toBe(0);
    await wait(1200);
    expect(told).toBe(1);
    other.exec('COMMIT');
    const db = await opening;
    expect(told).toBe(1);
    await beginInTurn(db);
    db.exec('COMMIT');
    db.close();
    other.close();
  });

  test('can be stopped while it waits, and gives up in the end', async () => {
    const { path, other } = occupied();
    const stop = new AbortController();
    const opening = openInTurn(path, { signal: stop.signal });
    setTimeout(() => stop.abort(), 200);
    await expect(opening).rejects.toMatchObject({ name: 'UserError', exitCode: 130 });
    await expect(openInTurn(path, { patience: 300 })).rejects.toThrow(/another program keeps the archive to itself/);
    other.close();
  });

  test('says so on the command line; a reader does not wait', async () => {
    const { path, other } = occupied();
    const run = start(path, ['import', DEMO]);
    let said = '';
    run.stderr.on('data', (text: Buffer) => (said += text.toString()));
    while (!said.includes('waiting for it to finish')) await wait(50);
    expect(archiveAt(path)(['chats']).code).toBe(0);
    other.exec('COMMIT');
    other.close();
    expect(await once(run, 'exit')).toEqual([0, null]);
    expect(said.split('\n').filter((line) => line !== '')).toHaveLength(1);
  });

  test('two that make the same archive at once both succeed', async () => {
    const path = join(scratch(), 'archive.db');
    const runs = [start(path, ['import', DEMO]), start(path, ['import', DEMO]), start(path, ['fix', '--list'])];
    const codes = await Promise.all(runs.map(async (run) => (await once(run, 'exit'))[0] as number | null));
    expect(codes.slice(0, 2)).toEqual([0, 0]);
  });
});

describe.skipIf(process.platform === 'win32')('an archive is for its owner alone', () => {
  test('the file, what stands beside it, and the folder edchat makes for it', () => {
    const folder = join(scratch(), 'data', 'edchat');
    const path = join(folder, 'archive.db');
    const db = openForWriting(path);
    db.exec('BEGIN IMMEDIATE; INSERT INTO settings VALUES (1, 1); COMMIT');
    for (const ending of ['', '-wal', '-shm']) expect(existsSync(path + ending) ? statSync(path + ending).mode & 0o077 : 0).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    db.close();
  });

  test('a folder that was there keeps its permissions', () => {
    const folder = join(scratch(), 'shared');
    mkdirSync(folder, { mode: 0o755 });
    openForWriting(join(folder, 'archive.db')).close();
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });
});
