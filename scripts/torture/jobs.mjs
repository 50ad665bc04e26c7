/** What is killed: every command that writes, on an archive where it has something to do. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { edchat, faultsOf, makeExports, said, scratch, start, wholeImports, within } from './archive.mjs';
import { linkExport } from './world.mjs';

/** Tweets in an export: enough that a kill finds it at work, few enough that there are many kills. */
const COUNT = 200;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The jobs, each made ready when it is asked for the first time: the folder it starts from (`base`, null for none), its arguments
 * by the folder it works in, what an undisturbed run says afterwards (`wanted`) and writes (`output`), how long that takes, and
 * whether running it again after it was done may be refused. `check` looks at what a kill left, `settle` comes before comparing.
 */
export async function makeJobs() {
  const desk = await prepareDesk();
  const { three, first, broken, linked } = desk.bases;
  const out = (folder, name) => join(folder, name);
  return [
    job(desk, 'import into nothing', null, () => ['import', ...desk.exports]),
    job(desk, 'import', first, () => ['import', desk.exports[1], desk.exports[2]]),
    job(desk, 'undo', three, () => ['undo', '2'], { mayRefuse: true }),
    job(desk, 'reindex', three, () => ['reindex']),
    job(desk, 'expand', linked, () => ['expand']),
    job(desk, 'making an archive', null, () => ['make'], upgrading(desk)),
    job(desk, 'upgrade of an archive', three, () => ['upgrade'], upgrading(desk)),
    job(desk, 'backup', three, (folder) => ['backup', out(folder, 'backup.db'), '--force'], {
      check: (folder) => faultsOf(out(folder, 'backup.db'))[0] ?? null,
    }),
    job(desk, 'export archive', three, (folder) => ['export', 'archive', out(folder, 'copy'), '--force'], {
      check: (folder) => copyFault(out(folder, 'copy')),
    }),
    job(desk, 'export tweets', three, (folder) => ['export', 'tweets', '--force', '--out', out(folder, 'tweets.jsonl')], {
      output: 'tweets.jsonl',
    }),
    job(desk, 'export week', three, (folder) => ['export', 'week', '--format', 'html', '--force', '--out', out(folder, 'week.html')], {
      output: 'week.html',
    }),
    job(desk, 'site', three, (folder) => ['site', out(folder, 'site'), '--people'], { output: 'site' }),
    job(desk, 'restore', first, () => ['restore', join(desk.home, 'backup.db')]),
    job(desk, 'restore of a copy', first, () => ['restore', join(desk.home, 'copy')]),
    job(desk, 'doctor --fix', broken, () => ['doctor', '--fix']),
    // A forgetting takes tweets out of whole imports.
    job(desk, 'forget', three, () => ['forget', '@Teacher_7', '--yes'], { whole: new Map() }),
  ];
}

async function prepareDesk() {
  const home = scratch();
  const exports = makeExports(home, 3, COUNT);
  const prepared = async (name, ...runs) => {
    const folder = join(home, name);
    mkdirSync(folder);
    for (const words of runs) {
      const { code, output } = await within(join(folder, 'archive.db'), ...words);
      if (code !== 0) throw new Error(`${words[0]} fails undisturbed: ${output}`);
    }
    return folder;
  };
  const three = await prepared('three', ...exports.map((path) => ['import', path]));
  const first = await prepared('first', ['import', exports[0]]);
  const linked = await prepared('linked', ['import', linkExport(join(home, 'links.jsonl'))]);
  const broken = await prepared('broken', ...exports.map((path) => ['import', path]));
  const raw = new Database(join(broken, 'archive.db'));
  raw.exec('DELETE FROM plain WHERE rowid IN (SELECT n FROM tweets LIMIT 50)');
  raw.close();
  const db = join(three, 'archive.db');
  await within(db, 'backup', join(home, 'backup.db'));
  await within(db, 'export', 'archive', join(home, 'copy'));
  let modules;
  return {
    home,
    exports,
    bases: { three, first, broken, linked },
    whole: wholeImports(db),
    startup: Math.min(...[1, 2, 3].map(() => timeOf(() => edchat(db, '--version')))),
    modules: () => (modules ??= compiled(home)),
  };
}

function timeOf(act) {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

function job(desk, name, base, args, options = {}) {
  let ready;
  const one = {
    name,
    base,
    args,
    start: (folder, words) => start(join(folder, 'archive.db'), words),
    again: (folder, words) => within(join(folder, 'archive.db'), ...words),
    settle: () => {},
    check: () => null,
    output: null,
    mayRefuse: false,
    whole: desk.whole,
    startup: desk.startup,
    ...options,
  };
  return { name, prepare: () => (ready ??= undisturbed(one)) };
}

async function undisturbed(one) {
  const folder = begin(one.base);
  const begun = performance.now();
  const { done, begins } = one.start(folder, one.args(folder));
  const run = await done;
  if (run.code !== 0) throw new Error(`${one.name} fails undisturbed: ${run.stderr}`);
  const takes = performance.now() - (begins === undefined ? begun : await begins);
  one.settle(folder);
  const wanted = { said: await said(join(folder, 'archive.db')), output: one.output === null ? null : hashesOf(join(folder, one.output)) };
  rmSync(folder, { recursive: true });
  return { ...one, wanted, takes };
}

/** A folder as it is before a job. */
export function begin(base) {
  const folder = scratch();
  if (base !== null) cpSync(base, folder, { recursive: true });
  return folder;
}

/** The files below a folder, or the file, with what is in them. */
export function hashesOf(path) {
  if (!existsSync(path)) return new Map();
  const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, name)) : [path];
  return new Map(
    files
      .filter((file) => statSync(file).isFile())
      .map((file) => [file.slice(path.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

// Opening an archive for writing makes or upgrades it: with a step more than there is, in a process of its own.
function upgrading(desk) {
  const run = (folder, [what]) => {
    const command = [process.execPath, fileURLToPath(new URL('upgrade.mjs', import.meta.url))];
    return start(join(folder, 'archive.db'), [desk.modules(), join(folder, 'archive.db'), what], command);
  };
  return {
    startup: 0,
    start: (folder, words) => {
      const running = run(folder, words);
      return { ...running, begins: new Promise((resolve) => running.child.stdout.once('data', () => resolve(performance.now()))) };
    },
    again: async (folder, words) => {
      const { code, stderr } = await run(folder, words).done;
      return { code, output: stderr };
    },
    check: (folder) => upgradeFault(folder),
    // Today's program opens what the step of tomorrow added to nothing that it reads.
    settle: (folder) => setSchema(join(folder, 'archive.db'), 1),
  };
}

function setSchema(path, version) {
  const db = new Database(path);
  db.pragma(`user_version = ${version}`);
  db.close();
}

// Wholly of one schema; and every copy that has its name is whole.
function upgradeFault(folder) {
  const path = join(folder, 'archive.db');
  if (!existsSync(path)) return null;
  const db = new Database(path);
  const version = Number(db.pragma('user_version', { simple: true }));
  const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  db.close();
  if (version === 0 && tables.size > 0) return 'half a new archive';
  if (tables.has('moods') !== version > 1) return `half a step: schema ${version}`;
  for (const name of readdirSync(folder).filter((one) => /\.schema-1.*\.db$/.test(one))) {
    const fault = faultsOf(join(folder, name))[0];
    if (fault !== undefined) return `the copy before the upgrade: ${fault}`;
    if (wholeImports(join(folder, name)).size !== 3) return 'the copy before the upgrade is not whole';
  }
  return null;
}

// The modules of src/ one by one: dist/ is the program as a whole.
function compiled(home) {
  const folder = join(ROOT, 'node_modules/.cache', home.replaceAll(/\W/g, '-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const compile = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', ROOT, '--outDir', folder], {
    encoding: 'utf8',
  });
  if (compile.status !== 0) throw new Error(`src/ cannot be compiled: ${compile.stdout}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}

// Whole, or not there.
async function copyFault(folder) {
  if (!existsSync(folder)) return null;
  const place = scratch();
  const run = await within(join(place, 'archive.db'), 'import', folder);
  rmSync(place, { recursive: true });
  return run.code === 0 ? null : `the copy is not whole: ${run.output}`;
}
