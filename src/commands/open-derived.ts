import { existsSync } from 'node:fs';
import { nothingFound } from '../errors.ts';
import { type Database, openForReading, openForWriting } from '../store/open.ts';
import { isStale } from '../store/stale.ts';

/** Opens the archive for reading. Sessions that an interrupted import left underived are derived first. */
export async function openDerived(path: string): Promise<Database> {
  const db = openForReading(existingArchive(path));
  if (!isStale(db)) return db;
  db.close();
  const writable = openForWriting(path);
  const { deriveStale } = await import('../ingest/derive-stale.ts');
  deriveStale(writable);
  return writable;
}

/** The path, when there is an archive; else the sentence that says how to begin. */
export function existingArchive(path: string): string {
  if (existsSync(path)) return path;
  throw nothingFound(`${path}: there is no archive yet. Import an export first: edchat import FILE (or try: edchat demo)`);
}
