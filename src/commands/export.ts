import { type Command, Option } from 'commander';
import type { When } from '../calendar.ts';
import { nothingFound, UserError } from '../errors.ts';
import { linksPage, tweetsPage, weeksPage } from '../render/html.ts';
import { linksCsv, tweetsCsv } from '../render/csv.ts';
import { type ExportedTweet, linkLine, sessionLine, tweetLine } from '../render/jsonl.ts';
import { linksMarkdown, tweetsMarkdown, weekMarkdown } from '../render/markdown.ts';
import { aliased } from '../keep/aliased.ts';
import { everybodyHidden } from '../store/everybody.ts';
import { linkWeeks } from '../store/link-weeks.ts';
import type { Database } from '../store/open.ts';
import { resolveWhen, type Scope, wholeScope } from '../store/scope.ts';
import { sessionView } from '../store/session-in-full.ts';
import { declareExportArchive } from './export-archive.ts';
import { eachScoped, scopedTweets } from '../store/tweet-views.ts';
import { ensureSalt } from '../store/tombstones.ts';
import { existingArchive } from './open-derived.ts';
import { exporter } from './exported-tweets.ts';
import { intoFile, rememberWritten, type Write } from './into-file.ts';
import { whenArgument, whenOf } from './options.ts';
import type { Desk, Shell } from './verb.ts';

interface Options {
  readonly format: string;
  readonly out?: string;
  readonly alias?: boolean;
}

/** Hides people in what is shown, where that was asked for. */
type Hide = <T>(view: T) => T;

type Writer = (desk: Desk & { readonly hide: Hide }, scope: Scope, write: Write) => Promise<void>;

/** `edchat export tweets|links|week [WHEN]` */
export function declareExport(command: Command, shell: Shell): void {
  command.addHelpText(
    'after',
    '\nExamples:\n  $ edchat export tweets --format jsonl > tweets.jsonl\n  $ edchat export links 2016-04 --format markdown\n  $ edchat export week --format html --out week.html',
  );
  declareExportArchive(command, shell);
  for (const [name, { description, writers, everything }] of Object.entries(KINDS)) {
    const formats = Object.keys(writers);
    const when = whenArgument();
    command
      .command(name)
      .description(description)
      .addArgument(everything ? when.default('all', 'all time') : when)
      .addOption(new Option('--format <format>', 'the form to write').choices(formats).default(formats[0]))
      .option('--out <file>', 'write to this file instead of the screen')
      .option('--alias', 'everybody behind an alias, the same in every export')
      .action(async (value: When | string, options: Options) => {
        const salt = options.alias ? await aliasSalt(shell) : null;
        await shell.reading(async ({ db, chat }) => {
          const hide = salt === null ? <T>(view: T) => view : hiderFor(db, salt);
          const desk = { db, chat: hide(chat), hide };
          const scope = value === 'all' ? wholeScope(db, chat) : resolveWhen(db, chat, whenOf(value));
          const writer = writers[options.format];
          if (writer === undefined)
            throw new UserError(`"${options.format}" is not a form edchat writes: choose one of ${formats.join(', ')}`);
          if (options.out === undefined) await writer(desk, scope, shell.print);
          else await intoFile(options.out, (write) => writer(desk, scope, write));
        });
        if (options.out !== undefined) await rememberWritten(shell, options.out, `export of ${name}`);
      });
  }
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
      html: async ({ db, chat, hide }, scope, write) => write(tweetsPage(hide(some(scopedTweets(db, scope), scope)), chat)),
    },
  },
  links: {
    description: 'the shared links, by week',
    everything: false,
    writers: {
      markdown: async ({ db, chat, hide }, scope, write) => write(linksMarkdown(hide(some(linkWeeks(db, scope), scope)), chat)),
      csv: async ({ db, hide }, scope, write) => write(linksCsv(hide(linkWeeks(db, scope)))),
      jsonl: async ({ db, hide }, scope, write) => {
        for (const week of hide(linkWeeks(db, scope))) for (const link of week.links) await write(linkLine(link, week));
      },
      html: async ({ db, chat, hide }, scope, write) => write(linksPage(hide(some(linkWeeks(db, scope), scope)), chat)),
    },
  },
  week: {
    description: 'a session with its questions and answers',
    everything: false,
    writers: {
      markdown: eachSession((view) => weekMarkdown(view)),
      html: async ({ db, chat, hide }, scope, write) => {
        const views = scope.sessions.flatMap((session) => hide(sessionView(db, scope, session)) ?? []);
        await write(weeksPage(some(views, scope), chat));
      },
      jsonl: eachSession((view) => sessionLine(view)),
    },
  },
};

function hiderFor(db: Database, salt: string): Hide {
  const everybody = everybodyHidden(db, salt);
  return (view) => aliased(view, everybody);
}

// Kept in the archive, so that somebody has the same alias next year.
async function aliasSalt(shell: Shell): Promise<string> {
  existingArchive(await shell.archivePath());
  return shell.writing((db) => ensureSalt(db));
}

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
