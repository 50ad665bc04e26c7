/** What keeping the archive safe came to: backups, copies, restores. */
import type { BackupReport } from '../keep/backup.ts';
import type { OpenCopyManifest } from '../keep/open-copy.ts';
import type { RestoreReport } from '../keep/restore.ts';
import { harmless } from './safe.ts';
import { count, list } from './words.ts';

/** What a backup holds, and where it is. */
export function renderBackup({ path, manifestPath, manifest }: BackupReport): string {
  return [
    `Backed up to ${harmless(path)}: ${holdings(manifest.rows)}.`,
    `  Read again after writing, and sound. Its checksum is in ${harmless(manifestPath)}: keep the two together.`,
    `  To have it back: edchat restore "${harmless(path)}"`,
    '',
  ].join('\n');
}

/** What an open copy holds, and where it is. */
export function renderOpenCopy(folder: string, manifest: OpenCopyManifest): string {
  const rows = Object.fromEntries(manifest.files.map((file) => [file.table, file.rows]));
  return [
    `Written to ${harmless(folder)}: ${holdings(rows)}, in ${count(manifest.files.length, 'file')} of JSON Lines with their checksums.`,
    `  To have it back: edchat restore "${harmless(folder)}"`,
    '',
  ].join('\n');
}

/** What was restored, and where the archive of before is. */
export function renderRestore({ from, madeAt, checked, aside, rows }: RestoreReport): string {
  return [
    `Restored from ${harmless(from)}${madeAt === null ? '' : `, made ${madeAt.slice(0, 16).replace('T', ' ')} UTC`}: ${holdings(rows)}.`,
    checked
      ? '  It is what was written, by its checksum, and sound.'
      : '  It is sound; no checksum beside it tells whether it is complete.',
    ...(aside === null ? [] : [`  The archive of before is kept: ${harmless(aside)}`]),
    '',
  ].join('\n');
}

const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  tweets: ['tweet', 'tweets'],
  imports: ['import', 'imports'],
  corrections: ['correction', 'corrections'],
  marks: ['star, note or tag', 'stars, notes and tags'],
  saved_searches: ['saved search', 'saved searches'],
  chats: ['chat of your own', 'chats of your own'],
};

/** Rows by table in words: `1,200 tweets, 3 imports and 1 correction`. */
export function holdings(rows: Readonly<Record<string, number>>): string {
  const parts = Object.entries(NOUNS).flatMap(([table, [one, many]]) => {
    const held = rows[table] ?? 0;
    return held > 0 || table === 'tweets' ? [count(held, one, many)] : [];
  });
  return list(parts);
}
