/** The restore use case: a backup, or an open copy, takes the place of the archive; what was there is kept beside it. */
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { rebuildAll } from '../ingest/rebuild.ts';
import { kindOfFile, openCopyAlone } from '../store/copy.ts';
import { fileFaults, indexFaults } from '../store/integrity.ts';
import { migrate } from '../store/migrations.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { type Database, openForReading } from '../store/open.ts';
import { remakeIndexes } from '../store/search-index.ts';
import { setSetting } from '../store/settings.ts';
import { countTruth } from '../store/truth.ts';
import { adoptTombstones } from '../store/tombstones.ts';
import { listWritten, noteWritten } from '../store/written.ts';
import { readManifest } from './backup.ts';
import { sweepAgain } from './forget.ts';
import { asideName, explainedWriting, freshFile, sha256Of } from './files.ts';
import { LAST_BACKUP } from './notes.ts';
import { openCopyManifest } from './open-copy.ts';
import { readOpenCopy } from './read-open-copy.ts';
import { swapIn } from './swap.ts';

/** What was restored. */
export interface RestoreReport {
  readonly from: string;
  /** When the copy was made, ISO 8601; null when nothing beside it says. */
  readonly madeAt: string | null;
  /** Whether a checksum was there to compare with. */
  readonly checked: boolean;
  /** Where the archive of before is now; null when there was none. */
  readonly aside: string | null;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What restoring takes. */
export interface RestoreOptions {
  /** UTC, milliseconds. */
  readonly now: number;
  readonly step?: (text: string) => void;
}

/** Restores the archive at a path from a backup file or an open copy. Nothing is changed unless the copy is sound. */
export async function restoreArchive(archive: string, given: string, { now, step = () => {} }: RestoreOptions): Promise<RestoreReport> {
  const from = resolve(given);
  if (!existsSync(from)) throw new UserError(`${given}: no such file or folder. Check the spelling`);
  if (from === resolve(archive)) throw new UserError(`${given}: that is the archive itself: there is nothing to restore`);
  const incoming = `${archive}.incoming`;
  const aside = existsSync(archive) ? asideName(archive, 'before-restore', now) : null;
  try {
    mkdirSync(dirname(archive), { recursive: true, mode: 0o700 });
    clear(incoming);
    freshFile(incoming);
    const { madeAt, checked } = await bring(from, incoming, step);
    const db = openCopyAlone(incoming);
    let rows: Record<string, number>;
    try {
      if (aside !== null) keepForgotten(db, archive, step);
      rows = countTruth(db);
      remember(db, { from, madeAt, aside, now });
    } finally {
      db.close();
    }
    swapIn(incoming, archive, aside ?? '');
    return { from, madeAt, checked, aside, rows };
  } catch (error) {
    clear(incoming);
    throw explainedWriting(error, archive);
  }
}

function clear(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}

interface Brought {
  readonly madeAt: string | null;
  readonly checked: boolean;
}

async function bring(from: string, incoming: string, step: (text: string) => void): Promise<Brought> {
  if (!statSync(from).isDirectory()) return bringFile(from, incoming, step);
  const manifest = openCopyManifest(from);
  if (manifest === null)
    throw new UserError(
      `${from}: this folder is no copy of an archive: it has no manifest.json of edchat's. To read exports, use: edchat import`,
    );
  await readOpenCopy(from, manifest, incoming, step);
  return { madeAt: manifest.madeAt, checked: true };
}

async function bringFile(from: string, incoming: string, step: (text: string) => void): Promise<Brought> {
  const manifest = readManifest(from);
  step('Checking the backup…');
  if (manifest !== null && (await sha256Of(from)) !== manifest.sha256) {
    throw new UserError(
      `${from}: the backup is not as it was written (its checksum differs), so nothing was changed. Take another backup, or see what can be saved: edchat doctor --salvage NEW --from "${from}"`,
    );
  }
  const kind = kindOfFile(from);
  if (kind.kind === 'newer')
    throw new UserError(
      `${from}: this backup was written by a newer edchat (schema ${kind.schema}, this one knows ${SCHEMA_VERSION}): update edchat and try again`,
    );
  if (kind.kind !== 'archive')
    throw new UserError(
      `${from}: this is no backup of an edchat archive${kind.kind === 'damaged' ? ', or it is damaged' : ''}; nothing was changed`,
    );
  copyFileSync(from, incoming);
  // A copy of a living archive may have its latest words beside it.
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${incoming}-wal`);
  const db = openCopyAlone(incoming);
  try {
    const faults = fileFaults(db);
    if (faults.length > 0)
      throw new UserError(
        `${from}: the backup is damaged (${faults[0]}), so nothing was changed. See what can be saved: edchat doctor --salvage NEW --from "${from}"`,
      );
    migrate(db);
    if (indexFaults(db).length > 0) {
      remakeIndexes(db);
      rebuildAll(db, step);
    }
  } finally {
    db.close();
  }
  return { madeAt: manifest?.madeAt ?? null, checked: manifest !== null };
}

// Who was forgotten since the copy was made must not come back with it; nor may it be forgotten where copies were written.
function keepForgotten(db: Database, archive: string, step: (text: string) => void): void {
  if (kindOfFile(archive).kind !== 'archive') return;
  const present = openForReading(archive);
  try {
    const adopted = db.transaction(() => {
      for (const file of listWritten(present)) noteWritten(db, file);
      return adoptTombstones(db, present);
    })();
    if (adopted > 0) sweepAgain(db, step);
  } finally {
    present.close();
  }
}

function remember(
  db: Database,
  { from, madeAt, aside, now }: { from: string; madeAt: string | null; aside: string | null; now: number },
): void {
  const work = db.transaction(() => {
    if (madeAt !== null) setSetting(db, LAST_BACKUP, JSON.stringify({ path: from, madeAt }));
    if (aside !== null) noteWritten(db, { path: aside, what: 'archive kept aside', writtenAt: now });
  });
  work.immediate();
}
