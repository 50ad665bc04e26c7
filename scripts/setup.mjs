#!/usr/bin/env node
// Makes a clone ready to run: installs what package-lock.json says, then bundles src/ to dist/. Does only what is missing,
// so that `npm test` and `npm run demo` can call it every time.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// npm runs `prepare`, which is this script, within the very install that this script starts.
if (process.env.EDCHAT_SETUP === '1') process.exit(0);

// `npm install -g .` tells its scripts that everything is global; what is installed here is not.
const { npm_config_global: _global, npm_config_location: _location, ...inherited } = process.env;
const ENV = { ...inherited, EDCHAT_SETUP: '1' };

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestSource(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestSource(path) : modified(path);
  });
  return Math.max(0, ...times);
}

function step(title, command, args) {
  console.error(title);
  // npm is a script file on Windows, which only a shell can start.
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: ENV,
  });
  if (run.status !== 0) {
    console.error(`edchat: this step failed: ${command} ${args.join(' ')}`);
    process.exit(run.status ?? 1);
  }
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`edchat needs Node 20 or newer; this is ${process.version}. Get it from https://nodejs.org`);
  process.exit(1);
}
// Not `npm ci`: it refuses a lock file without the binaries of platforms that a registry does not carry.
if (modified(join(root, 'node_modules/.package-lock.json')) < modified(join(root, 'package-lock.json'))) {
  step('Installing (the first time compiles SQLite: a minute or two)…', 'npm', ['install', '--no-save', '--no-audit', '--no-fund']);
}
const sources = [
  ...['src', 'data'].map((folder) => newestSource(join(root, folder))),
  ...['package.json', 'scripts/bundle.mjs'].map((path) => modified(join(root, path))),
];
if (modified(join(root, 'dist/LICENSES.txt')) < Math.max(...sources))
  step('Building…', process.execPath, [join(root, 'scripts/bundle.mjs')]);
