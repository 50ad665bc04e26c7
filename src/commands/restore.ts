import type { Command } from 'commander';
import { restoreArchive } from '../keep/restore.ts';
import { restoreJson } from '../render/json-keep.ts';
import { renderRestore } from '../render/keep.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat restore FILE|FOLDER` */
export function declareRestore(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('<backup>', 'a file that edchat backup wrote, or a folder that edchat export archive wrote')
    .addHelpText(
      'after',
      `
The backup is checked first; if it is not sound, nothing is changed. The archive you have now is never deleted:
it is kept beside the new one, under a name with the date. Who was forgotten stays forgotten.

Examples:
  $ edchat restore ~/Dropbox/edchat.db
  $ edchat --db other.db restore backup.db     into another archive, to look at it`,
    )
    .action(async (backup: string, { json }: { json?: boolean }) => {
      const { io } = shell;
      const spinner = progress(lookOf(io.stderr, io.env), io.stderr);
      try {
        const report = await restoreArchive(await shell.archivePath(), backup, { now: io.now(), step: (text) => spinner.update(text) });
        spinner.stop();
        await shell.print(json ? restoreJson(report) : renderRestore(report));
      } finally {
        spinner.stop();
      }
    });
}
