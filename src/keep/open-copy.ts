/**
 * The open copy of an archive: a folder that any program can read, in fifty years, too. One JSON Lines file for each table of
 * truth, a row a line, and a manifest:
 *
 *     manifest.json {"format":"edchat-archive","version":1,"madeAt","schema","sequences":{table: last number},
 *                    "files":[{"name","table","rows","bytes","sha256"}]}
 *
 * Integers beyond 2^53, and references to tweets, are text. Derived tables are left out: they are made again.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { schemaVersion } from '../store/migrations.ts';
import type { Database } from '../store/open.ts';
import { lastNumbers, truthRows, type TruthTable, truthTables } from '../store/truth.ts';
import { explainedWriting, partialName, putInPlace, writeWhole } from './files.ts';

/** One file of an open copy. */
export interface OpenCopyFile {
  readonly name: string;
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What an open copy says of itself. */
export interface OpenCopyManifest {
  readonly format: 'edchat-archive';
  readonly version: 1;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly schema: number;
  /** The last number given in tables whose numbers are never used again. */
  readonly sequences: Readonly<Record<string, number>>;
  readonly files: readonly OpenCopyFile[];
}

const MANIFEST = 'manifest.json';
/** Bytes gathered before they are written. */
const CHUNK = 1 << 20;

/** Writes an open copy into a folder: whole, or none at all. A folder that holds anything is refused; with `force` an older open copy is replaced. */
export function writeOpenCopy(
  db: Database,
  folder: string,
  { now, force, progress = () => {} }: { readonly now: number; readonly force: boolean; readonly progress?: (table: string) => void },
): OpenCopyManifest {
  refuseFull(folder, force);
  const partial = partialName(folder);
  try {
    removeOurs(partial);
    mkdirSync(partial, { mode: 0o700 });
    // In one transaction, so that all files are of one moment.
    const manifest = db.transaction(() => ({
      format: 'edchat-archive' as const,
      version: 1 as const,
      madeAt: new Date(now).toISOString(),
      schema: schemaVersion(db),
      sequences: lastNumbers(db),
      files: truthTables(db).map((table) => {
        progress(table.name);
        return writeTable(db, table, partial);
      }),
    }))();
    writeWhole(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    replaceFolder(partial, folder);
    return manifest;
  } catch (error) {
    removeOurs(partial);
    throw explainedWriting(error, folder);
  }
}

/** The manifest of a folder that is an open copy; null for any other path. */
export function openCopyManifest(folder: string): OpenCopyManifest | null {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return null;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<OpenCopyManifest> | null;
    return value?.format === 'edchat-archive' && Array.isArray(value.files) ? (value as OpenCopyManifest) : null;
  } catch {
    return null;
  }
}

function writeTable(db: Database, table: TruthTable, folder: string): OpenCopyFile {
  const name = `${table.name}.jsonl`;
  const file = openSync(join(folder, name), 'wx', 0o600);
  const hash = createHash('sha256');
  let [rows, bytes, waiting] = [0, 0, ''];
  const flush = () => {
    const chunk = Buffer.from(waiting);
    for (let done = 0; done < chunk.length;) done += writeSync(file, chunk, done);
    hash.update(chunk);
    bytes += chunk.length;
    waiting = '';
  };
  try {
    for (const row of truthRows(db, table)) {
      waiting += `${jsonLine(row)}\n`;
      rows += 1;
      if (waiting.length > CHUNK) flush();
    }
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { name, table: table.name, rows, bytes, sha256: hash.digest('hex') };
}

// Two characters that JSON leaves as they are end a line for some readers of lines, ours among them.
function jsonLine(row: unknown): string {
  return JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function refuseFull(folder: string, force: boolean): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UserError(`${folder}: that is a file; an open copy is a folder. Choose another name`);
  const isEmpty = readdirSync(folder).length === 0;
  if (isEmpty || (force && openCopyManifest(folder) !== null)) return;
  throw new UserError(
    force
      ? `${folder}: it holds other things than a copy of an archive, so it was left as it is. Choose another folder`
      : `${folder}: the folder is not empty, and was left as it is. Choose another one, or replace an older copy with --force`,
  );
}

function replaceFolder(partial: string, folder: string): void {
  const old = `${folder}.old`;
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  else if (existsSync(folder)) {
    removeOurs(old);
    renameSync(folder, old);
  }
  putInPlace(partial, folder);
  removeOurs(old);
}

// Only what edchat writes is ever taken away.
function removeOurs(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/^(?:[a-z_]+\.jsonl|manifest\.json(?:\.partial)?)$/.test(name)) rmSync(join(folder, name));
  if (readdirSync(folder).length > 0) throw new UserError(`${folder}: something is in the way there. Take it away, or choose another name`);
  rmdirSync(folder);
}
