/** A transaction over work in steps: all of it is kept or, when it fails or is stopped, nothing. */
import type { Database } from 'better-sqlite3';
import type { Steps } from '../steps.ts';

/** Keeps all of the work or nothing; within a transaction that is open, as a part of that. */
export function* inTransaction<T>(db: Database, steps: Steps<T>): Steps<T> {
  const isPart = db.inTransaction;
  db.exec(isPart ? 'SAVEPOINT steps' : 'BEGIN IMMEDIATE');
  let kept = false;
  try {
    const result = yield* steps;
    db.exec(isPart ? 'RELEASE steps' : 'COMMIT');
    kept = true;
    return result;
  } finally {
    if (!kept && db.inTransaction) db.exec(isPart ? 'ROLLBACK TO steps; RELEASE steps' : 'ROLLBACK');
  }
}
