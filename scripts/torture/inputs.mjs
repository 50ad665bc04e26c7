/** Attack strings through every renderer, and spoilt exports through every importer, by the tests that do so. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './archive.mjs';

/** What the tests take (seconds) before the first of them runs. */
const TO_START = 2;

/** Runs them until about then (ms since 1970); returns figures and failures. */
export async function attacksAndFuzz(seed, until) {
  const log = join(scratch(), 'figures.jsonl');
  const vitest = (files, env) => run(['node_modules/vitest/vitest.mjs', 'run', ...files], { EDCHAT_FIGURES: log, ...env });
  const attacks = await vitest(
    ['tests/render/hostile-terminal.test.ts', 'tests/render/hostile-pages.test.ts', 'tests/parsing/hostile.test.ts'],
    {},
  );
  const seconds = Math.max(2, (until - Date.now()) / 1000 - TO_START);
  const fuzz = await vitest(['tests/importers/fuzz.test.ts'], { FUZZ_SECONDS: String(seconds), FUZZ_SEED: String(seed) });
  const figures = new Map();
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  for (const { what, count } of lines.map((line) => JSON.parse(line))) figures.set(what, (figures.get(what) ?? 0) + count);
  const failures = [];
  for (const { code, stdout } of [attacks, fuzz]) if (code !== 0) failures.push(...told(stdout));
  return { figures, failures };
}

async function run(args, env) {
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.on('data', (text) => (stdout += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, stdout };
}

// The lines of a test run that say what failed.
function told(output) {
  const lines = output.split('\n').filter((line) => /×|FAIL|Error|Counterexample|seed/.test(line));
  return lines.length > 0 ? lines.slice(0, 20) : [output.slice(-500)];
}
