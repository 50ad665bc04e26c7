#!/usr/bin/env node
// Tries to break edchat, and says with figures what it stood: npm run torture -- --seconds 600 --seed 7
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { attacksAndFuzz } from './inputs.mjs';
import { faults } from './faults.mjs';
import { kills } from './kills.mjs';
import { randomFrom } from './random.mjs';
import { together } from './together.mjs';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20160417' }, seconds: { type: 'string', default: '300' } },
});
const [seed, seconds] = [Number(values.seed), Number(values.seconds)];
/** The short form meets everything once. */
const isShort = seconds < 100;
const begun = Date.now();
/** When so much of the time is over (ms since 1970); what one part of the work leaves is for the next. */
const after = (part) => begun + seconds * part * 1000;
const failures = [];

function report(title, figures, failed) {
  console.log(`\n${title}`);
  for (const [name, figure] of figures) console.log(`  ${String(figure).padStart(7)}  ${name}`);
  for (const failure of failed) console.log(`  FAILED   ${failure}`);
  failures.push(...failed);
}

spawnSync(process.execPath, ['scripts/setup.mjs'], { stdio: 'inherit' });
console.log(`Torture with seed ${seed} for about ${seconds} seconds`);

const random = randomFrom(seed);
const killed = await kills(random, after(isShort ? 0.2 : 0.5));
const all = [...killed.figures.values()].reduce((sum, count) => sum + count, 0);
report('Kills survived', [['in all', all], ...killed.figures], killed.failures);

// The strings and spoilt exports need no archive of the others: they go on beside the faults.
const reading = attacksAndFuzz(seed, isShort ? 0 : after(0.9));

const injected = await faults();
report('Faults injected', injected.figures, injected.failures);

const crowd = await together(Math.min(after(0.85), Date.now() + seconds * 100));
report('Several at once', crowd.figures, crowd.failures);

const inputs = await reading;
report('Attack strings and fuzz', inputs.figures, inputs.failures);

console.log(
  `\n${failures.length === 0 ? 'Nothing was lost' : `${failures.length} FAILURES`}, in ${Math.round((Date.now() - begun) / 1000)} seconds`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
