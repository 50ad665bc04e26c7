/** The undo use case: takes a run of imports back, exactly. */
import { nothingFound, UserError } from '../errors.ts';
import { stepByStep, type Steps } from '../steps.ts';
import { listChats } from '../store/chats.ts';
import { type ImportRow, listImports } from '../store/imports.ts';
import type { Database } from '../store/open.ts';
import { markStale, refile } from '../store/refile.ts';
import { inTransaction } from '../store/transaction.ts';
import { undoImports } from '../store/undo.ts';
import { derivingStale } from './derive-stale.ts';

/** What was taken back. */
export interface UndoReport {
  readonly batch: number;
  readonly imports: readonly ImportRow[];
  /** Tweets that only this run had. */
  readonly removed: number;
  /** Tweets that went back to what the other exports say of them. */
  readonly restored: number;
}

/** The runs of imports, oldest first, each with its files. */
export function listRuns(db: Database): { batch: number; imports: ImportRow[] }[] {
  const runs = new Map<number, ImportRow[]>();
  for (const row of listImports(db)) runs.set(row.batch, [...(runs.get(row.batch) ?? []), row]);
  return Array.from(runs, ([batch, imports]) => ({ batch, imports }));
}

/**
 * Takes back the run of that number, or the last one. The archive is then as if it had never been. A signal is heard in
 * between, and leaves the archive as it was.
 */
export async function undoRun(db: Database, batch: number | null, signal?: AbortSignal): Promise<UndoReport> {
  return stepByStep(inTransaction(db, undoing(db, batch)), signal, 'interrupted; nothing was taken back');
}

function* undoing(db: Database, batch: number | null): Steps<UndoReport> {
  const runs = listRuns(db);
  const run = batch === null ? runs.at(-1) : runs.find((one) => one.batch === batch);
  if (run === undefined && batch === null) throw nothingFound('There is no import to take back: the archive is empty');
  if (run === undefined) throw new UserError(`There is no run ${batch} of imports. List them with: edchat undo --list`);
  const undone = undoImports(
    db,
    run.imports.map((row) => row.import),
  );
  const chats = listChats(db);
  markStale(db, chats, undone.left);
  refile(db, chats, undone.touched);
  yield;
  yield* derivingStale(db);
  return { ...run, removed: undone.removed, restored: undone.restored };
}
