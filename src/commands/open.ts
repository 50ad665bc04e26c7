import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { sessionPath } from '../render/site/paths.ts';
import { buildSite } from '../site/build.ts';
import { resolveWhen } from '../store/scope.ts';
import { version } from '../version.ts';
import { cacheFolder } from './archive-path.ts';
import { noSession } from './no-session.ts';
import { whenArgument, whenOf } from './options.ts';
import { withProgress } from './site.ts';
import type { Shell } from './verb.ts';

/** `edchat open [WHEN]` */
export function declareOpen(command: Command, shell: Shell): void {
  command
    .addArgument(whenArgument())
    .option('--print', 'only say where the page is')
    .addHelpText(
      'after',
      '\nThe site it shows is your own copy, in the folder where programs keep what they can make again. For one to give\nto others see: edchat site --help\n\nExamples:\n  $ edchat open\n  $ edchat open 2016-04-17',
    )
    .action((value: When | string, options: { print?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const when = whenOf(value);
        const { sessions, ...scope } = resolveWhen(db, chat, when);
        const session = sessions.at(-1);
        if (session === undefined) throw noSession(db, { ...scope, sessions }, when, 'open');
        const folder = join(cacheFolder(shell.io.env), `site-${chat.name}-${shortHash(resolve(await shell.archivePath()))}`);
        await withProgress(shell, (progress) =>
          buildSite(db, chat, folder, { people: true, address: '', version: version(), signal: shell.io.signal, progress }),
        );
        const page = join(folder, sessionPath(session));
        await shell.print(`${page}\n`);
        if (options.print !== true && hasDisplay(shell.io.env)) await show(page, shell);
      }),
    );
}

// Without a screen a browser would only fail, or start where nobody sees it.
function hasDisplay(env: Readonly<Record<string, string | undefined>>): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME']);
}

async function show(page: string, shell: Shell): Promise<void> {
  try {
    const { default: open } = await import('open');
    await open(pathToFileURL(page).href);
  } catch {
    shell.note('No browser could be started: open that file yourself.');
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
