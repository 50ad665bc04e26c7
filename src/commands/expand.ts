import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { expandLinks, planExpand } from '../expand/expand.ts';
import { renderExpand, renderExpandPlan } from '../render/expand.ts';
import { expandJson, expandPlanJson } from '../render/json-links.ts';
import { atOnce, endOf, online, onlineOptions, type OnlineOptions } from './online.ts';
import type { Shell } from './verb.ts';

interface Options extends OnlineOptions {
  readonly titles: boolean;
  readonly concurrency: number;
}

/** `edchat expand [WHEN]` */
export function declareExpand(command: Command, shell: Shell): void {
  onlineOptions(command)
    .option('--no-titles', 'only follow short links; ask no page for its title')
    .option('--again', 'ask again also where nothing was said three times')
    .option('--concurrency <n>', 'ask for so many pages at once', atOnce, 12)
    .addHelpText('after', HELP)
    .action((when: When | string, { dryRun, json, ...options }: Options) =>
      online(shell, when, async ({ db, scope, network, report, print }) => {
        const wanted = { ...options, again: options.again ?? false, limit: options.limit ?? Infinity };
        const plan = planExpand(db, scope, wanted);
        if (dryRun) return print(json ? expandPlanJson(plan) : renderExpandPlan(plan, scope));
        const { io } = shell;
        const result = await expandLinks(
          db,
          scope,
          await network(),
          { ...wanted, now: io.now, signal: io.signal },
          { short: report('Following short links'), pages: report('Fetching titles') },
        );
        await print(json ? expandJson(result) : renderExpand(result, plan));
        return endOf(shell, result);
      }),
    );
}

const HELP = `
Short links are asked where they lead, and pages what they are called: both are kept in the archive, shown in every list and found
by search, and never asked again. Short links that lead to one page become one link. Ctrl-C stops; the next run goes on.

Examples:
  $ edchat expand
  $ edchat expand 2016-04 --dry-run
  $ edchat expand --limit 200 --no-titles`;
