import type { Database } from '../store/open.ts';
import { beginInTurn, type Waiting } from '../store/turns.ts';
import type { FileReport } from './report.ts';

/** The failure of one file: its transaction is taken back, and the run goes on. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure';
  readonly report: FileReport;

  constructor(report: FileReport) {
    super(report.error ?? '');
    this.report = report;
  }
}

/** How the files of a run are kept: each is a transaction; in a dry run a savepoint in one that is taken back at the end. */
export interface Transactions {
  /** Keeps all of a file or, when it fails, nothing. */
  readonly file: (work: () => Promise<FileReport>) => Promise<FileReport>;
  readonly end: () => void;
}

/** Begins the transactions of a run. */
export function transactions(db: Database, dryRun: boolean, waiting: Waiting = {}): Transactions {
  const [commit, rollback] = dryRun ? ['RELEASE file', 'ROLLBACK TO file; RELEASE file'] : ['COMMIT', 'ROLLBACK'];
  const begin = async () => (dryRun ? void db.exec('SAVEPOINT file') : beginInTurn(db, waiting));
  // A transaction that only begins to write later could find that another has written in between.
  if (dryRun) db.exec('BEGIN IMMEDIATE');
  return {
    file: async (work) => {
      await begin();
      try {
        const report = await work();
        db.exec(commit);
        return report;
      } catch (error) {
        if (db.inTransaction) db.exec(rollback);
        if (error instanceof FileFailure) return error.report;
        throw error;
      }
    },
    end: () => {
      if (dryRun) db.exec('ROLLBACK');
    },
  };
}
