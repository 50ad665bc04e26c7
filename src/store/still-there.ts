/** Whether what is written still goes to where the archive is: a disk may be pulled out, a folder moved, while a file is open. */
import { type BigIntStats, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { UserError } from '../errors.ts';

/** Notes which file an open archive is; what is returned throws when another or none has its name by then. */
export function stillThere(db: Database): () => void {
  const before = db.memory ? null : found(db.name);
  return () => {
    if (before === null) return;
    const now = found(db.name);
    if (now !== null && now.ino === before.ino && now.dev === before.dev) return;
    throw new UserError(
      `${db.name}: the archive was moved or removed, or its disk went away, while edchat was writing to it. What was being written is not kept there: bring the archive back and run the same again`,
    );
  };
}

function found(path: string): BigIntStats | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}
