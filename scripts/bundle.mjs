#!/usr/bin/env node
// Makes dist/ from src/: the program with everything it uses but SQLite, in pieces that are loaded when they are needed, and
// the licences of what is in it.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const ENTRIES = {
  main: 'src/main.ts',
  'reading-thread': 'src/ingest/reading-thread.ts',
  'deriving-thread': 'src/ingest/deriving-thread.ts',
};

// What packages bring beside their modules: the search of a site, as browsers take it, and what opens a page where a Linux has nothing.
const COPIED = [
  ['minisearch/dist/umd/index.js', 'site/minisearch.js'],
  ['open/xdg-open', 'xdg-open'],
];

const bundle = await rolldown({
  cwd: root,
  input: ENTRIES,
  platform: 'node',
  // The rest of better-sqlite3 looks for its native part through this, where that is not at its usual place.
  external: ['bindings'],
  plugins: [lazySegmenter()],
});
// What was made from a file that is gone must go too.
rmSync(dist, { recursive: true, force: true });
// CommonJS starts a third faster than ES modules. All pieces lie side by side: addresses of other files are seen from there.
const { output } = await bundle.write({
  dir: dist,
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  // Compiled code that was kept has no loader of ES modules.
  dynamicImportInCjs: false,
  // Names stay, for the reports of those who run with EDCHAT_DEBUG=1.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
});
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
for (const [file, target] of COPIED) cpSync(join(root, 'node_modules', file), join(dist, target));
const packages = packagesOf(output.flatMap(({ moduleIds = [] }) => moduleIds));
// For the scripts that look at what edchat is made of.
const bundled = packages.map((folder) => {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { path: relative(root, folder).replaceAll('\\', '/'), package: `${name}@${version}` };
});
writeFileSync(join(dist, 'bundled.json'), `${JSON.stringify(bundled)}\n`);
// setup.mjs takes it for the sign that all is made.
writeFileSync(join(dist, 'LICENSES.txt'), licences(packages));

function packagesOf(modules) {
  const folders = modules.flatMap((module) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0] ?? []);
  return [...new Set(folders)].toSorted((a, b) => a.localeCompare(b, 'en'));
}

function licences(folders) {
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (license === undefined) throw new Error(`${name} does not say under which licence it is`);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `edchat holds these packages, each under its own licence.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

// What splits text into characters takes a third of a start to make, and plain ASCII, which most text is, never needs it.
function lazySegmenter() {
  const eager = 'const segmenter = new Intl.Segmenter();';
  const lazy = 'let segments;\nconst segmenter = { segment: text => (segments ??= new Intl.Segmenter()).segment(text) };';
  return {
    name: 'lazy-segmenter',
    transform(code, id) {
      if (!/[\\/]node_modules[\\/](?:string-width|wrap-ansi)[\\/]index\.js$/.test(id)) return null;
      if (!code.includes(eager)) throw new Error(`${id} makes its segmenter in another way now: see scripts/bundle.mjs`);
      return code.replace(eager, lazy);
    },
  };
}
