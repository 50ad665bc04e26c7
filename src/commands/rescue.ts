import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { planRescue, rescueLinks } from '../expand/rescue.ts';
import { renderRescue, renderRescuePlan } from '../render/expand.ts';
import { rescueJson, rescuePlanJson } from '../render/json-links.ts';
import { knownPages } from '../store/known-pages.ts';
import { endOf, online, onlineOptions, type OnlineOptions } from './online.ts';
import type { Shell } from './verb.ts';

interface Options extends OnlineOptions {
  readonly offline?: boolean;
}

/** `edchat rescue [WHEN]` */
export function declareRescue(command: Command, shell: Shell): void {
  onlineOptions(command)
    .option('--again', 'ask again also for pages that had no copy lately')
    .option('--offline', 'show the copies that are known, and ask nothing')
    .addHelpText('after', HELP)
    .action((when: When | string, { dryRun, offline, json, ...options }: Options) =>
      online(shell, when, async ({ db, scope, network, report, print }) => {
        const { io } = shell;
        const wanted = { again: options.again ?? false, limit: options.limit ?? Infinity, now: io.now };
        if (dryRun) {
          const plan = planRescue(db, scope, wanted);
          return print(json ? rescuePlanJson(plan) : renderRescuePlan(plan, scope));
        }
        const result = offline
          ? null
          : await rescueLinks(db, scope, await network(), { ...wanted, signal: io.signal }, report('Asking the Wayback Machine'));
        const known = knownPages(db, scope);
        await print(json ? rescueJson(result, known) : renderRescue(result, known, scope, shell.look));
        return result === null ? undefined : endOf(shell, result);
      }),
    );
}

const HELP = `
Asks web.archive.org for the copy of each dead page (see: edchat check) that is nearest to the evening it was shared. Lists and
exports then name the copy.

Examples:
  $ edchat rescue
  $ edchat rescue 2016-04 --dry-run
  $ edchat rescue --offline`;
