// Runs whole processes and measures them, and says what many runs come to.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const TIME = '/usr/bin/time';

/** What one run of a process took: seconds on the wall, seconds of processors, megabytes at most. */
export function run(argv, { folder, env = {}, input } = {}) {
  const report = join(folder, 'time.txt');
  const started = performance.now();
  const done = spawnSync(TIME, ['-o', report, '-f', '%e %U %S %M', ...argv], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    input,
    maxBuffer: 1 << 30,
  });
  const wall = (performance.now() - started) / 1000;
  if (done.status !== 0)
    throw new Error(
      `${basename(argv.find((word) => word.endsWith('.mjs')) ?? argv[0])} ended with ${done.status}: ${String(done.stderr).slice(-500)}`,
    );
  const [, user, system, kilobytes] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, megabytes: kilobytes / 1024, output: String(done.stdout) };
}

/** Whether a program is there. */
export function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** The value below which a share of others lies: 0.5 is the median. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/**
 * Runs every contestant in turn, so many rounds, so that what else the machine does falls on all of them alike. One that
 * fails is left out of the rounds to come, with its reason.
 */
export function interleave(contestants, rounds, note) {
  const results = contestants.map((one) => ({ ...one, runs: [], failed: null }));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of results) {
      if (one.failed !== null || round >= (one.rounds ?? rounds)) continue;
      note(`${one.name}, round ${round + 1} of ${one.rounds ?? rounds}`);
      try {
        one.before?.();
        one.runs.push(one.run());
      } catch (error) {
        one.failed = error instanceof Error ? error.message.split('\n')[0] : String(error);
      }
    }
  }
  return results;
}

const figure = (value, digits) => (value >= 100 ? value.toFixed(0) : value.toFixed(digits));

/** A markdown table of contestants; times are over those of the one named `floor`. */
export function table(results, floor, { unit = 's', per = null } = {}) {
  const scale = unit === 'ms' ? 1000 : 1;
  const of = (one, what) =>
    quantile(
      one.runs.map((value) => value[what]),
      0.5,
    ) * (what === 'megabytes' ? 1 : scale);
  const least = results.find(({ name }) => name === floor);
  const head = ['what', `wall (${unit})`, 'least–most', '×', `processors (${unit})`, '×', 'peak MB', ...(per === null ? [] : [per.title])];
  const rows = results.map((one) => {
    if (one.runs.length === 0) return [one.name, one.failed ?? 'not run', ...head.slice(2).map(() => '')];
    const walls = one.runs.map(({ wall }) => wall * scale);
    const ratio = (what) => (least === undefined || least.runs.length === 0 ? '' : (of(one, what) / of(least, what)).toFixed(2));
    return [
      one.name,
      figure(of(one, 'wall'), 2),
      `${figure(Math.min(...walls), 2)}–${figure(Math.max(...walls), 2)}`,
      ratio('wall'),
      figure(of(one, 'cpu'), 2),
      ratio('cpu'),
      of(one, 'megabytes').toFixed(0),
      ...(per === null ? [] : [one.tweets ? Math.round(one.tweets / of(one, 'wall')).toLocaleString('en') : '']),
    ];
  });
  return markdown(head, rows);
}

/** A markdown table. */
export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
