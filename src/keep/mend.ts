/** The mending use case: what is derived is made again; what is damaged is saved into a new archive. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { nothingFound, UserError } from '../errors.ts';
import { rebuildAll } from '../ingest/rebuild.ts';
import { fileFaults, remakeLookUps } from '../store/integrity.ts';
import { openAtSchema } from '../store/open.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { forOwnerAlone } from '../store/owner.ts';
import { mendTies, type Salvaged, salvageInto } from '../store/salvage.ts';
import { remakeIndexes } from '../store/search-index.ts';
import { openInTurn, type Waiting } from '../store/turns.ts';
import { noteWritten } from '../store/written.ts';
import { asideName, explainedWriting, freshFile, partialName, putInPlace, refuseExisting } from './files.ts';
import type { Finding } from './findings.ts';
import { finishWiping } from './forget.ts';

/** What was mended. */
export interface Mended {
  /** Where the archive of before is; null when nothing in it had to be changed. */
  readonly aside: string | null;
}

/** Mends what the findings say can be mended. A copy of the archive as it was is kept beside it first. */
export async function mend(
  path: string,
  findings: readonly Finding[],
  { now, waiting = {}, step = () => {} }: { readonly now: number; readonly waiting?: Waiting; readonly step?: (text: string) => void },
): Promise<Mended> {
  const wanted = new Set(findings.filter(({ fixable }) => fixable).map(({ check }) => check));
  if (wanted.has('privacy'))
    for (const ending of ['', '-wal', '-shm']) if (existsSync(`${path}${ending}`)) forOwnerAlone(`${path}${ending}`);
  if (wanted.has('wipe')) {
    const db = await openInTurn(path, waiting);
    try {
      finishWiping(db, step);
    } finally {
      db.close();
    }
  }
  const inside = ['file', 'index', 'ties'] as const;
  if (!inside.some((check) => wanted.has(check))) return { aside: null };
  const db = await openInTurn(path, waiting);
  try {
    const aside = asideName(path, 'before-fix', now);
    db.exec('BEGIN IMMEDIATE');
    // While nobody writes, file and journal are copied as they are: a copy by SQLite could stumble over what is wrong.
    keepCopy(path, aside);
    if (wanted.has('file')) remakeLookUps(db);
    if (wanted.has('ties')) mendTies(db);
    if (wanted.has('index')) remakeIndexes(db);
    noteWritten(db, { path: aside, what: 'archive kept aside', writtenAt: now });
    db.exec('COMMIT');
    rebuildAll(db, step);
    return { aside };
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.close();
  }
}

function keepCopy(path: string, aside: string): void {
  for (const ending of ['', '-wal']) {
    if (!existsSync(`${path}${ending}`)) continue;
    freshFile(`${aside}${ending}`);
    copyFileSync(`${path}${ending}`, `${aside}${ending}`);
  }
}

/** What was saved, and where it is. */
export interface SalvageReport extends Salvaged {
  readonly path: string;
}

/** Saves what can be read of a damaged archive into a new one. The damaged file is only read. */
export function salvage(
  damaged: string,
  given: string,
  { step = () => {} }: { readonly step?: (text: string) => void } = {},
): SalvageReport {
  const path = resolve(given);
  if (!existsSync(damaged)) throw new UserError(`${damaged}: no such file. Check the spelling`);
  if (path === resolve(damaged)) throw new UserError(`${path}: that is the damaged archive itself. Name a new file`);
  refuseExisting(path, false);
  const partial = partialName(path);
  try {
    for (const ending of ['', '-journal']) rmSync(`${partial}${ending}`, { force: true });
    freshFile(partial);
    const { db } = openAtSchema(partial, SCHEMA_VERSION);
    let saved: Salvaged;
    try {
      saved = salvageInto(db, damaged, (done, all) => step(`Reading the damaged file: page ${done} of ${all}…`));
      if (!Object.values(saved.rows).some((rows) => rows > 0)) {
        throw nothingFound(
          `${damaged}: nothing of an archive could be found in this file; it was left as it is. Bring a backup back: edchat restore FILE`,
        );
      }
      rebuildAll(db, step);
      const faults = fileFaults(db);
      if (faults.length > 0) throw new Error(`the salvaged archive is not sound: ${faults[0]}`);
    } finally {
      db.close();
    }
    putInPlace(partial, path);
    return { path, ...saved };
  } catch (error) {
    for (const ending of ['', '-journal']) rmSync(`${partial}${ending}`, { force: true });
    throw explainedWriting(error, path);
  }
}
