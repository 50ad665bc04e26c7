/** Kills edchat in the middle of everything it does, and looks whether anything was lost. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { faultsOf, said } from './archive.mjs';
import { begin, hashesOf, makeJobs } from './jobs.mjs';
import { openWorld } from './world.mjs';

/** A job that is always over before it is killed is given up after so many times. */
const MOST_ROUNDS = 5;

/** Kills until the time (ms since 1970) is up, and every job once at least; returns figures and failures. */
export async function kills(random, until) {
  const [figures, failures] = [new Map(), []];
  const close = await openWorld();
  try {
    const jobs = await makeJobs();
    const first = Math.floor(random() * jobs.length);
    const isLate = () => Date.now() >= until;
    const isMissing = (turn) => figures.size < jobs.length && turn < first + MOST_ROUNDS * jobs.length;
    for (let turn = first; !isLate() || isMissing(turn); turn++) {
      const next = jobs[turn % jobs.length];
      // Then only those are left that were over before they were killed.
      if (isLate() && figures.has(next.name)) continue;
      const job = await next.prepare();
      const folder = begin(job.base);
      const { landed, failure } = await killOnce(job, folder, random());
      // A run that was over before the kill tells that the machine is quicker by now.
      for (const time of ['takes', 'startup']) job[time] *= landed ? 1.01 : 0.9;
      if (landed) figures.set(job.name, (figures.get(job.name) ?? 0) + 1);
      if (failure !== null) failures.push(`${job.name}: ${failure}`);
      // What went wrong can be looked at in the folder that this names.
      if (failure !== null && process.env.EDCHAT_TORTURE_KEEP)
        cpSync(folder, join(process.env.EDCHAT_TORTURE_KEEP, `${job.name.replaceAll(' ', '-')}-${turn}`), { recursive: true });
      rmSync(folder, { recursive: true });
    }
  } finally {
    close();
  }
  return { figures, failures };
}

async function killOnce(job, folder, when) {
  const { args, whole, wanted } = job;
  const db = join(folder, 'archive.db');
  const landed = await killAt(job, folder, when);
  const damage = faultsOf(db, whole)[0] ?? (await job.check(folder)) ?? outputFault(job, folder, false);
  if (damage !== null) return { landed, failure: `after the kill: ${damage}` };
  const again = await job.again(folder, args(folder));
  if (again.code !== 0 && !(job.mayRefuse && again.code === 2)) return { landed, failure: `the same command again: ${again.output}` };
  job.settle(folder);
  if ((await said(db)) !== wanted.said) return { landed, failure: 'the same command again gives another archive' };
  const left = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:partial|incoming|old|edchat-draft)$/.test(name));
  if (left.length > 0) return { landed, failure: `left behind: ${left.join(', ')}` };
  return { landed, failure: faultsOf(db)[0] ?? outputFault(job, folder, true) };
}

// The program starts for a while before it does anything: a kill in there would tell little.
async function killAt(job, folder, when) {
  const { child, done, begins } = job.start(folder, job.args(folder));
  const idle = job.startup * 0.8;
  await Promise.race([begins, done]);
  await Promise.race([wait(idle + Math.max(0, job.takes - idle) * when), done]);
  child.kill('SIGKILL');
  const { code, signal, stderr } = await done;
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`${job.name} fails before it is killed: ${code} ${stderr}`);
  return signal === 'SIGKILL';
}

// Files that have their name hold what an undisturbed run writes; in the end all of them are there.
function outputFault({ output, wanted }, folder, all) {
  if (output === null) return null;
  const found = hashesOf(join(folder, output));
  for (const [name, hash] of found)
    if (!/\.partial$|\.edchat-draft$/.test(name) && wanted.output.get(name) !== hash)
      return `${output}${name} is not what an undisturbed run writes`;
  return all && found.size !== wanted.output.size ? `${output} lacks files` : null;
}
