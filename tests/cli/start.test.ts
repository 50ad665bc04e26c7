import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadedModules } from '../../scripts/loaded-modules.mjs';
import { openForWriting } from '../../src/store/open.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** What a start may load of other people's: each was weighed, and the heavy ones wait for the command that needs them. */
const LIGHT = new Set(['better-sqlite3', 'chalk', 'commander', 'fastest-levenshtein', 'sparkly', 'stopword', 'string-width', 'wrap-ansi']);
/** What no command that only reads the archive needs. */
const HEAVY = /^(?:importers|parsing|ingest|network)\//;

const loaded = (...entries: string[]) =>
  new Set(Array.from(loadedModules(...entries.map((entry) => join(src, entry))), (one) => (isAbsolute(one) ? relative(src, one) : one)));

const packages = (modules: Iterable<string>) => [...modules].filter((one) => !one.endsWith('.ts') && !one.startsWith('node:'));

describe('a start loads only what it needs', () => {
  // What main.ts loads itself, and what the shell loads for every command that reads the archive.
  const everyStart = ['main.ts', 'commands/open-derived.ts', 'commands/choose-chat.ts'];

  test.each(['search', 'saved', 'weeks', 'week', 'topics', 'threads', 'links', 'people', 'why', 'sources', 'recap', 'debrief', 'marks'])(
    'edchat %s',
    (verb) => {
      const modules = loaded(...everyStart, `commands/${verb}.ts`);
      expect([...modules].filter((one) => HEAVY.test(one))).toEqual([]);
      expect(packages(modules).filter((one) => !LIGHT.has(one))).toEqual([]);
    },
  );

  test.each(['doctor', 'backup'])('edchat %s, before it mends or writes', (verb) => {
    expect([...loaded(...everyStart, `commands/${verb}.ts`)].filter((one) => HEAVY.test(one))).toEqual([]);
  });

  test.each(['expand', 'check', 'rescue'])('edchat %s, before it asks the network', (verb) => {
    expect(packages(loaded(...everyStart, `commands/${verb}.ts`)).filter((one) => !LIGHT.has(one))).toEqual([]);
  });

  test('no command is loaded before it is asked for', () => {
    expect([...loaded('main.ts')].filter((one) => /^(?:store|derive|query|rules|normalise)\//.test(one))).toEqual([]);
  });
});

describe('a search whose result goes to a file or a pipe', () => {
  // Each takes as long to load as the search takes to answer.
  const HEAVY_OF_NODE = /^NativeModule (?:net|tty|stream|child_process|worker_threads|crypto)$/;

  test('loads of Node nothing that talks to terminals, other programs or threads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'edchat-loads-'));
    try {
      const spy = join(folder, 'spy.cjs');
      writeFileSync(
        spy,
        `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(join(folder, 'loaded'))}, process.moduleLoadList.join('\\n')));`,
      );
      const archive = join(folder, 'archive.db');
      openForWriting(archive).close();
      const program = fileURLToPath(new URL('../../bin/edchat.js', import.meta.url));
      const found = spawnSync(process.execPath, ['-r', spy, program, '--db', archive, 'search', 'rubric'], { encoding: 'utf8' });
      expect(found).toMatchObject({ status: 1, stderr: '' });
      const names = readFileSync(join(folder, 'loaded'), 'utf8').split('\n');
      expect(names).toContain('NativeModule fs');
      expect(names.filter((name) => HEAVY_OF_NODE.test(name))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('compiled code lies beside the program', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  let copy: string;
  const edchat = (...words: string[]) => spawnSync(process.execPath, [join(copy, 'bin/edchat.js'), ...words], { encoding: 'utf8' });
  const version = () => edchat('--version');
  const kept = () => readdirSync(copy + '/dist/compiled', { recursive: true, encoding: 'utf8' }).filter((name) => !/^[^\\/]+$/.test(name));

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'edchat-start-'));
    const isOld = (path: string) => path.endsWith('compiled');
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true, filter: (path) => !isOld(path) });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('it is kept by the first run, and used by the second', () => {
    const first = version();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const files = kept();
    expect(files.length).toBeGreaterThan(1);
    expect(version().stdout).toBe(first.stdout);
    expect(kept()).toEqual(files);
  });

  test.each([
    ['spoilt', (file: string) => writeFileSync(file, 'no code')],
    ['cut', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 900))],
    ['empty', (file: string) => writeFileSync(file, '')],
    // V8 itself would crash on most of these.
    ['changed in one byte', (file: string) => writeFileSync(file, withOther(readFileSync(file), 0.7))],
  ])('one that is %s does no harm', (_name, spoil) => {
    const good = version().stdout;
    for (const file of kept()) spoil(join(copy, 'dist/compiled', file));
    expect(version()).toMatchObject({ status: 0, stdout: good, stderr: '' });
  });

  test('each command adds to it by its first run, and not by its second', () => {
    const size = () => kept().reduce((sum, file) => sum + statSync(join(copy, 'dist/compiled', file)).size, 0);
    const [before, first, second] = [size(), edchat('weeks', '--help'), edchat('search', '--help')];
    expect([first.status, second.status]).toEqual([0, 0]);
    const after = size();
    expect(after).toBeGreaterThan(before);
    edchat('search', '--help');
    expect(size()).toBe(after);
  });

  test('nor does a folder that cannot be made', () => {
    rmSync(join(copy, 'dist/compiled'), { recursive: true });
    writeFileSync(join(copy, 'dist/compiled'), '');
    expect(version()).toMatchObject({ status: 0, stderr: '' });
  });
});

function withOther(bytes: Buffer, place: number): Buffer {
  const at = Math.floor(bytes.length * place);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
}
