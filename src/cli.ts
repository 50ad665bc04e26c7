/** Builds the program from commands/ and runs it: the only place that catches, and that knows exit codes. */
import { Command, CommanderError } from 'commander';
import { verbs } from './commands/index.ts';
import { makeShell } from './commands/shell.ts';
import type { Io, Shell, Verb } from './commands/verb.ts';
import { EXIT, isBrokenPipe, UserError } from './errors.ts';
import { version } from './version.ts';

/** Runs one command line (without node and script) and returns its exit code. Expected failures end here as one sentence. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('edchat');
  const shell = makeShell(io, program, {
    exitWith: (wanted) => (code = wanted),
    runAgain: (words) => run(words, io),
  });
  declareProgram(program, shell, io, argv);
  try {
    await program.parseAsync(argumentsFor(argv), { from: 'user' });
    return code;
  } catch (error) {
    return await explain(error, io);
  }
}

function declareProgram(program: Command, shell: Shell, io: Io, argv: readonly string[]): void {
  const declared = verbsFor(argv);
  program
    .description(
      'Keeps the memory of Twitter education chats: reads every export into one archive on your machine\nand gives it back by week, topic, thread and link.',
    )
    .version(version(), '-V, --version', 'print the version')
    .option('--db <file>', 'the archive to use (default: $EDCHAT_DB, else archive.db in your data folder)')
    .option('--chat <name>', 'the chat to use (default: the one the archive holds most of)')
    .option('--no-pager', 'never show long results page by page (default: with $PAGER, else less, on a terminal)')
    .helpOption('-h, --help', 'show help')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => shell.look.width,
    })
    .exitOverride()
    .addHelpText('after', OVERVIEW);
  const byName = new Map(declared.map((verb) => [verb.name, verb]));
  for (const { name, summary } of declared) program.command(name).description(summary);
  // The code of a command is loaded only when it is the one that was asked for.
  program.hook('preSubcommand', async (_program, command) =>
    (await byName.get(command.name())?.load(argv.slice(verbIn(argv) + 1)))?.(command, shell),
  );
}

const OVERVIEW = `
Examples:
  $ edchat import Downloads/tags-export.csv     read an export
  $ edchat week                                 the latest session
  $ edchat search "growth mindset" from:mslopez
  $ edchat links 2016-04 --markdown             a month's links, for a blog
  $ edchat help search                          more about one command

WHEN is latest (the default), a date (2016-04-17), a week (2016-W15), a month, a year, or a range (2016-04..2016-06).`;

// The command that is named, alone; of any other word all of them make the overview or the suggestion.
function verbsFor(argv: readonly string[]): readonly Verb[] {
  const named = verbs.find(({ name }) => name === argv[verbIn(argv)]);
  return named === undefined ? verbs : [named];
}

function verbIn(argv: readonly string[]): number {
  return argv.findIndex((word, index) => !word.startsWith('-') && !/^--(?:db|chat)$/.test(argv[index - 1] ?? ''));
}

// A dash before a word of a search means "without", not an option: ~ says the same and no option begins with it.
function argumentsFor(argv: readonly string[]): string[] {
  const verb = verbIn(argv);
  if (argv[verb] !== 'search') return [...argv];
  return argv.map((word, index) => (index > verb && /^-[^-\s]/.test(word) && word !== '-h' ? `~${word.slice(1)}` : word));
}

async function explain(error: unknown, io: Io): Promise<number> {
  if (error instanceof CommanderError) return /^commander\.(?:help|helpDisplayed|version)$/.test(error.code) ? EXIT.done : EXIT.usage;
  if (error instanceof UserError) {
    io.stderr.write(`edchat: ${error.message}\n`);
    return error.exitCode;
  }
  if (isBrokenPipe(error)) return EXIT.done;
  const failure = await failureOfDisk(error);
  if (failure !== null) {
    io.stderr.write(`edchat: ${failure}\n`);
    return EXIT.usage;
  }
  // Not expected: a bug. Its message is kept, its stack only for those who ask.
  const bug = error instanceof Error ? error : new Error(String(error));
  io.stderr.write(
    `edchat: something went wrong that should not have: ${bug.message}\nNothing in the archive was lost. Run again with EDCHAT_DEBUG=1 for details to report.\n`,
  );
  if (io.env['EDCHAT_DEBUG']) io.stderr.write(`${bug.stack ?? ''}\n`);
  return EXIT.nothing;
}

// What a disk did to us, in a sentence; null for a bug.
async function failureOfDisk(error: unknown): Promise<string | null> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:ENOSPC|EDQUOT)$/.test(code)) return 'the disk is full; nothing in the archive was lost. Make room and try again';
  // Loaded only when something went wrong.
  return code.startsWith('SQLITE') ? (await import('./store/open.ts')).storeFailure(error) : null;
}
