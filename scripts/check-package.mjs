#!/usr/bin/env node
// Packs the project, checks what is inside, installs the tarball into an empty folder and uses it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'edchat-package-'));
const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options });

// Only what running needs.
const ALLOWED =
  /^(?:package\.json|README\.md|LICENSE|sbom\.cdx\.json|(?:bin|dist)\/(?:package\.json|[\w-]+\.js)|dist\/(?:LICENSES\.txt|xdg-open|site\/minisearch\.js)|data\/(?:[a-z-]+\.json|demo\/.+|site\/[a-z]+\.(?:css|js)))$/;
// All the rest is in the bundle: SQLite, what finds its native part, and what fetches or compiles that.
const INSTALLED = new Set(['better-sqlite3', 'edchat']);

try {
  const [pack] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root }));
  const paths = pack.files.map(({ path }) => path);
  const strangers = paths.filter((path) => !ALLOWED.test(path));
  if (strangers.length > 0) throw new Error(`the package holds what running does not need: ${strangers.join(', ')}`);
  for (const needed of [
    'bin/edchat.js',
    'bin/start.js',
    'dist/main.js',
    'bin/thread.js',
    'dist/reading-thread.js',
    'dist/deriving-thread.js',
    'dist/feeding-thread.js',
    'dist/LICENSES.txt',
    'data/chats.json',
    'sbom.cdx.json',
  ]) {
    if (!paths.includes(needed)) throw new Error(`the package lacks ${needed}`);
  }
  console.log(
    `package: ${paths.length} files, ${(pack.size / 1e6).toFixed(2)} MB packed, ${(pack.unpackedSize / 1e6).toFixed(2)} MB unpacked`,
  );

  const home = join(folder, 'home');
  writeFileSync(join(folder, 'package.json'), '{"private":true,"allowScripts":{"better-sqlite3":true}}');
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, pack.filename)], { cwd: folder });
  const edchat = join(folder, 'node_modules/.bin/edchat');
  const env = { ...process.env, EDCHAT_DB: join(home, 'archive.db'), NO_COLOR: '1' };
  const demo = join(folder, 'node_modules/edchat/data/demo');
  run(edchat, ['import', demo], { env });
  const weeks = JSON.parse(run(edchat, ['weeks', '--json'], { env }));
  if (weeks.sessions.length !== 3) throw new Error(`the installed edchat found ${weeks.sessions.length} sessions in the demo, not 3`);
  const found = run(edchat, ['search', 'rubric', '--json'], { env });
  if (JSON.parse(found).total === 0) throw new Error('the installed edchat finds nothing in the demo');
  const { dependencies } = JSON.parse(run('npm', ['ls', '--json', '--depth', '1', '--omit', 'dev'], { cwd: folder })).dependencies.edchat;
  const strange = Object.keys(dependencies ?? {}).filter((name) => !INSTALLED.has(name));
  if (strange.length > 0) throw new Error(`the package installs ${strange.join(', ')} as well`);
  run(edchat, ['site', join(folder, 'site')], { env });
  const search = join(folder, 'site/search/minisearch.js');
  if (!existsSync(search) || !readFileSync(search, 'utf8').includes('MiniSearch'))
    throw new Error('the installed edchat built a site without its search');
  console.log(
    `installed: edchat ${run(edchat, ['--version'], { env }).trim()} finds 3 sessions; ${readdirSync(join(folder, 'node_modules')).length} packages`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
