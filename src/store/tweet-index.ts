/** Keeping the full-text index and the row numbers of tweets. */
import type { Database } from 'better-sqlite3';

/** Writes single tweets to the full-text index, in the transaction of their rows. */
export interface IndexWriter {
  readonly add: (n: bigint) => void;
  /** Must run before the row changes: the index is told what it held. */
  readonly remove: (n: bigint) => void;
}

/** Prepares the writing of the full-text index. */
export function indexWriter(db: Database): IndexWriter {
  const columns = 'text, author, tags, words, links';
  const add = db.prepare(`INSERT INTO search (rowid, ${columns}) SELECT n, ${columns} FROM search_rows WHERE n = ?`);
  const remove = db.prepare(`INSERT INTO search (search, rowid, ${columns}) SELECT 'delete', n, ${columns} FROM search_rows WHERE n = ?`);
  return { add: (n) => add.run(n), remove: (n) => remove.run(n) };
}

/** A function that gives the first free row number from one on: two id-less tweets of a minute may meet on one. */
export function freeRow(db: Database): (n: bigint) => bigint {
  const taken = db.prepare<[bigint]>('SELECT 1 FROM tweets WHERE n = ?');
  return (wanted) => {
    let n = wanted;
    while (taken.get(n) !== undefined) n += 1n;
    return n;
  };
}
