import { type Command, Option } from 'commander';
import type { When } from '../calendar.ts';
import { linkGroups, linkRows } from '../store/link-lists.ts';
import type { LinkGroup, LinkView } from '../views.ts';
import { type Hide, hiding } from './hiding.ts';
import { intoFile, rememberWritten, type Write } from './into-file.ts';
import { type LinkOptions, linkOptions, type LinkWish, noLinks, wishOf } from './link-options.ts';
import type { Desk, Shell } from './verb.ts';

interface Options extends LinkOptions {
  readonly format: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly alias?: boolean;
}

interface Job {
  readonly desk: Desk;
  readonly wish: LinkWish;
  readonly write: Write;
  readonly hide: Hide;
}

type Writer = (job: Job) => Promise<void>;

const WRITERS: Readonly<Record<string, Writer>> = {
  markdown: async (job) => job.write((await import('../render/markdown.ts')).linksMarkdown(groupsOf(job), job.desk.chat)),
  html: async (job) => job.write((await import('../render/html.ts')).linksPage(groupsOf(job), job.desk.chat)),
  csv: async (job) => job.write((await import('../render/csv.ts')).linksCsv(rowsOf(job))),
  jsonl: async (job) => {
    const { linkLine } = await import('../render/jsonl.ts');
    for (const week of rowsOf(job)) for (const link of week.links) await job.write(linkLine(link, week));
  },
  bookmarks: async (job) => job.write((await import('../render/bookmarks.ts')).bookmarksFile(groupsOf(job), job.desk.chat)),
  opml: async (job) => job.write((await import('../render/opml.ts')).sitesOpml(pagesOf(job), job.desk.chat)),
  bibtex: async (job) => job.write((await import('../render/bibtex.ts')).linksBibtex(pagesOf(job), job.desk.chat)),
  csl: async (job) => job.write((await import('../render/csl.ts')).linksCsl(pagesOf(job), job.desk.chat)),
  atom: async (job) => job.write((await import('../render/atom.ts')).linksAtom(pagesOf(job), job.desk.chat)),
};

/** `edchat export links [WHEN]` */
export function declareExportLinks(command: Command, shell: Shell): void {
  const formats = Object.keys(WRITERS);
  linkOptions(command)
    .addOption(new Option('--format <format>', 'the form to write').choices(formats).default('markdown'))
    .option('--out <file>', 'write to this file instead of the screen: all of it, or nothing')
    .option('--force', 'replace a file of that name')
    .option('--alias', 'everybody behind an alias, the same in every export')
    .addHelpText('after', HELP)
    .action(async (when: When | undefined, options: Options) => {
      const hiderOf = await hiding(shell, options.alias === true);
      await shell.reading(async (desk) => {
        const wish = wishOf(desk, when, options);
        const writer = WRITERS[options.format] ?? (() => Promise.resolve());
        const hide = hiderOf(desk.db);
        const work = (write: Write) => writer({ desk, wish, write, hide });
        if (options.out === undefined) await work(shell.print);
        else await intoFile(options.out, options.force ?? false, work);
      });
      if (options.out !== undefined) await rememberWritten(shell, options.out, 'export of links');
    });
}

const HELP = `
Formats: markdown and html for people; csv for spreadsheets; jsonl for programs; bookmarks for browsers, linkding and Raindrop;
opml, an outline of the sites; bibtex and csl to cite with; atom, a feed.

Examples:
  $ edchat export links 2016-04 --out april.md
  $ edchat export links 2016 --group topic --format bookmarks --out links.html
  $ edchat export links --evergreen --format bibtex --out evergreen.bib`;

function groupsOf({ desk, wish, hide }: Job): readonly LinkGroup[] {
  const groups = linkGroups(desk.db, wish.scope, wish.by, wish.filter, wish.order);
  if (groups.length === 0) throw noLinks(wish, desk);
  return hide(groups);
}

// A page stands once, however many weeks it was shared in.
function pagesOf({ desk, wish, hide }: Job): readonly LinkView[] {
  const links = linkGroups(desk.db, wish.scope, 'none', wish.filter, wish.order).flatMap((group) => group.links);
  if (links.length === 0) throw noLinks(wish, desk);
  return hide(links);
}

// A table without rows is a table, too.
function rowsOf({ desk, wish, hide }: Job) {
  return hide(linkRows(desk.db, wish.scope, wish.by, wish.filter, wish.order));
}
