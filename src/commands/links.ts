import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { flatLinksJson, linksJson } from '../render/json.ts';
import { renderLinks } from '../render/links.ts';
import { linkGroups, linkWeeks } from '../store/link-lists.ts';
import { countLostLinks } from '../store/lost-links.ts';
import { type LinkOptions, linkOptions, type LinkWish, noLinks, wishOf } from './link-options.ts';
import { jsonOption } from './options.ts';
import type { Desk, Shell } from './verb.ts';

interface Options extends LinkOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `edchat links [WHEN]` */
export function declareLinks(command: Command, shell: Shell): void {
  linkOptions(jsonOption(command))
    .option('--markdown', 'write a list to paste into a blog')
    .addHelpText('after', HELP)
    .action((when: When | undefined, options: Options) =>
      shell.reading(async (desk) => {
        const { db, chat } = desk;
        const wish = wishOf(desk, when, options);
        const { scope, filter, by, order } = wish;
        if (options.json && by !== 'none' && by !== 'site')
          return shell.print(linksJson(chat, linkWeeks(db, scope, filter, order), lostIn(desk, wish)));
        const groups = linkGroups(db, scope, by, filter, order);
        if (options.json)
          return shell.print(
            flatLinksJson(
              chat,
              groups.flatMap(({ links }) => links),
            ),
          );
        if (groups.length === 0) throw noLinks(wish, desk);
        if (options.markdown) return shell.print((await import('../render/markdown.ts')).linksMarkdown(groups, chat));
        return shell.print(renderLinks(groups, chat, shell.look, lostIn(desk, wish)));
      }),
    );
}

// What was cut belongs to no site, person or page: it is told where a list is of all links of a time.
function lostIn({ db }: Desk, { scope, filter }: LinkWish): number {
  return Object.values(filter).every((wanted) => wanted === null || wanted === false) ? countLostLinks(db, scope) : 0;
}

const HELP = `
The addresses of one page are one link, whatever their spelling. Short links are joined to their pages by: edchat expand

Examples:
  $ edchat links                                    the latest week
  $ edchat links 2016-04 --markdown > april.md      a month, for a blog
  $ edchat links 2016 --sort date --new             what a year brought
  $ edchat links --evergreen                        what the chat comes back to, week after week
  $ edchat links --site edutopia.org --by @mslopez
  $ edchat links 2016-W15 --question Q3
  $ edchat links --topic "standards-based grading" --group question
  $ edchat links --dead                             what is gone (see: edchat check, edchat rescue)`;
