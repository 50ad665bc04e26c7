import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, UserError } from '../errors.ts';
import type { ImportReport } from '../ingest/report.ts';
import { runImport } from '../ingest/run.ts';
import { importerList } from '../ingest/formats.ts';
import { renderImportReport } from '../render/import-report.ts';
import { importJson } from '../render/json.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { count, number } from '../render/words.ts';
import { busiestChat, listChats } from '../store/chats.ts';
import { type Database, openInMemory } from '../store/open.ts';
import { openCopyManifest } from '../keep/open-copy.ts';
import { getSetting, setSetting } from '../store/settings.ts';
import { findChat } from './choose-chat.ts';
import { addHintOptions, type HintOptions, hintsFrom } from './import-hints.ts';
import { importOpenCopy } from './import-open-copy.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface Options extends HintOptions {
  readonly dryRun?: boolean;
  readonly includePrivate?: boolean;
  readonly format?: string;
  readonly inbox?: string;
  readonly json?: boolean;
}

/** `edchat import PATH…` */
export function declareImport(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[paths...]', 'files, folders, .zip and .gz archives; - is standard input; none is the inbox folder')
    .option('--dry-run', 'say what would come in, and change nothing')
    .option('--include-private', 'keep posts for followers only and of protected accounts, too')
    .option('--format <name>', 'read as this format instead of recognising it')
    .option('--inbox <folder>', 'remember this folder: it is read from now on when no path is named')
    .addHelpText('after', () => help());
  addHintOptions(command).action(async (paths: string[], options: Options) => {
    const copy = paths.find((path) => openCopyManifest(path) !== null);
    if (copy !== undefined) return importOpenCopy(shell, copy, paths, options);
    const { report, nameChat } = await importInto(shell, paths, options);
    shell.exitWith(exitCodeOf(report));
    if (options.json) return shell.print(importJson(report));
    const failures = report.files.flatMap(({ error }) => error ?? []);
    // Where nothing could be read there is nothing to report but why.
    if (failures.length === report.files.length && failures.length > 0)
      return failures.forEach((failure) => shell.note(`edchat: ${failure}`));
    return shell.print(renderImportReport(report, shell.look, { nameChat }));
  });
}

function help(): string {
  const formats = importerList().map(({ name, title }) => `  ${name.padEnd(26)}${title}`);
  return `
Formats, recognised by their content:
${formats.join('\n')}

Examples:
  $ edchat import Downloads/twitter-2016.zip
  $ edchat import exports/ --dry-run
  $ edchat --chat ngsschat import transcript.csv     all of it belongs to #NGSSchat, hashtag or not

Importing a file again adds nothing and harms nothing.`;
}

interface Outcome {
  readonly report: ImportReport;
  /** Whether the chat must be named in what to type next: it is not the one commands take by themselves. */
  readonly nameChat: boolean;
}

async function importInto(shell: Shell, paths: readonly string[], options: Options): Promise<Outcome> {
  const archive = await shell.archivePath();
  // A dry run must not leave an archive behind where there was none.
  if (!options.dryRun || existsSync(archive)) return shell.writing((db) => importWith(shell, db, paths, options));
  const db = openInMemory();
  try {
    return await importWith(shell, db, paths, options);
  } finally {
    db.close();
  }
}

async function importWith(shell: Shell, db: Database, paths: readonly string[], options: Options): Promise<Outcome> {
  const named = shell.chatOption();
  const { io } = shell;
  const spinner = progress(lookOf(io.stderr, io.env), io.stderr);
  try {
    const report = await runImport(
      db,
      paths.length > 0 ? paths : [inboxOf(db, options)],
      {
        chat: named === null ? null : findChat(listChats(db), named).name,
        format: options.format ?? null,
        dryRun: options.dryRun ?? false,
        includePrivate: options.includePrivate ?? false,
        hints: hintsFrom(options),
        now: io.now(),
        stdin: io.stdin,
        signal: io.signal,
      },
      {
        waiting: shell.waiting.onWait,
        reading: (path, records) => spinner.update(`${path}: ${count(records, 'tweet')}`),
        deriving: {
          weeks: (done, all) => spinner.update(`Finding sessions and questions: week ${done} of ${all}`),
          rows: (done, all) => spinner.update(`Making it searchable: ${number(done)} of ${count(all, 'tweet')}`),
        },
      },
    );
    return { report, nameChat: report.chat !== busiestChat(db) };
  } finally {
    spinner.stop();
  }
}

// The folder that `import` reads when it is given no path.
function inboxOf(db: Database, { inbox: chosen, dryRun }: Options): string {
  if (chosen !== undefined && !dryRun) setSetting(db, 'inbox', resolve(chosen));
  const inbox = chosen ?? getSetting(db, 'inbox');
  if (inbox !== null) return inbox;
  throw new UserError(
    'Nothing to import: name a file or folder, such as edchat import Downloads/tags.csv, or choose a folder once with edchat import --inbox FOLDER',
  );
}

function exitCodeOf({ files, interrupted }: ImportReport): number {
  if (interrupted) return EXIT.interrupted;
  const missing =
    files.length > 0 && files.every(({ error, path }) => error !== null && !existsSync(path) && path !== '-' && !path.includes(' > '));
  if (missing) return EXIT.usage;
  const failed = files.some(({ error, rejected }) => error !== null || rejected.some(({ onPurpose }) => onPurpose !== true));
  return failed ? EXIT.nothing : EXIT.done;
}
