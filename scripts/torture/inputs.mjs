/** Attack strings through every renderer, and spoilt exports through every importer, by the tests that do so. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './archive.mjs';

/** What the tests take (seconds) before the first of them runs. */
const TO_START = 2;

/** Runs them until about then (ms since 1970); returns figures and failures. */
export function attacksAndFuzz(seed, until) {
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
  const seconds = Math.max(2, (until - Date.now()) / 1000 - TO_START);
  const fuzz = vitest(['tests/importers/fuzz.test.ts'], { FUZZ_SECONDS: String(seconds), FUZZ_SEED: String(seed) });
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
