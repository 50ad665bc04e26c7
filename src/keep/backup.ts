/** The backup use case: a copy of the archive as it is at one moment, looked through before it gets its name. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { copyInto, openCopyAlone } from '../store/copy.ts';
import { fileFaults } from '../store/integrity.ts';
import { schemaVersion } from '../store/migrations.ts';
import type { Database } from '../store/open.ts';
import { setSetting } from '../store/settings.ts';
import { countTruth } from '../store/truth.ts';
import { noteWritten } from '../store/written.ts';
import { explainedWriting, freshFile, partialName, putInPlace, refuseExisting, sha256Of, writeWhole } from './files.ts';
import { LAST_BACKUP } from './notes.ts';

/** What stands beside a backup, and tells whether it is still the same. */
export interface BackupManifest {
  readonly format: 'edchat-backup';
  readonly version: 1;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly schema: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** A backup that was made. */
export interface BackupReport {
  readonly path: string;
  readonly manifestPath: string;
  readonly manifest: BackupManifest;
}

/** Where the manifest of a backup stands. */
function manifestPath(backup: string): string {
  return `${backup}.manifest.json`;
}

/** The file a backup goes to: in a folder it is named by the day. */
export function backupTarget(given: string, now: number): string {
  const path = resolve(given);
  return existsSync(path) && statSync(path).isDirectory() ? join(path, `edchat-${new Date(now).toISOString().slice(0, 10)}.db`) : path;
}

/** Makes a backup: whole, or none at all. Others may write to the archive meanwhile. */
export async function makeBackup(
  db: Database,
  path: string,
  { now, force }: { readonly now: number; readonly force: boolean },
): Promise<BackupReport> {
  if (path === resolve(db.name)) throw new UserError(`${path}: that is the archive itself. Choose another file, best on another disk`);
  refuseExisting(path, force);
  const partial = partialName(path);
  try {
    freshFile(partial);
    copyInto(db, partial);
    const { schema, rows } = lookedThrough(partial, path);
    const manifest = {
      format: 'edchat-backup',
      version: 1,
      madeAt: new Date(now).toISOString(),
      schema,
      bytes: statSync(partial).size,
      sha256: await sha256Of(partial),
      rows,
    } as const;
    // A manifest of an older file must never stand beside a newer one.
    rmSync(manifestPath(path), { force: true });
    putInPlace(partial, path);
    writeWhole(manifestPath(path), `${JSON.stringify(manifest, null, 2)}\n`);
    return { path, manifestPath: manifestPath(path), manifest };
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainedWriting(error, path);
  }
}

/** Keeps in the archive that a backup was made. */
export function rememberBackup(db: Database, { path, manifest }: BackupReport): void {
  const work = db.transaction(() => {
    setSetting(db, LAST_BACKUP, JSON.stringify({ path, madeAt: manifest.madeAt }));
    noteWritten(db, { path, what: 'backup', writtenAt: Date.parse(manifest.madeAt) });
  });
  work.immediate();
}

// What was written is read again before anybody relies on it.
function lookedThrough(partial: string, path: string): { schema: number; rows: Record<string, number> } {
  const copy = openCopyAlone(partial);
  try {
    // An index that is not sound is made again when it is restored.
    const faults = fileFaults(copy);
    if (faults.length > 0)
      throw new UserError(`${path}: the backup was not kept, for the copy is not sound (${faults[0]}). Run: edchat doctor`, {
        exitCode: 1,
      });
    return { schema: schemaVersion(copy), rows: countTruth(copy) };
  } finally {
    copy.close();
  }
}

/** The manifest beside a backup, or null when there is none that can be read. */
export function readManifest(backup: string): BackupManifest | null {
  const path = manifestPath(backup);
  if (!existsSync(path)) return null;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<BackupManifest> | null;
    return value?.format === 'edchat-backup' && typeof value.sha256 === 'string' ? (value as BackupManifest) : null;
  } catch {
    return null;
  }
}
