/** `--alias`: everybody in what is written stands behind an alias. */
import { aliased } from '../keep/aliased.ts';
import { everybodyHidden } from '../store/everybody.ts';
import type { Database } from '../store/open.ts';
import { ensureSalt } from '../store/tombstones.ts';
import { existingArchive } from './open-derived.ts';
import type { Shell } from './verb.ts';

/** Hides people in what is shown, where that was asked for. */
export type Hide = <T>(view: T) => T;

/** How to hide everybody of an archive, or to leave all as it is. Keeps a salt in the archive, so that somebody has the same alias next year. */
export async function hiding(shell: Shell, alias: boolean): Promise<(db: Database) => Hide> {
  if (!alias) return () => (view) => view;
  existingArchive(await shell.archivePath());
  const salt = await shell.writing((db) => ensureSalt(db));
  return (db) => {
    const everybody = everybodyHidden(db, salt);
    return (view) => aliased(view, everybody);
  };
}
