/** Looking for copies of dead pages in the Wayback Machine, as near as can be to when they were shared. */
import type { Network } from '../network/network.ts';
import { copyFinder, copyKeeper, verdictFinder } from '../store/checks.ts';
import { type QueuedLink, queueLinks } from '../store/link-queue.ts';
import type { Database } from '../store/open.ts';
import type { Scope } from '../store/scope.ts';
import { type Answer, askAll, type Question } from './ask-all.ts';
import { copyIn, copyQuestion } from './wayback.ts';

/** What is to be rescued. */
export interface RescueOptions {
  readonly limit: number;
  /** Whether to ask again for pages that had no copy when it was last asked. */
  readonly again: boolean;
  /** UTC, milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What would be asked for. */
export interface RescuePlan {
  readonly lost: readonly QueuedLink[];
  /** Dead pages in all, and those with a copy already. */
  readonly dead: number;
  readonly rescued: number;
}

/** What was found. */
export interface RescueReport {
  readonly asked: number;
  readonly found: number;
  readonly dead: number;
  readonly rescued: number;
  readonly left: number;
  readonly interrupted: boolean;
  readonly offline: boolean;
}

/** Copies are made all the time: where there was none, there may be one after so long. */
const PATIENCE_MS = 90 * 86_400_000;
// A charity's server.
const WAYBACK = { concurrency: 2, perHost: 2, gapMs: 500 };

/** The dead pages of a scope that a rescue would ask for. */
export function planRescue(db: Database, scope: Scope, { again, now }: Pick<RescueOptions, 'again' | 'now'>): RescuePlan {
  const verdict = verdictFinder(db);
  const copy = copyFinder(db);
  const dead = queueLinks(db, scope).filter(({ canonical }) => verdict(canonical)?.state === 'dead');
  const lost = dead.filter(({ canonical }) => {
    const known = copy(canonical);
    return known === null || (known.copy === null && (again || now() - known.askedAt >= PATIENCE_MS));
  });
  return { lost, dead: dead.length, rescued: dead.filter(({ canonical }) => copy(canonical)?.copy != null).length };
}

interface Lost extends Question {
  /** The page; `url` is where its copy is asked for. */
  readonly canonical: string;
}

/** Asks for copies of the dead pages of a scope. Every answer is kept as it comes. */
export async function rescueLinks(
  db: Database,
  scope: Scope,
  network: Network,
  options: RescueOptions,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<RescueReport> {
  const { lost, dead, rescued } = planRescue(db, scope, options);
  const questions = lost.slice(0, options.limit).map(({ canonical, url, sharedAt }) => ({ canonical, url: copyQuestion(url, sharedAt) }));
  const tally = { found: 0, unclear: 0 };
  const asked = await askAll<Lost>(questions, {
    network,
    ...WAYBACK,
    signal: options.signal,
    visit: (question, stop) => network.visit(question.url, { signal: stop }),
    keep: keeper(db, options, tally),
    onProgress,
  });
  const { kept, left, interrupted, offline } = asked;
  return { asked: kept - tally.unclear, found: tally.found, dead, rescued, left: left + tally.unclear, interrupted, offline };
}

function keeper(
  db: Database,
  { now }: RescueOptions,
  tally: { found: number; unclear: number },
): (answers: readonly Answer<Lost>[]) => void {
  const keep = copyKeeper(db);
  return (answers) =>
    db
      .transaction(() => {
        for (const { question, visit } of answers) {
          const isAnswer = visit.kind === 'answered' && visit.status === 200 && visit.body !== null && !visit.bodyCut;
          const copy = isAnswer ? copyIn(visit.body.toString('utf8')) : undefined;
          if (copy === undefined) tally.unclear += 1;
          else keep(question.canonical, { copy, askedAt: now() });
          if (copy) tally.found += 1;
        }
      })
      .immediate();
}
