/** The doctor on archives that are really damaged. */
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../src/keep/doctor.ts';
import { mend, salvage } from '../../src/keep/mend.ts';
import { settleFile } from '../../src/store/copy.ts';
import { openForReading, openForWriting } from '../../src/store/open.ts';
import { archiveAt, DEMO, scratch } from '../cli/edchat.ts';
import { importAll, truths } from '../ingest/archives.ts';
import { runs } from '../runs.ts';

let template: string;
beforeAll(async () => {
  template = join(mkdtempSync(join(tmpdir(), 'edchat-doctor-')), 'archive.db');
  const db = openForWriting(template);
  await importAll(db, [DEMO]);
  db.prepare("INSERT INTO marks VALUES ('note', 'tweet', '721852617572552704', 'for the blog', 1)").run();
  db.prepare("INSERT INTO saved_searches VALUES ('sbg', 'standards-based', 1)").run();
  db.close();
  settleFile(template);
});
afterAll(() => rmSync(join(template, '..'), { recursive: true }));

/** A copy of the archive of the demo with something done to it. */
function spoilt(change: (db: Database.Database) => void = () => {}): string {
  const path = join(scratch(), 'archive.db');
  settleFile(template);
  copyFileSync(template, path);
  const db = new Database(path);
  db.unsafeMode();
  change(db);
  db.close();
  return path;
}

const look = (path: string) => examine(path, { now: Date.UTC(2026, 0, 1) });
const wrong = async (path: string) => (await look(path)).filter(({ verdict }) => verdict === 'bad');

describe('what can be made again is mended, and the archive of before is kept', () => {
  test.each<[string, string, (db: Database.Database) => void]>([
    ['an index that lost pages', 'index', (db) => db.exec('DELETE FROM stems_data WHERE id > 10')],
    ['an index that lost tweets', 'index', (db) => db.exec('DELETE FROM plain WHERE rowid IN (SELECT n FROM tweets LIMIT 5)')],
    ['an index with entries of tweets that are gone', 'index', (db) => db.exec("INSERT INTO plain (rowid, text) VALUES (99, 'ghost')")],
    [
      'tweets without an import',
      'ties',
      (db) => db.exec('DELETE FROM imports WHERE import = 2; DELETE FROM contributions WHERE import = 1'),
    ],
    [
      'a look-up table that lost rows',
      'file',
      (db) => {
        // The entries of the index are those of another one.
        const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'tweets_author'").pluck().get();
        db.exec('DROP INDEX tweets_author; CREATE INDEX tweets_author ON tweets (lang, n)');
        db.pragma('writable_schema = ON');
        db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'tweets_author'").run(sql);
      },
    ],
  ])('%s', async (_name, check, change) => {
    const path = spoilt(change);
    const found = await wrong(path);
    expect(found.map((one) => one.check)).toEqual([check]);
    expect(found[0]).toMatchObject({ fixable: true, remedy: 'edchat doctor --fix' });
    const { aside } = await mend(path, await look(path), { now: 0 });
    expect(await wrong(path)).toEqual([]);
    expect((await wrong(aside ?? '')).map((one) => one.check)).toEqual([check]);
    const [mended, whole] = [openForWriting(path), openForWriting(template)];
    expect(truths(mended)).toEqual(truths(whole));
    mended.close();
    whole.close();
  });

  test('by the command line, with exit codes and what to do', () => {
    const path = spoilt((db) => db.exec('DELETE FROM stems_data WHERE id > 10'));
    chmodSync(path, 0o644);
    const edchat = archiveAt(path);
    expect(edchat(['doctor'])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/WRONG .*searching[^]*edchat doctor --fix[^]*Something is wrong: 1 matter/),
    });
    const fixed = edchat(['doctor', '--fix']);
    expect([fixed.code, fixed.stderr]).toEqual([0, '']);
    expect(fixed.stdout).toMatch(/Mended\. The archive of before is kept: .*before-fix/);
    expect(fixed.stdout).toContain('The archive is well; ');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(edchat(['doctor', '--json']).stdout)).toMatchObject({ version: 1, well: true });
  });
});

const PAGE = 4096;

describe('a damaged file is recognised, never made worse, and what can be read is saved', () => {
  test.each<[string, (bytes: Buffer) => Buffer, number]>([
    ['its beginning destroyed', (bytes) => bytes.fill(0x5a, 0, 3000), 400],
    ['its first page gone', (bytes) => bytes.fill(0, 0, PAGE), 400],
    ['cut to two thirds', (bytes) => bytes.subarray(0, Math.floor((bytes.length * 2) / 3)), 50],
    ['every tenth page overwritten', (bytes) => pages(bytes, (page) => page % 10 === 9, 0xff), 200],
    ['every third page zeroed', (bytes) => pages(bytes, (page) => page % 3 === 2, 0), 50],
  ])('%s', async (_name, damage, least) => {
    const path = spoilt();
    writeFileSync(path, damage(readFileSync(path)));
    const before = readFileSync(path);
    const edchat = archiveAt(path);
    const run = edchat(['doctor']);
    expect(run).toMatchObject({ code: 1, stdout: expect.stringMatching(/WRONG [^]*--salvage/) });
    const saved = join(path, '..', 'saved.db');
    const report = salvage(path, saved);
    expect(report.rows['tweets']).toBeGreaterThanOrEqual(least);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await wrong(saved)).toEqual([]);
    // What was lost comes back with the exports, and nothing is there twice.
    const [again, whole] = [openForWriting(saved), openForReading(template)];
    await importAll(again, [DEMO]);
    const tweets = (db: Database.Database) => db.prepare('SELECT n, author, text FROM tweets ORDER BY n').safeIntegers().all();
    expect(tweets(again)).toEqual(tweets(whole));
    again.close();
    whole.close();
  });

  test('of a whole archive everything is saved', () => {
    const path = spoilt();
    const saved = join(path, '..', 'saved.db');
    expect(salvage(path, saved)).toMatchObject({ lost: 0 });
    const [again, whole] = [openForWriting(saved), openForWriting(template)];
    expect(truths(again)).toEqual(truths(whole));
    for (const table of ['contributions', 'imports', 'marks', 'saved_searches']) {
      const rows = (db: Database.Database) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).safeIntegers().all();
      expect(rows(again)).toEqual(rows(whole));
    }
    again.close();
    whole.close();
  });

  test('something else altogether is left alone', () => {
    const path = join(scratch(), 'letter.txt');
    writeFileSync(path, 'Dear colleagues,\n'.repeat(1000));
    const edchat = archiveAt(path);
    expect(edchat(['doctor'])).toMatchObject({ code: 1, stdout: expect.stringContaining('not an edchat archive') });
    expect(edchat(['doctor', '--salvage', join(path, '..', 'saved.db')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing of an archive'),
    });
    expect(readdirSync(join(path, '..'))).toEqual(['letter.txt']);
    expect(readFileSync(path, 'utf8')).toBe('Dear colleagues,\n'.repeat(1000));
  });

  test('whatever bytes are overwritten, looking and saving end with a finding or a sentence', async () => {
    const folder = scratch();
    const path = join(folder, 'archive.db');
    const whole = readFileSync(template);
    const blow = fc.record({ at: fc.nat({ max: whole.length - 1 }), bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(blow, { minLength: 1, maxLength: 12 }), fc.option(fc.nat({ max: whole.length })), async (blows, cut) => {
        const bytes = Buffer.from(whole);
        for (const one of blows) bytes.set(one.bytes.subarray(0, bytes.length - one.at), one.at);
        const damaged = bytes.subarray(0, cut ?? bytes.length);
        writeFileSync(path, damaged);
        const findings = await look(path);
        expect(findings.length).toBeGreaterThan(0);
        if (findings[0]?.verdict === 'bad') expect(readFileSync(path).equals(damaged)).toBe(true);
        rmSync(join(folder, 'saved.db'), { force: true });
        let tweets = 0;
        try {
          tweets = salvage(path, join(folder, 'saved.db')).rows['tweets'] ?? 0;
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserError' });
        }
        if (tweets > 0) expect(await wrong(join(folder, 'saved.db'))).toEqual([]);
        for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
      }),
      { numRuns: runs(12) },
    );
  });
});

function pages(bytes: Buffer, hit: (page: number) => boolean, filling: number): Buffer {
  for (let page = 1; (page + 1) * PAGE <= bytes.length; page++) if (hit(page)) bytes.fill(filling, page * PAGE, (page + 1) * PAGE);
  return bytes;
}
