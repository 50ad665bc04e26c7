import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { instantsOf, parseWhen } from '../calendar.ts';
import { EXIT, nothingFound, UserError } from '../errors.ts';
import { forget, type ForgetReport, type ForgetTarget } from '../keep/forget.ts';
import { statusOf } from '../normalise/identity.ts';
import { renderForgotten, renderForgetPlan, renderTombstones } from '../render/forget.ts';
import { forgetJson } from '../render/json-keep.ts';
import { progress } from '../render/progress.ts';
import { lookOf } from '../render/terminal.ts';
import { type Database, openForReading } from '../store/open.ts';
import { resolveWhen } from '../store/scope.ts';
import { eachScoped } from '../store/tweet-views.ts';
import { listTombstones } from '../store/tombstones.ts';
import { chooseChat } from './choose-chat.ts';
import { existingArchive } from './open-derived.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface Options {
  readonly alias?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `edchat forget @HANDLE|ID|WHEN [WHEN]` */
export function declareForget(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[what]', 'a person (@handle), a tweet (its id or address), or a time')
    .argument('[when]', 'with a person: only their tweets of this time')
    .option('--alias', 'hide the person behind an alias, and keep the conversation')
    .option('--dry-run', 'say what would go, and change nothing')
    .option('--yes', 'do not ask')
    .option('--list', 'list when what was forgotten')
    .addHelpText(
      'after',
      `
Tweets, names, mentions by others, words passed on by others, what imports said, corrections, stars, notes and
searches: all of it goes, from the file itself, too. What is left is a mark that names nobody and keeps them out when
another export, an undo or an older backup would bring them back. Files written earlier that hold them are listed.

Examples:
  $ edchat forget @mslopez --dry-run
  $ edchat forget @mslopez
  $ edchat forget @mslopez 2016-04             only their tweets of that month
  $ edchat forget @mslopez --alias             they become @person_3f2a9c everywhere
  $ edchat forget 721852617572552704`,
    )
    .action(async (what: string | undefined, when: string | undefined, options: Options) => {
      existingArchive(await shell.archivePath());
      if (options.list) return list(shell);
      if (what === undefined)
        throw new UserError('Say whom or what: edchat forget @handle, or the id of a tweet. See: edchat forget --help');
      if (options.json && !options.yes && !options.dryRun)
        throw new UserError('With --json there is nobody to ask: add --yes, or --dry-run');
      await run(shell, what, when, options);
    });
}

async function list(shell: Shell): Promise<void> {
  const db = openForReading(await shell.archivePath());
  try {
    await shell.print(renderTombstones(listTombstones(db)));
  } finally {
    db.close();
  }
}

async function run(
  shell: Shell,
  what: string,
  when: string | undefined,
  { alias = false, dryRun = false, yes = false, json = false }: Options,
): Promise<void> {
  const { io } = shell;
  const now = io.now();
  await shell.writing(async (db) => {
    const target = targetOf(db, shell, what, when, alias);
    const spinner = progress(lookOf(io.stderr, io.env), io.stderr);
    const act = async (dry: boolean): Promise<ForgetReport> => {
      try {
        return await forget(db, target, { alias, dryRun: dry, now, step: (text) => spinner.update(text) });
      } finally {
        spinner.stop();
      }
    };
    if (dryRun || !yes) {
      const plan = await act(true);
      if (dryRun) return shell.print(json ? forgetJson(plan, true) : renderForgetPlan(plan));
      await shell.print(renderForgetPlan(plan));
      if (!(await agrees(shell))) {
        shell.note('Nothing was changed.');
        return shell.exitWith(EXIT.nothing);
      }
    }
    const report = await act(false);
    await shell.print(json ? forgetJson(report, false) : renderForgotten(report));
  });
}

async function agrees({ io }: Shell): Promise<boolean> {
  if (!('isTTY' in io.stdin) || io.stdin.isTTY !== true)
    throw new UserError('This cannot be undone, and nobody is there to be asked: add --yes, or look first with --dry-run');
  // Of what is no terminal, it only ever writes to it.
  const ask = createInterface({ input: io.stdin, output: io.stderr as NodeJS.WriteStream });
  try {
    return /^y(?:es)?$/i.test((await ask.question('This cannot be undone. Go on? (yes or no) ')).trim());
  } finally {
    ask.close();
  }
}

function targetOf(db: Database, shell: Shell, what: string, when: string | undefined, alias: boolean): ForgetTarget {
  const id = statusOf(what)?.id ?? (/^\d{5,19}$/.test(what) || /^(?:note|mastodon|bluesky|other):/.test(what) ? what : null);
  if (what.startsWith('@') && what.length > 1) {
    if (when !== undefined && alias) throw new UserError('A person is hidden altogether or not at all: leave the time out with --alias');
    return { kind: 'person', handle: what.slice(1), ...timeOf(db, shell, when) };
  }
  if (alias) throw new UserError(`--alias hides a person: write @${what}`);
  if (id !== null) return { kind: 'tweet', key: id };
  if (!/^\d{4}|^latest$/.test(what)) throw new UserError(`"${what}" is no tweet and no time. If you mean a person, write @${what}`);
  const scope = resolveWhen(db, chooseChat(db, shell.chatOption()), parseWhen(what));
  const keys = Array.from(eachScoped(db, scope), ({ tweet }) => tweet.key);
  if (keys.length === 0) throw nothingFound(`Nothing of ${scope.chat.title} in ${scope.label}: there is nothing to forget`);
  return { kind: 'time', keys };
}

function timeOf(db: Database, shell: Shell, when: string | undefined): { from: number | null; until: number | null } {
  if (when === undefined) return { from: null, until: null };
  const chat = chooseChat(db, shell.chatOption());
  return instantsOf(resolveWhen(db, chat, parseWhen(when)).range, chat.zone);
}
