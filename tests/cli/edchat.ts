/** Runs the real command line on an archive of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program as it is installed. */
export const PROGRAM = fileURLToPath(new URL('../../bin/edchat.js', import.meta.url));
/** The invented exports that ship with edchat. */
export const DEMO = fileURLToPath(new URL('../../data/demo', import.meta.url));

/** What one run came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run is set up. */
export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder that is gone after the test, or when `after` says. */
export function scratch(after: (clean: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The command line tied to one archive. */
export function archiveAt(db: string): (args: readonly string[], options?: RunOptions) => Run {
  return (args, { input = '', env = {} } = {}) => {
    const run = spawnSync(process.execPath, [PROGRAM, ...args], {
      encoding: 'utf8',
      input,
      maxBuffer: 1 << 28,
      env: { ...process.env, EDCHAT_DB: db, NO_COLOR: '1', ...env },
    });
    return { code: run.status, stdout: run.stdout, stderr: run.stderr };
  };
}

/** The command line on a new archive in a scratch folder. */
export function newArchive(): (args: readonly string[], options?: RunOptions) => Run {
  return archiveAt(join(scratch(), 'archive.db'));
}

/** Starts the program without waiting for it. */
export function start(db: string, args: readonly string[]) {
  return spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, EDCHAT_DB: db, NO_COLOR: '1' } });
}
