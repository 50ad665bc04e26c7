import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openForWriting } from '../../src/store/open.ts';
import { feedIndexes, forgetIndexes, INDEXES } from '../../src/store/search-index.ts';
import { hasStaleRows } from '../../src/store/stale-rows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Enough that a thread puts together what the indexes hold, in more than one piece; newest first.
const TWEETS = 22_000;

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edchat-index-'));
  file = join(folder, 'tags.csv');
  execFileSync(process.execPath, [join(root, 'bench/generate.mjs'), 'tags', String(TWEETS), file]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function importing(db: string, meanwhile: (isOver: () => boolean) => Promise<void>): Promise<void> {
  let isOver = false;
  const child = spawn(process.execPath, [join(root, 'bin/edchat.js'), '--db', db, 'import', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  const ended = once(child, 'exit').then(([code]) => {
    isOver = true;
    return code as number;
  });
  await meanwhile(() => isOver);
  expect(await ended).toBe(0);
  expect(said).toEqual([]);
}

// Every word of an index, in which tweet and where: millions, so only the digest of them.
function contents(db: Database, index: string): string {
  db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}_places USING fts5vocab(main, ${index}, instance)`);
  const digest = createHash('sha256');
  const rows = db.prepare(
    `SELECT term || ' ' || group_concat(doc || ' ' || col || ' ' || offset) FROM temp.${index}_places GROUP BY term ORDER BY term`,
  );
  for (const row of rows.pluck().iterate()) digest.update(String(row));
  return digest.digest('hex');
}

// What both indexes hold is what they hold when they are made anew, at once and in order.
function expectWholeIndexes(path: string): void {
  const db = openForWriting(path);
  try {
    expect(hasStaleRows(db)).toBe(false);
    const before = INDEXES.map((index) => contents(db, index));
    for (const index of INDEXES) expect(db.prepare(`SELECT count(*) FROM ${index}_docsize`).pluck().get()).toBe(TWEETS);
    db.transaction(() => forgetIndexes(db))();
    feedIndexes(db);
    expect(INDEXES.map((index) => contents(db, index))).toEqual(before);
  } finally {
    db.close();
  }
}

test('a large first import, newest first, fills both indexes as if made at once', async () => {
  const db = join(folder, 'alone.db');
  await importing(db, async () => {});
  expectWholeIndexes(db);
}, 60_000);

test('the same while another process writes into the archive again and again', async () => {
  const path = join(folder, 'beside.db');
  let written = 0;
  openForWriting(path).close();
  await importing(path, async (isOver) => {
    const other = openForWriting(path);
    const write = other.prepare("INSERT INTO settings (name, value) VALUES ('busy', ?) ON CONFLICT DO UPDATE SET value = excluded.value");
    other.pragma('busy_timeout = 0');
    while (!isOver()) {
      try {
        write.run(String(written));
        written += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^SQLITE_BUSY/) });
      }
      await wait(3);
    }
    other.close();
  });
  expect(written).toBeGreaterThan(5);
  expectWholeIndexes(path);
}, 60_000);
