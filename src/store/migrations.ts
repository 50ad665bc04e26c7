/** Bringing an archive to the schema of this program: each step in a transaction of its own with `user_version`. */
import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { freshFile, partialName, putInPlace } from './whole-file.ts';
import { MIGRATIONS } from './schema.ts';

/** Brings an archive to the current schema, one transaction a step; refuses one that a newer edchat wrote. */
export function migrate(db: Database, steps: readonly string[] = MIGRATIONS): void {
  if (schemaVersion(db) > steps.length) {
    throw new UserError(
      `${db.name}: this archive was written by a newer edchat (schema ${schemaVersion(db)}, this one knows ${steps.length}): update edchat and try again`,
    );
  }
  for (const [version, sql] of steps.entries()) {
    if (schemaVersion(db) > version) continue;
    const work = db.transaction(() => {
      // Another process may have taken the step while this one waited.
      if (schemaVersion(db) > version) return;
      db.exec(sql);
      db.pragma(`user_version = ${version + 1}`);
    });
    work.immediate();
  }
}

/** Copies an archive that is to be upgraded, beside it: `archive.schema-1.db`; returns where, or null when it is up to date. */
export function copyBeforeUpgrade(db: Database, steps: readonly string[] = MIGRATIONS): string | null {
  const version = schemaVersion(db);
  if (version === 0 || version >= steps.length) return null;
  const name = (again: string) => `${db.name.replace(/\.db$/, '')}.schema-${version}${again}.db`;
  let copy = name('');
  for (let again = 2; existsSync(copy); again++) copy = name(`-${again}`);
  freshFile(partialName(copy));
  db.prepare('VACUUM INTO ?').run(partialName(copy));
  putInPlace(partialName(copy), copy);
  return copy;
}

/** The schema version of an archive; 0 for an empty file. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
