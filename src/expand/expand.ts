/** Following short links to the pages they stand for, and asking pages what they are called. */
import { feedIndexes } from '../store/search-index.ts';
import type { Network } from '../network/network.ts';
import { isShortened, isShortenedForGood } from '../rules/shorteners.ts';
import { type QueuedLink, queueLinks } from '../store/link-queue.ts';
import type { Database } from '../store/open.ts';
import { type LearnedPage, type Outcome, pageKeeper } from '../store/pages.ts';
import type { Scope } from '../store/scope.ts';
import { type Answer, askAll, type Asked } from './ask-all.ts';
import type { Learn } from './learned.ts';

/** What is to be asked. */
export interface ExpandOptions {
  /** Addresses to ask for at most. */
  readonly limit: number;
  /** Pages asked for at once. */
  readonly concurrency: number;
  /** Whether pages are asked for their titles, or short links only followed. */
  readonly titles: boolean;
  /** Whether to ask again where the answer said nothing three times. */
  readonly again: boolean;
  /** UTC, milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What would be asked. */
export interface ExpandPlan {
  readonly short: readonly QueuedLink[];
  /** Pages whose title nobody knows, as far as they are known before the short links are followed. */
  readonly untitled: readonly QueuedLink[];
  /** Short links of services that have closed: nobody can follow them any more. */
  readonly closed: number;
  /** Links of that time in all. */
  readonly links: number;
}

/** What was learned. */
export interface ExpandReport {
  /** Short links asked for, those that led to a page, and those that lead nowhere. */
  readonly followed: number;
  readonly led: number;
  readonly nowhere: number;
  /** Pages asked for a title, and titles found. */
  readonly pages: number;
  readonly titles: number;
  /** What did not say, or was left in peace: for another time. */
  readonly left: number;
  readonly interrupted: boolean;
  readonly offline: boolean;
}

/** Signs of life. */
export interface ExpandProgress {
  readonly short?: (done: number, all: number) => void;
  readonly pages?: (done: number, all: number) => void;
}

const MOST_TRIES = 3;
const OPEN: ReadonlySet<Outcome | null> = new Set<Outcome | null>([null, 'known', 'blocked', 'unsure']);
// A service that shortens links is made to be asked a lot; any other server is not.
const SHORTENER = { perHost: Infinity, gapMs: 0 };
const SITE = { perHost: 2, gapMs: 250 };

/** What an expansion would ask for. */
export function planExpand(db: Database, scope: Scope, { again, titles }: Pick<ExpandOptions, 'again' | 'titles'>): ExpandPlan {
  const queue = queueLinks(db, scope);
  const open = queue.filter(({ outcome, tries }) => OPEN.has(outcome) && (again || tries < MOST_TRIES));
  const short = queue.filter(({ url }) => isShortened(url));
  return {
    short: open.filter(({ url }) => isShortened(url) && !isShortenedForGood(url)),
    untitled: titles ? open.filter(({ url, hasTitle }) => !isShortened(url) && !hasTitle) : [],
    closed: short.filter(({ url }) => isShortenedForGood(url)).length,
    links: queue.length,
  };
}

/** Follows the short links of a scope, and then asks the pages for their titles. All that is learned is kept as it comes. */
export async function expandLinks(
  db: Database,
  scope: Scope,
  network: Network,
  options: ExpandOptions,
  progress: ExpandProgress = {},
): Promise<ExpandReport> {
  const tally = { led: 0, nowhere: 0, titles: 0, unclear: 0 };
  const { learnedFrom } = await import('./learned.ts');
  const keep = keeper(db, options, tally, learnedFrom);
  const { signal, concurrency, limit } = options;
  const visit = (followMeta: boolean, stopBefore: (url: string) => boolean) => (link: QueuedLink, stop: AbortSignal) =>
    network.visit(link.url, { followMeta, stopBefore, signal: stop });
  const ask = { network, concurrency, signal, keep };

  const { short } = planExpand(db, scope, options);
  const followed = await askAll(short.slice(0, limit), {
    ...ask,
    ...SHORTENER,
    visit: visit(true, (url) => !isShortened(url)),
    onProgress: progress.short ?? (() => {}),
  });
  const halted = followed.interrupted || followed.offline;
  // Now the pages that they led to are there, too.
  const untitled = halted ? [] : planExpand(db, scope, options).untitled.slice(0, Math.max(0, limit - short.length));
  const asked = await askAll(untitled, { ...ask, ...SITE, visit: visit(false, () => false), onProgress: progress.pages ?? (() => {}) });
  feedIndexes(db);
  return {
    ...tally,
    ...endOf([followed, asked]),
    left: followed.left + asked.left + tally.unclear,
    followed: followed.kept,
    pages: asked.kept,
  };
}

function endOf(runs: readonly Asked[]): Pick<ExpandReport, 'interrupted' | 'offline'> {
  return { interrupted: runs.some(({ interrupted }) => interrupted), offline: runs.some(({ offline }) => offline) };
}

interface Tally {
  led: number;
  nowhere: number;
  titles: number;
  unclear: number;
}

function keeper(db: Database, { now }: ExpandOptions, tally: Tally, learn: Learn): (answers: readonly Answer<QueuedLink>[]) => void {
  const { keep, settle } = pageKeeper(db);
  return (answers) =>
    db
      .transaction(() => {
        for (const { question, visit } of answers) {
          const page = learn(question, visit);
          keep(page, now());
          count(tally, page, isShortened(question.url));
        }
        settle();
      })
      .immediate();
}

function count(tally: Tally, { outcome, title }: LearnedPage, short: boolean): void {
  if (outcome === 'led') tally.led += 1;
  if (title !== null) tally.titles += 1;
  if (short && (outcome === 'gone' || outcome === 'refused')) tally.nowhere += 1;
  if (outcome === 'unsure' || outcome === 'blocked') tally.unclear += 1;
}
