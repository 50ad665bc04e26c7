import type { Command } from 'commander';
import { listRuns, undoRun } from '../ingest/undo-run.ts';
import { undoJson } from '../render/json.ts';
import { renderRuns, renderUndo } from '../render/undo.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption, positive } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly list?: boolean;
}

/** `edchat undo [RUN]` */
export function declareUndo(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[run]', 'the number of a run of imports (default: the last)', positive)
    .option('--list', 'list the runs, and take nothing back')
    .addHelpText(
      'after',
      `
The archive is then as if that run had never been: tweets that only it had are gone, the others say again
what the other exports say of them. The files themselves are not touched; import them again at any time.

Examples:
  $ edchat undo
  $ edchat undo --list
  $ edchat undo 3`,
    )
    .action(async (run: number | undefined, options: Options) => {
      existingArchive(await shell.archivePath());
      await shell.writing(async (db) => {
        if (options.list) return shell.print(renderRuns(listRuns(db), shell.look));
        const report = await undoRun(db, run ?? null, shell.io.signal);
        return shell.print(options.json ? undoJson(report) : renderUndo(report));
      });
    });
}
