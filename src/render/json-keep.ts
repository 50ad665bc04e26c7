/**
 * What `--json` prints of keeping the archive safe (see json.ts):
 *
 *     backup   path, manifestPath, madeAt, schema, bytes, sha256, rows (by table)
 *     restore  from, madeAt, checked, aside, rows (by table)
 *     export archive   path, madeAt, schema, files: name, table, rows, bytes, sha256
 *     doctor   path, well (nothing is wrong), findings: check, verdict (good, advice, bad), says, remedy, fixable
 *     doctor --salvage   path, rows (by table), lost, pages
 *     forget   dryRun, alias, removed, copies, changed, corrections, marks, searches, files (path, what, seen), wiped
 */
import type { BackupReport } from '../keep/backup.ts';
import type { Finding } from '../keep/findings.ts';
import type { ForgetReport } from '../keep/forget.ts';
import type { SalvageReport } from '../keep/mend.ts';
import type { OpenCopyManifest } from '../keep/open-copy.ts';
import type { RestoreReport } from '../keep/restore.ts';
import { safeJson } from './json-text.ts';

/** `edchat backup --json` */
export function backupJson({ path, manifestPath, manifest: { madeAt, schema, bytes, sha256, rows } }: BackupReport): string {
  return line({ path, manifestPath, madeAt, schema, bytes, sha256, rows });
}

/** `edchat restore --json` */
export function restoreJson({ from, madeAt, checked, aside, rows }: RestoreReport): string {
  return line({ from, madeAt, checked, aside, rows });
}

/** `edchat export archive --json` */
export function openCopyJson(path: string, { madeAt, schema, files }: OpenCopyManifest): string {
  return line({ path, madeAt, schema, files });
}

/** `edchat doctor --json` */
export function findingsJson(path: string, findings: readonly Finding[]): string {
  return line({ path, well: findings.every(({ verdict }) => verdict !== 'bad'), findings });
}

/** `edchat doctor --salvage --json` */
export function salvageJson({ path, rows, lost, pages }: SalvageReport): string {
  return line({ path, rows, lost, pages });
}

/** `edchat forget --json` */
export function forgetJson(
  { removed, copies, changed, corrections, marks, searches, alias, files, wiped }: ForgetReport,
  dryRun: boolean,
): string {
  return line({
    dryRun,
    alias,
    removed,
    copies,
    changed,
    corrections,
    marks,
    searches,
    files: files.map(({ path, what, seen }) => ({ path, what, seen })),
    wiped,
  });
}

function line(value: Readonly<Record<string, unknown>>): string {
  return `${safeJson({ version: 1, ...value })}\n`;
}
