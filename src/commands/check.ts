import type { Command } from 'commander';
import type { When } from '../calendar.ts';
import { checkLinks, planCheck } from '../expand/check.ts';
import { renderCheck, renderCheckPlan } from '../render/expand.ts';
import { checkJson, checkPlanJson } from '../render/json-links.ts';
import { knownPages } from '../store/known-pages.ts';
import { atOnce, endOf, online, onlineOptions, type OnlineOptions } from './online.ts';
import type { Shell } from './verb.ts';

interface Options extends OnlineOptions {
  readonly offline?: boolean;
  readonly concurrency: number;
}

/** `edchat check [WHEN]` */
export function declareCheck(command: Command, shell: Shell): void {
  onlineOptions(command)
    .option('--again', 'look also at pages that were looked at lately')
    .option('--offline', 'show what is known, and ask nothing')
    .option('--concurrency <n>', 'ask for so many pages at once', atOnce, 12)
    .addHelpText('after', HELP)
    .action((when: When | string, { dryRun, offline, json, ...options }: Options) =>
      online(shell, when, async ({ db, scope, network, report, print }) => {
        const { io } = shell;
        const wanted = { ...options, again: options.again ?? false, limit: options.limit ?? Infinity, now: io.now };
        if (dryRun) {
          const plan = planCheck(db, scope, wanted);
          return print(json ? checkPlanJson(plan) : renderCheckPlan(plan, scope));
        }
        const result = offline
          ? null
          : await checkLinks(db, scope, await network(), { ...wanted, signal: io.signal }, report('Looking at pages'));
        const known = knownPages(db, scope);
        await print(json ? checkJson(result, known) : renderCheck(result, known, scope, shell.look));
        return result === null ? undefined : endOf(shell, result);
      }),
    );
}

const HELP = `
A page is dead only when its server said so (404, 410), or its name did not exist, on two different days. A page that keeps programs
out is called blocked; one that did not answer, or not sensibly, unsure. Each verdict carries the date of the last look.

Examples:
  $ edchat check
  $ edchat check 2016 --limit 500
  $ edchat check --offline
  $ edchat links --dead`;
