import type { Command } from 'commander';
import { EXIT } from '../errors.ts';
import { examine } from '../keep/doctor.ts';
import { renderFindings, renderMended, renderSalvage } from '../render/doctor.ts';
import { findingsJson, salvageJson } from '../render/json-keep.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly fix?: boolean;
  readonly salvage?: string;
  readonly from?: string;
  readonly json?: boolean;
}

/** `edchat doctor` */
export function declareDoctor(command: Command, shell: Shell): void {
  jsonOption(command)
    .option('--fix', 'mend what can be made again; the archive of before is kept beside it')
    .option('--salvage <new-file>', 'save what can be read of a damaged archive into a new one')
    .option('--from <file>', 'with --salvage: the damaged file (default: the archive)')
    .addHelpText(
      'after',
      `
Looks at every page of the file, the full-text indexes, what belongs together, missing weeks, short links, the age
of the last backup, the room on the disk, the settings, and who may read the archive. Exit code 0: nothing is wrong.
Exit code 1: something is, and it says what to do. A damaged file is only ever read.

Examples:
  $ edchat doctor
  $ edchat doctor --fix
  $ edchat doctor --salvage saved.db           then: edchat restore saved.db`,
    )
    .action((options: Options) => (options.salvage === undefined ? look(shell, options) : save(shell, options.salvage, options)));
}

async function look(shell: Shell, { fix = false, json = false }: Options): Promise<void> {
  const path = existingArchive(await shell.archivePath());
  const now = shell.io.now();
  await withSteps(shell, async (step) => {
    let findings = await examine(path, { now, waiting: shell.waiting, step });
    if (fix && findings.some(({ fixable }) => fixable)) {
      const { mend } = await import('../keep/mend.ts');
      const mended = await mend(path, findings, { now, waiting: shell.waiting, step });
      if (!json) await shell.print(renderMended(mended));
      findings = await examine(path, { now, waiting: shell.waiting, step });
    }
    step(null);
    if (findings.some(({ verdict }) => verdict === 'bad')) shell.exitWith(EXIT.nothing);
    await shell.print(json ? findingsJson(path, findings) : renderFindings(path, findings, shell.look));
  });
}

async function save(shell: Shell, target: string, { from, json }: Options): Promise<void> {
  const damaged = from ?? existingArchive(await shell.archivePath());
  await withSteps(shell, async (step) => {
    const { salvage } = await import('../keep/mend.ts');
    const report = salvage(damaged, target, { step });
    step(null);
    await shell.print(json ? salvageJson(report) : renderSalvage(report));
  });
}

type Step = (text: string | null) => void;

async function withSteps(shell: Shell, work: (step: Step) => Promise<void>): Promise<void> {
  const { io } = shell;
  const spinner = progress(lookOf(io.stderr, io.env), io.stderr);
  try {
    await work((text) => (text === null ? spinner.stop() : spinner.update(text)));
  } finally {
    spinner.stop();
  }
}
