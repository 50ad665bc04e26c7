import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { type BackupReport, backupTarget, makeBackup, rememberBackup } from '../keep/backup.ts';
import { backupJson } from '../render/json-keep.ts';
import { renderBackup } from '../render/keep.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { openForReading } from '../store/open.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `edchat backup FILE` */
export function declareBackup(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('<file>', 'where to write it, best on another disk; in a folder it is named by the day')
    .option('--force', 'replace a file of that name')
    .addHelpText(
      'after',
      `
Everything is in it: tweets, corrections, stars, notes, tags, searches, settings. Others may use the archive
meanwhile. The copy is read again and checked before it gets its name: it is whole, or it is not there.

Examples:
  $ edchat backup E:\\edchat                    on a memory stick, as edchat-2016-04-17.db
  $ edchat backup ~/Dropbox/edchat.db --force
  $ edchat restore ~/Dropbox/edchat.db         to have it back`,
    )
    .action(async (file: string, { force = false, json }: Options) => {
      const report = await backUp(shell, file, force);
      try {
        await shell.writing((db) => rememberBackup(db, report));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        shell.note(`edchat: the backup is made, but the archive cannot remember it: ${error.message}`);
      }
      await shell.print(json ? backupJson(report) : renderBackup(report));
    });
}

async function backUp(shell: Shell, file: string, force: boolean): Promise<BackupReport> {
  const { io } = shell;
  const db = openForReading(existingArchive(await shell.archivePath()));
  const spinner = progress(lookOf(io.stderr, io.env), io.stderr);
  try {
    spinner.update('Copying the archive…');
    const now = io.now();
    return await makeBackup(db, backupTarget(file, now), { now, force });
  } finally {
    spinner.stop();
    db.close();
  }
}
