import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeOpenCopy } from '../keep/open-copy.ts';
import { openCopyJson } from '../render/json-keep.ts';
import { renderOpenCopy } from '../render/keep.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { noteWritten } from '../store/written.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat export archive FOLDER` */
export function declareExportArchive(command: Command, shell: Shell): void {
  jsonOption(command.command('archive <folder>'))
    .description('everything, as JSON Lines with checksums: any program can read it')
    .option('--force', 'replace an older copy in that folder')
    .addHelpText(
      'after',
      `
A file for each table: tweets, what each import said of them, corrections, stars, notes, tags, searches, chats,
settings, and whom you forgot. edchat restore FOLDER, or edchat import FOLDER into an empty archive, gives the same
archive again.

Example:
  $ edchat export archive ~/edchat-open-copy`,
    )
    .action(async (given: string, { force = false, json }: { force?: boolean; json?: boolean }) => {
      const { io } = shell;
      existingArchive(await shell.archivePath());
      const folder = resolve(given);
      const spinner = progress(lookOf(io.stderr, io.env), io.stderr);
      try {
        const manifest = await shell.writing((db) => {
          const now = io.now();
          const written = writeOpenCopy(db, folder, { now, force, progress: (table) => spinner.update(`Writing ${table}…`) });
          noteWritten(db, { path: folder, what: 'open copy of the archive', writtenAt: now });
          return written;
        });
        spinner.stop();
        await shell.print(json ? openCopyJson(folder, manifest) : renderOpenCopy(folder, manifest));
      } finally {
        spinner.stop();
      }
    });
}
