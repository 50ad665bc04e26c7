/** Taking turns: one process writes at a time. Who has to wait does so without holding up Ctrl-C, and says so after a second. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { Interrupted } from '../steps.ts';
import { diskCannotLock } from './locks.ts';
import { explained, isBusy, lockless, openForWriting, PATIENCE, SILENCE } from './open.ts';

/** SQLite waits this long (ms) at a time; in between we can be interrupted. */
const GLANCE = 100;

/** How waiting goes. */
export interface Waiting {
  /** Told once, when it takes longer than a second. */
  readonly onWait?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait before giving up. */
  readonly patience?: number;
}

/** Opens an archive for writing as soon as no other process is writing to it. */
export async function openInTurn(path: string, waiting: Waiting = {}): Promise<Database> {
  return inTurn(path, waiting, () => {
    const db = openForWriting(path, GLANCE);
    try {
      // The word about waiting is due now, and not in the middle of the work.
      db.exec('BEGIN IMMEDIATE; ROLLBACK');
      db.pragma(`busy_timeout = ${PATIENCE}`);
      return db;
    } catch (error) {
      db.close();
      throw explained(error, path, 'write');
    }
  });
}

/** Begins a transaction that writes as soon as no other process is writing. */
export async function beginInTurn(db: Database, waiting: Waiting = {}): Promise<void> {
  db.pragma(`busy_timeout = ${GLANCE}`);
  try {
    await inTurn(db.name, waiting, () => db.exec('BEGIN IMMEDIATE'));
  } finally {
    db.pragma(`busy_timeout = ${PATIENCE}`);
  }
}

async function inTurn<T>(path: string, { onWait = () => {}, signal, patience = PATIENCE }: Waiting, act: () => T): Promise<T> {
  const begun = performance.now();
  let told = false;
  for (;;) {
    try {
      return act();
    } catch (error) {
      const waited = performance.now() - begun;
      const cause = error instanceof UserError ? error.cause : error;
      if (!isBusy(cause) || waited > patience) throw error;
      if (!told && waited > SILENCE) {
        told = true;
        // Then there is nobody to wait for.
        if (diskCannotLock(path)) throw lockless(path, cause);
        onWait();
      }
      await pause(signal);
    }
  }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(GLANCE, undefined, { signal });
  } catch {
    throw new Interrupted('stopped while waiting for its turn; nothing was changed');
  }
}
