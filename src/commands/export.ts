import { type Command, Option } from 'commander';
import type { When } from '../calendar.ts';
import { nothingFound, UserError } from '../errors.ts';
import { tweetsCsv } from '../render/csv.ts';
import { type ExportedTweet, sessionLine, tweetLine } from '../render/jsonl.ts';
import { tweetsMarkdown, weekMarkdown } from '../render/markdown.ts';
import type { Database } from '../store/open.ts';
import { resolveWhen, type Scope, wholeScope } from '../store/scope.ts';
import { sessionView } from '../store/session-in-full.ts';
import { eachScoped, scopedTweets } from '../store/tweet-views.ts';
import { declareExportArchive } from './export-archive.ts';
import { declareExportLinks } from './export-links.ts';
import { exporter } from './exported-tweets.ts';
import { type Hide, hiding } from './hiding.ts';
import { intoFile, rememberWritten, type Write } from './into-file.ts';
import { whenArgument, whenOf } from './options.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly format: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly alias?: boolean;
}

type Writer = (desk: Desk & { readonly hide: Hide }, scope: Scope, write: Write) => Promise<void>;

/** `edchat export tweets|links|week|archive` */
export function declareExport(command: Command, shell: Shell): void {
  command.addHelpText(
    'after',
    '\nExamples:\n  $ edchat export tweets --format jsonl > tweets.jsonl\n  $ edchat export links 2016-04 --format markdown\n  $ edchat export week --format html --out week.html',
  );
  declareExportLinks(command.command('links').description('the shared links: for a blog, a spreadsheet, a browser, a bibliography'), shell);
  for (const [name, { description, writers, everything }] of Object.entries(KINDS)) {
    const formats = Object.keys(writers);
    const when = whenArgument();
    command
      .command(name)
      .description(description)
      .addArgument(everything ? when.default('all', 'all time') : when)
      .addOption(new Option('--format <format>', 'the form to write').choices(formats).default(formats[0]))
      .option('--out <file>', 'write to this file instead of the screen: all of it, or nothing')
      .option('--force', 'replace a file of that name')
      .option('--alias', 'everybody behind an alias, the same in every export')
      .action(async (value: When | string, options: Options) => {
        const hiderOf = await hiding(shell, options.alias === true);
        await shell.reading(async ({ db, chat }) => {
          const hide = hiderOf(db);
          const scope = value === 'all' ? wholeScope(db, chat) : resolveWhen(db, chat, whenOf(value));
          const writer = writers[options.format];
          if (writer === undefined)
            throw new UserError(`"${options.format}" is not a form edchat writes: choose one of ${formats.join(', ')}`);
          const work = (write: Write) => writer({ db, chat: hide(chat), hide }, scope, write);
          if (options.out === undefined) await work(shell.print);
          else await intoFile(options.out, options.force ?? false, work);
        });
        if (options.out !== undefined) await rememberWritten(shell, options.out, `export of ${name}`);
      });
  }
  declareExportArchive(command, shell);
}

interface Kind {
  readonly description: string;
  /** True when all time is the default, else the latest week. */
  readonly everything: boolean;
  readonly writers: Readonly<Record<string, Writer>>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  tweets: {
    description: 'every tweet of the chat, or of a time',
    everything: true,
    writers: {
      jsonl: async ({ db, hide }, scope, write) => {
        for (const tweet of exported(db, scope)) await write(tweetLine(hide(tweet)));
      },
      csv: async ({ db, hide }, scope, write) => write(tweetsCsv(hide([...exported(db, scope)]))),
      markdown: async ({ db, chat, hide }, scope, write) => write(tweetsMarkdown(hide(some(scopedTweets(db, scope), scope)), chat)),
      html: async ({ db, chat, hide }, scope, write) =>
        write((await import('../render/html.ts')).tweetsPage(hide(some(scopedTweets(db, scope), scope)), chat)),
    },
  },
  week: {
    description: 'a session with its questions and answers',
    everything: false,
    writers: {
      markdown: eachSession((view) => weekMarkdown(view)),
      html: async ({ db, chat, hide }, scope, write) => {
        const views = scope.sessions.flatMap((session) => hide(sessionView(db, scope, session)) ?? []);
        await write((await import('../render/html.ts')).weeksPage(some(views, scope), chat));
      },
      jsonl: eachSession((view) => sessionLine(view)),
    },
  },
};

function* exported(db: Database, scope: Scope): Generator<ExportedTweet> {
  const asExported = exporter(db);
  for (const placed of eachScoped(db, scope)) yield asExported(placed);
}

function eachSession(show: (view: NonNullable<ReturnType<typeof sessionView>>) => string): Writer {
  return async ({ db, hide }, scope, write) => {
    for (const session of some(scope.sessions, scope)) {
      const view = hide(sessionView(db, scope, session));
      if (view !== null) await write(show(view));
    }
  };
}

function some<T>(items: readonly T[], { chat, label }: Scope): readonly T[] {
  if (items.length === 0) throw nothingFound(`Nothing of ${chat.title} in ${label}. List the sessions with: edchat weeks`);
  return items;
}
