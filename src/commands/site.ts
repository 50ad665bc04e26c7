import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { nothingYet, wholeScope } from '../store/scope.ts';
import { buildSite } from '../site/build.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { count, number } from '../render/words.ts';
import { version } from '../version.ts';
import { rememberWritten } from './into-file.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly people?: boolean;
  readonly address?: string;
}

/** `edchat site DIR` */
export function declareSite(command: Command, shell: Shell): void {
  command
    .argument('<folder>', 'the folder to build it in: an empty one, or one with a site of edchat to bring up to date')
    .option('--people', 'make a page for everybody who took part, too: only where they agreed to it')
    .option('--address <url>', 'where the site will be on the web, for its feed')
    .addHelpText(
      'after',
      '\nThe site needs no server: open index.html in its folder, or copy the folder to any web host. Nothing in it is loaded\nfrom elsewhere. Run it again after an import: only what changed is written, and what was taken out of the archive\nis taken out of the site.\n\nExamples:\n  $ edchat site Documents/iaedchat-site\n  $ edchat site public --address https://chat.example.org/archive/',
    )
    .action(async (folder: string, options: Options) => {
      await shell.reading(async ({ db, chat }) => {
        const address = webFolder(options.address);
        if (wholeScope(db, chat).sessions.length === 0) throw nothingYet(db, chat);
        const report = await withProgress(shell, (tell) =>
          buildSite(db, chat, folder, {
            people: options.people === true,
            address,
            version: version(),
            signal: shell.io.signal,
            progress: tell,
          }),
        );
        shell.note(
          `${count(report.sessions, 'session')}: ${count(report.written, 'file')} written, ${number(report.kept)} as they were, ${number(report.removed)} removed`,
        );
        return shell.print(`${resolve(folder, 'index.html')}\n`);
      });
      await rememberWritten(shell, folder, 'site');
    });
}

/** Runs a build with a spinner on a terminal. */
export async function withProgress<T>(shell: Shell, build: (tell: (done: number, all: number) => void) => Promise<T>): Promise<T> {
  const spinner = progress(lookOf(shell.io.stderr, shell.io.env), shell.io.stderr);
  try {
    return await build((done, all) => spinner.update(`Building the site: session ${number(done)} of ${number(all)}`));
  } finally {
    spinner.stop();
  }
}

// An address of a folder ends with a slash, whether it was typed or not.
function webFolder(address: string | undefined): string {
  if (address === undefined) return '';
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UserError(`"${address}" is not an address on the web: write it as https://chat.example.org/archive/`);
  return new URL(address).href.replace(/\/*$/, '/');
}
