/** Ctrl-C is heard while edchat works on what was read, and whatever was left is made by the next command. */
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { Interrupted, stepByStep } from '../../src/steps.ts';
import { openForWriting } from '../../src/store/open.ts';
import { feedingIndexes } from '../../src/store/search-index.ts';
import { hasStaleRows } from '../../src/store/stale-rows.ts';
import { archiveAt, scratch, start } from './edchat.ts';

const WEEKS = 120;
const TWEETS = 100;

/** An export of so many weeks that it takes a while to find their sessions. */
function longExport(path: string): string {
  const tweets = Array.from({ length: WEEKS * TWEETS }, (_, at) => {
    const ms = Date.UTC(2014, 3, 21, 1) + Math.floor(at / TWEETS) * 604_800_000 + (at % TWEETS) * 30_000;
    const screen_name = `Teacher_${at % 40}`;
    return JSON.stringify({
      id_str: String((BigInt(ms) - 1_288_834_974_657n) << 22n),
      created_at: new Date(ms).toISOString(),
      full_text: `${at % 10 === 0 ? `Q${1 + ((at / 10) % 8)}: What` : `A${1 + (at % 8)}: A`} thought ${at} about portfolios #iaedchat`,
      entities: { hashtags: [], urls: [] },
      user: { screen_name, name: screen_name },
    });
  });
  writeFileSync(path, `${tweets.join('\n')}\n`);
  return path;
}

async function interrupted(db: string, args: readonly string[], isTime: () => boolean) {
  const run = start(db, args);
  let [stdout, stderr] = ['', ''];
  run.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  run.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const end = once(run, 'close');
  while (!isTime() && run.exitCode === null) await wait(5);
  run.kill('SIGINT');
  run.stdin.end('no export\n');
  const [code] = (await end) as [number | null];
  return { code, stdout, stderr };
}

/** What a query of one value says of an archive that another process has open; null where there is none yet. */
function asked(db: string, sql: string): unknown {
  if (!existsSync(db)) return null;
  const reader = new Database(db, { readonly: true });
  try {
    return reader.prepare(sql).pluck().get();
  } catch {
    return null;
  } finally {
    reader.close();
  }
}

const FINISHED = "SELECT count(*) FROM imports WHERE counts <> '{}'";
const STALE = 'SELECT count(*) FROM stale_weeks';
const EVERYTHING = ['export', 'tweets', '--format', 'jsonl'];

describe('an import of many weeks', () => {
  let [file, whole] = ['', ''];

  beforeAll(() => {
    const folder = scratch((clean) => process.once('exit', clean));
    file = longExport(join(folder, 'long.jsonl'));
    const alone = archiveAt(join(folder, 'alone.db'));
    expect(alone(['import', file]).code).toBe(0);
    whole = alone(EVERYTHING).stdout;
  });

  test('that is stopped while sessions are found says so; the next command finds them', async () => {
    const db = join(scratch(), 'archive.db');
    const { code, stdout, stderr } = await interrupted(db, ['import', file], () => asked(db, FINISHED) === 1);
    expect([code, stderr]).toEqual([130, '']);
    expect(stdout).toContain('12,000 tweets were added');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Interrupted: what is listed above is in the archive; the next command finds its sessions',
    );
    expect(asked(db, STALE)).toBe(WEEKS);
    expect(archiveAt(db)(EVERYTHING)).toEqual({ code: 0, stdout: whole, stderr: '' });
    expect(asked(db, STALE)).toBe(0);
  });

  test('and making all of it again leaves the archive as it was when it is stopped', async () => {
    const db = join(scratch(), 'archive.db');
    expect(archiveAt(db)(['import', file]).code).toBe(0);
    const writer = new Database(db);
    const { code, stdout, stderr } = await interrupted(db, ['reindex'], () => isWriting(writer));
    writer.close();
    expect([code, stdout, stderr]).toEqual([130, '', 'edchat: interrupted; the archive is as it was\n']);
    expect(archiveAt(db)(EVERYTHING)).toEqual({ code: 0, stdout: whole, stderr: '' });
  });
});

function isWriting(db: Database.Database): boolean {
  try {
    db.pragma('busy_timeout = 0');
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch {
    return true;
  }
}

test('an import that is stopped before it read anything says only that', async () => {
  const db = join(scratch(), 'archive.db');
  const { code, stdout } = await interrupted(db, ['import', '-'], () => asked(db, 'SELECT count(*) FROM imports') === 0);
  expect(stdout).toBe('Interrupted before anything was read; the archive is as it was\n');
  expect(code).toBe(130);
});

test('rows whose feeding was stopped wait for the next time', async () => {
  const db = openForWriting(join(scratch(), 'archive.db'));
  db.exec('INSERT INTO stale_rows (n, words) VALUES (1, 1)');
  await expect(stepByStep(feedingIndexes(db), AbortSignal.abort())).rejects.toThrow(Interrupted);
  expect([hasStaleRows(db), db.inTransaction]).toEqual([true, false]);
  await stepByStep(feedingIndexes(db));
  expect(hasStaleRows(db)).toBe(false);
  db.close();
});
