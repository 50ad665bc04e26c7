import { existsSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { restoreArchive } from '../keep/restore.ts';
import { restoreJson } from '../render/json-keep.ts';
import { renderRestore } from '../render/keep.ts';
import { openForReading } from '../store/open.ts';
import { countTruth } from '../store/truth.ts';
import type { Shell } from './verb.ts';

/** `edchat import FOLDER`, where the folder is what `edchat export archive` wrote: it becomes the archive, when there is none yet. */
export async function importOpenCopy(
  shell: Shell,
  folder: string,
  paths: readonly string[],
  { dryRun, json }: { readonly dryRun?: boolean; readonly json?: boolean },
): Promise<void> {
  if (paths.length > 1) throw new UserError(`${folder}: this is a copy of a whole archive: import it by itself`);
  const quoted = `"${folder}"`;
  if (dryRun)
    throw new UserError(
      `${folder}: this is a copy of a whole archive: there is no dry run of it. Look at it in another archive: edchat --db other.db import ${quoted}`,
    );
  const archive = await shell.archivePath();
  if (existsSync(archive) && holdsAnything(archive)) {
    throw new UserError(
      `${folder}: this is a copy of a whole archive, and your archive already holds tweets. To put it in the place of yours (which is kept beside it): edchat restore ${quoted}. To look at it: edchat --db other.db import ${quoted}`,
    );
  }
  const report = await restoreArchive(archive, folder, { now: shell.io.now() });
  await shell.print(json ? restoreJson(report) : renderRestore(report));
}

function holdsAnything(archive: string): boolean {
  const db = openForReading(archive);
  try {
    return Object.values(countTruth(db)).some((rows) => rows > 0);
  } finally {
    db.close();
  }
}
