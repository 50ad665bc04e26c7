/** Kills edchat in the middle of everything it does, and looks whether anything was lost. */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { edchat, faultsOf, makeExports, said, scratch, start, wholeImports, within } from './archive.mjs';

/** Tweets in an export: enough that a kill finds it at work. */
const COUNT = 600;

/** Kills until the time (ms since 1970) is up; returns figures and failures. */
export async function kills(random, until) {
  const home = scratch();
  const exports = makeExports(home, 3, COUNT);
  const jobs = await jobsFor(home, exports);
  const figures = new Map();
  const failures = [];
  for (let turn = 0; Date.now() < until || turn < jobs.length; turn++) {
    const job = jobs[turn % jobs.length];
    const folder = scratch();
    const { landed, failure } = await killOnce(job, folder, random());
    // A run that was over before the kill tells that the machine is quicker by now.
    job.takes *= landed ? 1.01 : 0.9;
    if (landed) figures.set(job.name, (figures.get(job.name) ?? 0) + 1);
    if (failure !== null) failures.push(`${job.name}: ${failure}`);
    // What went wrong can be looked at in the folder that this names.
    if (failure !== null && process.env.EDCHAT_TORTURE_KEEP)
      cpSync(folder, join(process.env.EDCHAT_TORTURE_KEEP, `${job.name.replaceAll(' ', '-')}-${turn}`), { recursive: true });
    rmSync(folder, { recursive: true });
  }
  return { figures, failures };
}

/**
 * A job: the archive before it (`base`), the command with the folder it works in, what an undisturbed run says afterwards,
 * and whether running it again after it was done may be refused.
 */
async function jobsFor(home, exports) {
  const three = prepared(home, 'three', (db) => exports.forEach((path) => edchat(db, 'import', path)));
  const none = join(home, 'none');
  const first = prepared(home, 'first', (db) => edchat(db, 'import', exports[0]));
  const broken = prepared(home, 'broken', (db) => {
    exports.forEach((path) => edchat(db, 'import', path));
    const raw = new Database(db);
    raw.exec('DELETE FROM plain WHERE rowid IN (SELECT n FROM tweets LIMIT 50)');
    raw.close();
  });
  edchat(three, 'backup', join(home, 'backup.db'));
  edchat(three, 'export', 'archive', join(home, 'copy'));
  const whole = wholeImports(three);
  const job =
    (name, base, args, { mayRefuse = false, check = () => null } = {}) =>
    async () => {
      const folder = scratch();
      if (existsSync(base)) cpSync(join(base, '..'), folder, { recursive: true });
      const db = join(folder, 'archive.db');
      const begun = performance.now();
      const run = edchat(db, ...args(folder));
      if (run.code !== 0) throw new Error(`${name} fails undisturbed: ${run.stderr}`);
      return { name, base, args, mayRefuse, check, whole, wanted: await said(db), takes: performance.now() - begun };
    };
  const jobs = [
    job('import into nothing', none, () => ['import', ...exports]),
    job('import', first, () => ['import', exports[1], exports[2]]),
    job('undo', three, () => ['undo', '2'], { mayRefuse: true }),
    job('reindex', three, () => ['reindex']),
    job('backup', three, (folder) => ['backup', join(folder, 'backup.db'), '--force'], {
      check: (folder) => backupFault(join(folder, 'backup.db')),
    }),
    job('export archive', three, (folder) => ['export', 'archive', join(folder, 'copy'), '--force'], {
      check: (folder) => copyFault(join(folder, 'copy')),
    }),
    job('export', three, (folder) => ['export', 'tweets', '--force', '--out', join(folder, 'tweets.jsonl')]),
    job('restore', first, () => ['restore', join(home, 'backup.db')]),
    job('restore of a copy', first, () => ['restore', join(home, 'copy')]),
    job('doctor --fix', broken, () => ['doctor', '--fix']),
    job('forget', three, () => ['forget', '@Teacher_7', '--yes']),
  ];
  const ready = [];
  for (const make of jobs) ready.push(await make());
  return ready;
}

function prepared(home, name, prepare) {
  const folder = join(home, name);
  cpSync(scratch(), folder, { recursive: true });
  const db = join(folder, 'archive.db');
  prepare(db);
  return db;
}

async function killOnce({ base, args, mayRefuse, check, whole, wanted, takes }, folder, when) {
  if (existsSync(base)) cpSync(join(base, '..'), folder, { recursive: true });
  const db = join(folder, 'archive.db');
  const { child, done } = start(db, args(folder));
  await Promise.race([wait(takes * (0.1 + 0.9 * when)), done]);
  child.kill('SIGKILL');
  const { signal } = await done;
  const landed = signal === 'SIGKILL';
  // A forgetting takes tweets out of whole imports.
  const faults = faultsOf(db, args(folder)[0] === 'forget' ? new Map() : whole);
  const damage = faults[0] ?? (await check(folder));
  if (damage !== null) return { landed, failure: `after the kill: ${damage}` };
  const again = await within(db, ...args(folder));
  if (again.code !== 0 && !(mayRefuse && again.code === 2)) return { landed, failure: `the same command again: ${again.output}` };
  if ((await said(db)) !== wanted) return { landed, failure: 'the same command again gives another archive' };
  const left = readdirSync(folder).filter((name) => /\.(?:partial|incoming|old)$/.test(name));
  return { landed, failure: left.length > 0 ? `left behind: ${left.join(', ')}` : (faultsOf(db)[0] ?? null) };
}

// Whole, or not there.
function backupFault(path) {
  return faultsOf(path)[0] ?? null;
}

async function copyFault(folder) {
  if (!existsSync(folder)) return null;
  const run = await within(join(scratch(), 'archive.db'), 'import', folder);
  return run.code === 0 ? null : `the copy is not whole: ${run.output}`;
}
