#!/usr/bin/env node
// Makes dist/ from src/: the program with everything it uses but SQLite, in pieces that are loaded when they are needed, and
// the licences of what is in it.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { loadedModules } from './loaded-modules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const ENTRIES = {
  main: 'src/main.ts',
  'reading-thread': 'src/ingest/reading-thread.ts',
  'deriving-thread': 'src/ingest/deriving-thread.ts',
  'feeding-thread': 'src/ingest/feeding-thread.ts',
};

// What packages bring beside their modules: the search of a site, as browsers take it, and what opens a page where a Linux has nothing.
const COPIED = [
  ['minisearch/dist/umd/index.js', 'site/minisearch.js'],
  ['open/xdg-open', 'xdg-open'],
];

// What all commands load that show tweets, less what every start does: files of ours, and packages by their names.
const loadedBy = (...paths) => loadedModules(...paths.map((path) => join(root, 'src', path)));
const READING = loadedBy('commands/search.ts', 'commands/open-derived.ts', 'commands/choose-chat.ts');
for (const id of loadedBy('main.ts')) READING.delete(id);
// Each command has a piece of its own, by which bin/start.js sees that it never ran before.
READING.delete(join(root, 'src/commands/search.ts'));

const bundle = await rolldown({
  cwd: root,
  input: ENTRIES,
  platform: 'node',
  // A piece that holds what an entry and others share may show more than the entry does.
  preserveEntrySignatures: 'allow-extension',
  // The rest of better-sqlite3 looks for its native part through this, where that is not at its usual place.
  external: ['bindings'],
  plugins: [lightWidth(), lightChalk(), lazyParts()],
});
// What was made from a file that is gone must go too.
rmSync(dist, { recursive: true, force: true });
// CommonJS starts a third faster than ES modules. All pieces lie side by side: addresses of other files are seen from there.
const { output } = await bundle.write({
  dir: dist,
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  // To find, read and check a file costs more than what stands in a small one: what every reading command loads is one.
  codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'reading', test: isForReading }] },
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

// The table of tracking parameters is read by the rule that reads addresses, which READING holds.
function isForReading(id) {
  const [folder] = packagesOf([id]);
  return READING.has(folder === undefined ? id : packageName(folder)) || id === join(root, 'data/tracking-parameters.json');
}

function packageName(folder) {
  return relative(join(root, 'node_modules'), folder).replaceAll('\\', '/');
}

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

// Lines are wrapped by our own measure of a text, which leaves only what is rare to string-width.
function lightWidth() {
  const id = '\0own-width';
  const own = JSON.stringify(join(root, 'src/render/width.ts'));
  return {
    name: 'light-width',
    resolveId: (name, importer = '') => (name === 'string-width' && /[\\/]wrap-ansi[\\/]/.test(importer) ? id : null),
    load: (name) => (name === id ? `export { textWidth as default } from ${own};` : null),
  };
}

// We say ourselves whether there is colour: only the spinner asks chalk, which loads what talks to terminals. And sparkly, whose
// bars stay plain, brings an old one of its own.
function lightChalk() {
  const light = '?light';
  const without = '\0no-colour';
  return {
    name: 'light-chalk',
    resolveId(id, importer = '') {
      if (id === '#supports-color' && importer.endsWith(light)) return without;
      if (id !== 'chalk' || /[\\/]node_modules[\\/](?!sparkly[\\/])/.test(importer)) return null;
      return join(root, `node_modules/chalk/source/index.js${light}`);
    },
    load(id) {
      if (id === without) return 'export default { stdout: false, stderr: false };';
      return id.endsWith(light) ? readFileSync(id.slice(0, -light.length), 'utf8') : null;
    },
  };
}

// What others make ready at once, and most starts never need: the tables of emoji and the splitting of text into characters,
// which take half a start, and the starting of other programs.
function lazyParts() {
  const segmenter = [
    /new Intl\.Segmenter\(\)/,
    '{ parts: null, segment(text) { return (this.parts ??= new Intl.Segmenter()).segment(text); } }',
  ];
  const spawn = [
    /(?<=const childProcess = )require\('node:child_process'\)/,
    "{ spawn: (...all) => require('node:child_process').spawn(...all) }",
  ];
  const changesOf = new Map([
    ['string-width/index.js', [segmenter, [/(?<=^const \w+Regex = )\/.+\/[gvu]+(?=;$)/gm, lazyPattern]]],
    ['wrap-ansi/index.js', [segmenter]],
    ['commander/lib/command.js', [spawn]],
  ]);
  return {
    name: 'lazy-parts',
    transform(code, id) {
      const file = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
      return (changesOf.get(file) ?? []).reduce((text, [eager, lazy]) => {
        if (text.search(eager) < 0) throw new Error(`${id} is made in another way now: see scripts/bundle.mjs`);
        return text.replace(eager, lazy);
      }, code);
    },
  };
}

function lazyPattern(literal) {
  const made = `(this.made ??= ${literal})`;
  const ways = ['Symbol.match', 'Symbol.search'].map((way) => `[${way}](text) { return ${made}[${way}](text); }`);
  return `{ made: null, test(text) { return ${made}.test(text); }, ${ways.join(', ')} }`;
}
