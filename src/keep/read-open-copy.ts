/** Making an archive of an open copy. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../errors.ts';
import { rebuildAll } from '../ingest/rebuild.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { type Database, openAtSchema } from '../store/open.ts';
import { setLastNumbers, truthTables, truthWriter } from '../store/truth.ts';
import { sha256Of } from './files.ts';
import type { OpenCopyFile, OpenCopyManifest } from './open-copy.ts';

/** Makes the archive that an open copy says, in a new file; everything is checked before any of it is believed. */
export async function readOpenCopy(
  folder: string,
  manifest: OpenCopyManifest,
  path: string,
  step: (text: string) => void = () => {},
): Promise<void> {
  if (manifest.schema > SCHEMA_VERSION) {
    throw new UserError(
      `${folder}: this copy was written by a newer edchat (schema ${manifest.schema}, this one knows ${SCHEMA_VERSION}): update edchat and try again`,
    );
  }
  step('Checking the copy…');
  for (const file of manifest.files) await verify(folder, file);
  const { db, upgrade } = openAtSchema(path, manifest.schema);
  try {
    db.exec('BEGIN IMMEDIATE');
    for (const file of manifest.files) {
      step(`Reading ${file.name}…`);
      await readTable(db, folder, file);
    }
    setLastNumbers(db, manifest.sequences);
    db.exec('COMMIT');
    upgrade();
    rebuildAll(db, step);
  } finally {
    db.close();
  }
}

async function verify(folder: string, { name, sha256 }: OpenCopyFile): Promise<void> {
  const path = join(folder, name);
  if (!/^[a-z_]+\.jsonl$/.test(name))
    throw new UserError(`${folder}: its manifest names "${name}", which is no file of a copy. Nothing was read`);
  if (!existsSync(path))
    throw new UserError(`${path}: this file of the copy is missing, so nothing was read. Copy the folder again, whole`);
  if ((await sha256Of(path)) !== sha256)
    throw new UserError(`${path}: this file is not as it was written (its checksum differs), so nothing was read. Copy the folder again`);
}

async function readTable(db: Database, folder: string, { name, table }: OpenCopyFile): Promise<void> {
  const known = truthTables(db).find((one) => one.name === table);
  if (known === undefined)
    throw new UserError(`${folder}: it holds "${table}", which this edchat does not know. Update edchat and try again`);
  const write = truthWriter(db, known);
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
    line += 1;
    try {
      write(JSON.parse(text));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError)
        throw new UserError(`${join(folder, name)}: line ${line} is no row of ${table}, so nothing was read`, { cause: error });
      throw error;
    }
  }
}
