/** Looking whether shared pages are still there. */
import type { Network } from '../network/network.ts';
import type { Visit } from '../network/visit.ts';
import { type Look, verdictOf } from '../rules/verdict.ts';
import { isShortened } from '../rules/shorteners.ts';
import { lookKeeper, looksFinder } from '../store/checks.ts';
import { type QueuedLink, queueLinks } from '../store/link-queue.ts';
import type { Database } from '../store/open.ts';
import { pageKeeper } from '../store/pages.ts';
import type { Scope } from '../store/scope.ts';
import { feedIndexes } from '../store/search-index.ts';
import type { LinkState } from '../views.ts';
import { type Answer, askAll } from './ask-all.ts';
import type { Learn } from './learned.ts';
import { lookOf } from './look.ts';

/** What is to be looked at. */
export interface CheckOptions {
  /** Pages to look at, at most. */
  readonly limit: number;
  readonly concurrency: number;
  /** Whether to look also at pages that were looked at lately. */
  readonly again: boolean;
  /** UTC, milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What would be looked at. */
export interface CheckPlan {
  readonly due: readonly QueuedLink[];
  /** Short links nobody followed yet: what they lead to is not known. */
  readonly short: number;
  /** Pages that were looked at lately. */
  readonly fresh: number;
}

/** What was seen. */
export interface CheckReport {
  readonly looked: number;
  /** Pages by the verdict on them now. */
  readonly verdicts: ReadonlyMap<LinkState, number>;
  /** Pages found gone for the first time: dead when another day says the same. */
  readonly suspects: number;
  readonly short: number;
  readonly fresh: number;
  readonly left: number;
  readonly interrupted: boolean;
  readonly offline: boolean;
}

const DAY = 86_400_000;
/** What was there is looked at again after so long; what did not say, sooner. */
const FRESH_MS: Readonly<Record<Look['state'], number>> = { alive: 30 * DAY, moved: 30 * DAY, blocked: 7 * DAY, unsure: DAY, gone: 0 };
const DEAD_FRESH_MS = 90 * DAY;
const SITE = { perHost: 2, gapMs: 250 };

/** The pages of a scope that a check would look at, those never looked at first. */
export function planCheck(db: Database, scope: Scope, { again, now }: Pick<CheckOptions, 'again' | 'now'>): CheckPlan {
  const queue = queueLinks(db, scope);
  const pages = queue.filter(({ url }) => !isShortened(url));
  const looks = looksFinder(db);
  const due = pages
    .map((link) => ({ link, looks: looks(link.canonical) }))
    .filter((one) => isDue(one.looks, now(), again))
    .toSorted((a, b) => (a.looks[0]?.at ?? 0) - (b.looks[0]?.at ?? 0))
    .map(({ link }) => link);
  return { due, short: queue.length - pages.length, fresh: pages.length - due.length };
}

// A second look on the same day says nothing new of a page that was gone.
function isDue(looks: readonly Look[], now: number, again: boolean): boolean {
  const [last] = looks;
  if (last === undefined || again) return true;
  const isToday = dayOf(last.at) === dayOf(now);
  const fresh = verdictOf(looks)?.state === 'dead' ? DEAD_FRESH_MS : FRESH_MS[last.state];
  return !isToday && now - last.at >= fresh;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Looks at the pages of a scope that are due. Every look is kept as it comes, with its date. */
export async function checkLinks(
  db: Database,
  scope: Scope,
  network: Network,
  options: CheckOptions,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<CheckReport> {
  const { concurrency, limit, signal } = options;
  const plan = planCheck(db, scope, options);
  const seen: string[] = [];
  const { learnedFrom } = await import('./learned.ts');
  const asked = await askAll(plan.due.slice(0, limit), {
    network,
    concurrency,
    ...SITE,
    signal,
    visit: (link, stop) => network.visit(link.url, { signal: stop }),
    keep: keeper(db, options, seen, learnedFrom),
    onProgress,
  });
  feedIndexes(db);
  const { short, fresh } = plan;
  const { left, interrupted, offline } = asked;
  return { looked: asked.kept, ...summary(db, seen), short, fresh, left, interrupted, offline };
}

function summary(db: Database, seen: readonly string[]): Pick<CheckReport, 'verdicts' | 'suspects'> {
  const looks = looksFinder(db);
  const verdicts = new Map<LinkState, number>();
  let suspects = 0;
  for (const canonical of seen) {
    const own = looks(canonical);
    const state = verdictOf(own)?.state ?? 'unsure';
    verdicts.set(state, (verdicts.get(state) ?? 0) + 1);
    if (state === 'unsure' && own[0]?.state === 'gone') suspects += 1;
  }
  return { verdicts, suspects };
}

// A page that is there also says what it is called.
function keeper(db: Database, { now }: CheckOptions, seen: string[], learn: Learn): (answers: readonly Answer<QueuedLink>[]) => void {
  const keepLook = lookKeeper(db);
  const { keep: keepPage } = pageKeeper(db);
  const keepTitle = (link: QueuedLink, visit: Visit, at: number) => {
    const learned = learn(link, visit);
    if (!link.hasTitle && learned.outcome === 'answered') keepPage(learned, at);
  };
  return (answers) =>
    db
      .transaction(() => {
        for (const { question, visit } of answers) {
          const at = now();
          keepLook(question.canonical, { at, ...lookOf(visit) });
          keepTitle(question, visit, at);
          seen.push(question.canonical);
        }
      })
      .immediate();
}
