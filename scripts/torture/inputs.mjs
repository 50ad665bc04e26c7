/** Attack strings through every renderer, and spoilt exports through every importer, by the tests that do so. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './archive.mjs';

/** Runs them for so many seconds; returns figures and failures. */
export function attacksAndFuzz(seed, seconds) {
  const log = join(scratch(), 'figures.jsonl');
  const vitest = (files, env) =>
    spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
      encoding: 'utf8',
      env: { ...process.env, EDCHAT_FIGURES: log, NO_COLOR: '1', ...env },
    });
  const attacks = vitest(
    ['tests/render/hostile-terminal.test.ts', 'tests/render/hostile-pages.test.ts', 'tests/parsing/hostile.test.ts'],
    {},
  );
  // About 140 fixtures are spoilt in turn; each run takes some milliseconds.
  const runs = Math.max(20, Math.round(seconds));
  const fuzz = vitest(['tests/importers/fuzz.test.ts'], { FUZZ_RUNS: String(runs), FUZZ_SEED: String(seed) });
  const figures = new Map();
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  for (const { what, count } of lines.map((line) => JSON.parse(line))) figures.set(what, (figures.get(what) ?? 0) + count);
  const failures = [];
  for (const run of [attacks, fuzz]) if (run.status !== 0) failures.push(...told(run.stdout));
  return { figures, failures };
}

// The lines of a test run that say what failed.
function told(output) {
  const lines = output.split('\n').filter((line) => /×|FAIL|Error|Counterexample|seed/.test(line));
  return lines.length > 0 ? lines.slice(0, 20) : [output.slice(-500)];
}
