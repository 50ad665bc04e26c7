#!/usr/bin/env node
// What edchat needs to run, in its bundle or beside it: licences that go with MIT, installation scripts only where a native module is compiled, and no
// advisory that is known. The last is asked of the registry; where that does not answer this says so, does not count it as passed, and tells at
// least whether any of them has a newer version in its line, or was withdrawn.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { behindOrWithdrawn } from './newest-of-line.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const COMPATIBLE = /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|WTFPL)$/;
/** Packages that may run a script when they are installed: they compile SQLite. */
const SCRIPTS = new Set(['better-sqlite3']);

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
// What is in the bundle is needed to run, although nobody installs it.
const bundled = new Set(JSON.parse(readFileSync(join(root, 'dist/bundled.json'), 'utf8')).map(({ path }) => path));
const needed = Object.entries(packages).filter(([path, entry]) => path !== '' && (!entry.dev || bundled.has(path)));
const faults = needed.flatMap(([path, { hasInstallScript }]) => {
  const name = nameOf(path);
  const { license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  // Of several that are offered one is enough.
  const offered = String(license ?? 'none')
    .replace(/[()]/g, '')
    .split(' OR ');
  return [
    ...(offered.some((one) => COMPATIBLE.test(one)) ? [] : [`${name}: its licence (${license ?? 'none'}) does not go with MIT`]),
    ...(hasInstallScript && !SCRIPTS.has(name) ? [`${name}: it runs a script when it is installed`] : []),
  ];
});

// What is bundled is a development dependency to npm, which leaves those out where NODE_ENV says production.
const audit = spawnSync('npm', ['audit', '--json', '--include=dev'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
const answer = parsed(audit.stdout);
const isNeeded = new Set(needed.map(([path]) => path));
const found =
  answer?.vulnerabilities && Object.values(answer.vulnerabilities).filter(({ nodes }) => nodes.some((path) => isNeeded.has(path)));

console.log(
  `${needed.length} packages are needed to run; ${faults.length === 0 ? 'licences and scripts are as they should be' : 'not all of them should be'}`,
);
console.log(
  found === undefined
    ? `advisories: NOT CHECKED, for the registry could not be asked (${answer?.message ?? 'npm audit gives no answer'})`
    : `advisories: the registry was asked, and knows of ${found.length} packages with one`,
);
if (found === undefined) console.log(await newestInstead());
for (const { name, severity, via } of found ?? [])
  faults.push(`${name}: npm audit knows an advisory (${severity}): ${via.map((one) => one.title ?? `by way of ${one}`).join('; ')}`);
for (const fault of faults) console.error(`FAILED ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function nameOf(path) {
  return path.replace(/^.*node_modules\//, '');
}

async function newestInstead() {
  const listed = needed.map(([path, { version }]) => ({ name: nameOf(path), version }));
  const behind = await behindOrWithdrawn(listed);
  if (behind === null) return 'newer versions: NOT CHECKED either';
  const lines = behind.map(({ name, version, newest, withdrawn }) => `  ${name} ${version}: ${withdrawn ?? `there is ${newest}`}`);
  return [`newer versions: of ${listed.length} packages ${behind.length} have one in their line, or were withdrawn`, ...lines].join('\n');
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
