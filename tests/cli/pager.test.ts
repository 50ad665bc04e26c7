/** Long results on a real terminal: shown by a pager, unless there is none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagerOf } from '../../src/commands/pager.ts';
import { archiveAt, DEMO, PROGRAM } from './edchat.ts';

describe('which pager', () => {
  test.each([
    [{}, { command: 'less', args: ['-RFX'], shell: false }],
    [{ PAGER: 'most -w' }, { command: 'most', args: ['-w'], shell: false }],
    [{ PAGER: 'sed "s/^/> /" | less' }, { command: 'sed "s/^/> /" | less', args: [], shell: true }],
    [{ PAGER: 'C:\\Git\\usr\\bin\\less.exe' }, { command: 'C:\\Git\\usr\\bin\\less.exe', args: [], shell: false }],
  ])('%j', (env, expected) => expect(pagerOf(env)).toMatchObject(expected));

  test.each([[''], ['  '], ['cat']])('PAGER=%j means none', (PAGER) => expect(pagerOf({ PAGER })).toBeNull());
});

// `script` gives a program a terminal of its own.
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

describe.skipIf(!hasTerminal)('on a terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
  const db = join(folder, 'archive.db');
  beforeAll(() => void archiveAt(db)(['import', DEMO]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const onTerminal = (args: string, PAGER: string) => {
    const command = `stty rows 10 cols 80; ${process.execPath} ${PROGRAM} ${args}`;
    const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      encoding: 'utf8',
      input: '',
      env: { ...process.env, EDCHAT_DB: db, NO_COLOR: '1', TERM: 'xterm', PAGER },
    });
    return { code: status, lines: stdout.split(/\r?\n/) };
  };
  const MARK = "sed 's/^/|/'";
  const paged = (lines: readonly string[]) => lines.filter((line) => line.startsWith('|')).length;

  test('what is longer than the screen goes through $PAGER', () => {
    const { code, lines } = onTerminal('search learning', MARK);
    expect(code).toBe(0);
    expect(paged(lines)).toBeGreaterThan(20);
  });

  test.each([
    ['what fits on the screen does not', 'search learning --limit 1'],
    ['--no-pager says no', 'search learning --no-pager'],
    ['programs are given no pager', 'search learning --json'],
    ['a pipe is given no pager', 'search learning | cat'],
  ])('%s', (_name, args) => {
    const { code, lines } = onTerminal(args, MARK);
    expect([code, paged(lines)]).toEqual([0, 0]);
    expect(lines.join('\n')).toMatch(/learn/i);
  });

  test.each([['no-such-pager'], ['no-such-pager | cat -n; exit 127']])('without the pager %s all is printed', (PAGER) => {
    const { code, lines } = onTerminal('search learning', PAGER);
    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThan(20);
  });

  test('a pager that is closed early is no failure', () => {
    const { code, lines } = onTerminal('search learning --limit 500', 'head -1');
    expect(code).toBe(0);
    expect(lines.length).toBeLessThan(10);
  });
});
