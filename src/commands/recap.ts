import { type Command, Option } from 'commander';
import type { When } from '../calendar.ts';
import { aliases, withAliases } from '../recap/alias.ts';
import { recapView } from '../recap/recap.ts';
import { type Length, LENGTHS, type RecapView } from '../recap-views.ts';
import { resolveWhen } from '../store/scope.ts';
import { ensureSalt } from '../store/tombstones.ts';
import { intoFile, rememberWritten } from './into-file.ts';
import { noSession } from './no-session.ts';
import { whenArgument, whenOf } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly format: 'markdown' | 'html';
  readonly length: Length;
  readonly alias?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** `edchat recap [WHEN]` */
export function declareRecap(command: Command, shell: Shell): void {
  command
    .addArgument(whenArgument())
    .addOption(new Option('--format <format>', 'the form to write').choices(['markdown', 'html']).default('markdown'))
    .addOption(new Option('--length <length>', 'how much to tell').choices(LENGTHS).default('normal'))
    .option('--alias', 'hide names behind aliases that stay the same every week')
    .option('--out <file>', 'write to this file instead of the screen')
    .option('--force', 'write over the file of --out')
    .addHelpText(
      'after',
      '\nHow the best answers are chosen is written down in docs/recap.md.\n\nExamples:\n  $ edchat recap\n  $ edchat recap 2016-04-17 --length full --out recap.md\n  $ edchat recap --format html --alias --out recap.html',
    )
    .action(async (value: When | string, options: Options) => {
      const recaps = await read(shell, whenOf(value), options);
      const text = options.format === 'html' ? await page(recaps) : await markdown(recaps);
      if (options.out === undefined) return shell.print(text);
      await intoFile(options.out, options.force === true, (write) => write(text));
      await rememberWritten(shell, options.out, 'recap');
      return shell.note(`Wrote ${options.out}`);
    });
}

async function read(shell: Shell, when: When, { length, alias }: Options): Promise<readonly RecapView[]> {
  const recaps = await shell.reading(({ db, chat }) => {
    const scope = resolveWhen(db, chat, when);
    const views = scope.sessions.flatMap((session) => recapView(db, scope, session, length) ?? []);
    if (views.length === 0) throw noSession(db, scope, when, 'recap');
    return views;
  });
  if (!alias) return recaps;
  const hidden = aliases(await shell.writing(ensureSalt));
  return recaps.map((recap) => withAliases(recap, hidden));
}

async function page(recaps: readonly RecapView[]): Promise<string> {
  return (await import('../render/html/recap.ts')).recapPage(recaps);
}

async function markdown(recaps: readonly RecapView[]): Promise<string> {
  const { recapMarkdown } = await import('../render/markdown/recap.ts');
  return recaps.map(recapMarkdown).join('\n');
}
