/** The real command line on archives of its own, and what must hold of any archive afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { modules } from '../modules.mjs';

export const PROGRAM = fileURLToPath(new URL('../../bin/edchat.js', import.meta.url));

const folders = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the torture is over. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'edchat-torture-'));
  folders.push(folder);
  return folder;
}

const environment = (db) => ({ ...process.env, EDCHAT_DB: db, NO_COLOR: '1' });

/** Runs edchat to its end. */
export function edchat(db, ...args) {
  const run = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', env: environment(db), maxBuffer: 1 << 28 });
  return { code: run.status, signal: run.signal, stdout: run.stdout, stderr: run.stderr };
}

/** Starts edchat; `done` tells how it ended. */
export function start(db, args, command = [process.execPath, PROGRAM]) {
  const child = spawn(command[0], [...command.slice(1), ...args], { env: environment(db), stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  const done = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })));
  return { child, done };
}

let cli;

/** Runs edchat within this process: the same code, without the time it takes to start. */
export async function within(db, ...args) {
  const [{ run }] = await (cli ??= modules('cli.ts'));
  const chunks = [];
  const stream = () => new Writable({ write: (chunk, _encoding, done) => done(void chunks.push(chunk)) });
  const io = {
    stdin: Readable.from([]),
    stdout: stream(),
    stderr: stream(),
    env: environment(db),
    now: () => Date.now(),
    signal: new AbortController().signal,
  };
  const code = await run(args, io);
  return { code, output: Buffer.concat(chunks).toString() };
}

/** What any program can see of an archive: the same bytes for the same archive. */
export async function said(db) {
  const tweets = await within(db, 'export', 'tweets', '--format', 'jsonl');
  const links = await within(db, 'export', 'links', '2000..2030', '--format', 'jsonl');
  return tweets.output + links.output;
}

/** What is wrong with an archive: the file, the indexes, imports held in part. Empty when it is sound. */
export function faultsOf(path, whole = new Map()) {
  if (!existsSync(path)) return [];
  const db = new Database(path);
  try {
    const [check] = db.pragma('integrity_check');
    const faults = check.integrity_check === 'ok' ? [] : [check.integrity_check];
    if (db.pragma('user_version', { simple: true }) === 0) return faults;
    for (const index of ['stems', 'plain']) db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
    const imports = db
      .prepare(
        'SELECT i.import, i.sha256, i.counts, (SELECT count(*) FROM contributions c WHERE c.import = i.import) AS said FROM imports i',
      )
      .all();
    for (const { import: number, sha256, counts, said: held } of imports) {
      if (counts === '{}') faults.push(`import ${number} is held in part`);
      const wanted = whole.get(sha256);
      if (wanted !== undefined && wanted !== held) faults.push(`import ${number} holds ${held} of ${wanted} tweets`);
    }
    return faults;
  } catch (error) {
    return [String(error)];
  } finally {
    db.close();
  }
}

/** How many tweets each import of an archive brought, by its checksum. */
export function wholeImports(path) {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare('SELECT i.sha256, (SELECT count(*) FROM contributions c WHERE c.import = i.import) AS said FROM imports i').all();
  db.close();
  return new Map(rows.map(({ sha256, said: held }) => [sha256, held]));
}

/** Whether what a person saw is a sentence, and no stack trace or word about a bug. */
export function isSentence(text) {
  return /^edchat: .+/m.test(text) && !/\n\s+at |should not have|node:internal|SqliteError/.test(text);
}

/** Exports of invented tweets that overlap by a third; each `count` tweets. */
export function makeExports(folder, files, count) {
  return Array.from({ length: files }, (_, file) => {
    const path = join(folder, `export-${file}.jsonl`);
    const lines = Array.from({ length: count }, (__, index) => JSON.stringify(status(Math.floor((file * count * 2) / 3) + index, file)));
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}

function status(number, file) {
  const ms = Date.UTC(2016, 3, 18) + (number % 400) * 9000 + Math.floor(number / 400) * 604_800_000;
  return {
    id_str: String(((BigInt(ms) - 1_288_834_974_657n) << 22n) + BigInt(number)),
    created_at: new Date(ms).toISOString(),
    // Every export says a little more or less of a tweet that several have.
    full_text: `${number % 40 === 0 ? `Q${1 + ((number / 40) % 8)}: What` : `A${1 + (number % 8)}`} thought ${number} about portfolios https://example.org/${number % 50} #iaedchat${file % 2 === 0 ? ' and more' : ''}`,
    entities: { hashtags: [], urls: [] },
    user: { screen_name: `Teacher_${number % 30}`, name: `Teacher ${number % 30}` },
  };
}
