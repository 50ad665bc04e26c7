import type { Command } from 'commander';
import { parseWhen, type When } from '../calendar.ts';
import { statsOf } from '../derive/stats.ts';
import { nothingFound } from '../errors.ts';
import { renderStats, statsJson } from '../render/stats.ts';
import { countedTweets } from '../store/counted.ts';
import { listShares } from '../store/link-shares.ts';
import { resolveWhen, wholeScope } from '../store/scope.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat stats [WHEN]` */
export function declareStats(command: Command, shell: Shell): void {
  jsonOption(command)
    .argument('[when]', 'only these: a month, a year, a range (default: all)', (text): When => parseWhen(text))
    .addHelpText('after', '\nExamples:\n  $ edchat stats\n  $ edchat stats 2014..2016\n  $ edchat stats --json')
    .action((when: When | undefined, options: { json?: boolean }) =>
      shell.reading(async ({ db, chat }) => {
        const scope = when === undefined ? wholeScope(db, chat) : resolveWhen(db, chat, when);
        const { range, sessions } = scope;
        const material = { tweets: countedTweets(db, chat.name), sessions, shares: listShares(db, scope) };
        const stats = statsOf(chat.zone, material, (date) => date >= range.from && date < range.until);
        if (options.json) return shell.print(statsJson(chat, stats));
        if (stats.tweets === 0) throw nothingFound(`No tweet of ${chat.title} in ${scope.label}. List the sessions with: edchat weeks`);
        return shell.print(renderStats(stats, chat, shell.look));
      }),
    );
}
