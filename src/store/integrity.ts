/** Whether an archive is whole: its pages, its indexes, and what belongs together. */
import type { Database } from 'better-sqlite3';
import { type Index, INDEXES } from './search-index.ts';
import { STALE_FOR } from './stale-rows.ts';
import { isSqliteError } from './sqlite.ts';

/** More faults than this say no more. */
const ENOUGH = 20;

/** What SQLite finds wrong with the file; empty when it is whole. Faults of the full-text indexes are theirs (`indexFaults`). */
export function fileFaults(db: Database): string[] {
  return guarded(() => checked(db)).filter((fault) => !ofFullText(fault));
}

function checked(db: Database): string[] {
  const lines = db.pragma(`integrity_check(${ENOUGH})`) as { readonly integrity_check: string }[];
  return lines.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

// SQLite looks into them, too; they can be made again from the tweets.
function ofFullText(fault: string): boolean {
  return /fts5/i.test(fault);
}

/** What is wrong with the full-text indexes: entries that contradict themselves, and tweets that are not in them. Needs an archive open for writing. */
export function indexFaults(db: Database): string[] {
  return INDEXES.flatMap((index) => guarded(() => [...contradictions(db, index), ...gaps(db, index)]));
}

function contradictions(db: Database, index: string): string[] {
  db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
  return [];
}

function gaps(db: Database, index: Index): string[] {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const absent = count(
    `SELECT count(*) FROM tweets t WHERE t.context = 0 AND t.twin IS NULL AND NOT EXISTS (SELECT 1 FROM ${index}_docsize d WHERE d.id = t.n)
     AND NOT EXISTS (SELECT 1 FROM stale_rows s WHERE s.n = t.n AND ${STALE_FOR[index]})`,
  );
  const orphans = count(
    `SELECT count(*) FROM ${index}_docsize d WHERE NOT EXISTS (SELECT 1 FROM tweets t WHERE t.n = d.id AND t.context = 0 AND t.twin IS NULL)
     AND NOT EXISTS (SELECT 1 FROM stale_rows s WHERE s.n = d.id AND ${STALE_FOR[index]})`,
  );
  return [
    ...(absent > 0 ? [`${absent} tweets are not in the index ${index}`] : []),
    ...(orphans > 0 ? [`the index ${index} holds ${orphans} entries without a tweet`] : []),
  ];
}

/** What belongs together and does not: tweets that no import brought, words of imports that are gone. */
export function tieFaults(db: Database): string[] {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return guarded(() => {
    const unsaid = count('SELECT count(*) FROM tweets t WHERE NOT EXISTS (SELECT 1 FROM contributions c WHERE c.n = t.n)');
    const untold = count('SELECT count(*) FROM contributions c WHERE NOT EXISTS (SELECT 1 FROM tweets t WHERE t.n = c.n)');
    const unknown = count('SELECT count(*) FROM contributions c WHERE NOT EXISTS (SELECT 1 FROM imports i WHERE i.import = c.import)');
    return [
      ...(unsaid > 0 ? [`${unsaid} tweets belong to no import`] : []),
      ...(untold > 0 ? [`${untold} notes of imports are about tweets that are not there`] : []),
      ...(unknown > 0 ? [`${unknown} notes belong to imports that are not there`] : []),
    ];
  });
}

/** Makes the look-up tables of the file again from its rows. */
export function remakeLookUps(db: Database): void {
  db.exec('REINDEX');
}

// A damaged file stops the very look at it: that is a finding too.
function guarded(look: () => string[]): string[] {
  try {
    return look();
  } catch (error) {
    if (isSqliteError(error) && /^SQLITE_(?:CORRUPT|NOTADB|ERROR|IOERR)/.test(error.code)) return [error.message];
    throw error;
  }
}
