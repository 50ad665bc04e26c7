import { existsSync } from 'node:fs';
import { EXIT, nothingFound, UserError } from '../errors.ts';
import { type Database, openForReading } from '../store/open.ts';
import { isStale } from '../store/stale.ts';
import { stepByStep } from '../steps.ts';
import type { Waiting } from '../store/turns.ts';

/** A search does not wait for a long import: it shows what there is. */
const PATIENCE = 2000;

/**
 * Opens the archive for reading. Sessions that an interrupted import left underived are derived first, unless an import is
 * still at work: then what it brought so far may not be found yet.
 */
export async function openDerived(path: string, waiting: Waiting = {}): Promise<Database> {
  const db = openForReading(existingArchive(path));
  if (!isStale(db)) return db;
  const { derivingStale } = await import('../ingest/derive-stale.ts');
  const { openInTurn } = await import('../store/turns.ts');
  const { signal } = waiting;
  try {
    const writable = await openInTurn(path, { signal, patience: PATIENCE });
    try {
      await stepByStep(derivingStale(writable), signal);
    } catch (error) {
      writable.close();
      throw error;
    }
    db.close();
    return writable;
  } catch (error) {
    // Busy, or where nothing can be written: what there is can be read all the same.
    if (error instanceof UserError && error.exitCode !== EXIT.interrupted) return db;
    db.close();
    throw error;
  }
}

/** The path, when there is an archive; else the sentence that says how to begin. */
export function existingArchive(path: string): string {
  if (existsSync(path)) return path;
  throw nothingFound(`${path}: there is no archive yet. Import an export first: edchat import FILE (or try: edchat demo)`);
}
