/** Asks for many pages, keeps what is learned as it comes, and tells a lack of network from what is wrong with a page. */
import type { Network } from '../network/network.ts';
import { visitAll } from '../network/pace.ts';
import type { Visit } from '../network/visit.ts';
import { isReached, lifeline } from './lifeline.ts';
import { patience } from './patience.ts';

/** Something to ask for. */
export interface Question {
  readonly canonical: string;
  readonly url: string;
}

/** A question with its answer. */
export interface Answer<Q> {
  readonly question: Q;
  readonly visit: Visit;
}

/** How questions are asked. */
export interface Asking<Q extends Question> {
  readonly network: Network;
  readonly concurrency: number;
  readonly perHost: number;
  /** Milliseconds between two starts on one host. */
  readonly gapMs: number;
  readonly visit: (question: Q, signal: AbortSignal) => Promise<Visit>;
  /** Keeps some answers, all of them or none. */
  readonly keep: (answers: readonly Answer<Q>[]) => void;
  /** Told after each answer how many of all are done. */
  readonly onProgress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** How it ended. */
export interface Asked {
  /** Answers that were kept. */
  readonly kept: number;
  /** Questions not asked, or whose answer said nothing, because a server was too busy: for another time. */
  readonly left: number;
  readonly interrupted: boolean;
  /** True when nothing at all can be reached: what was asked then is as if it had not been. */
  readonly offline: boolean;
}

/** Answers kept together at most, and for how long (ms) one waits for the others: what a crash can cost. */
const BATCH = 100;
const BATCH_MS = 250;

/** Asks all questions. What is called off or cannot be said for lack of a network is not kept; everything else is, at the latest at the end. */
export async function askAll<Q extends Question>(questions: readonly Q[], asking: Asking<Q>): Promise<Asked> {
  const { network, concurrency, perHost, gapMs, signal } = asking;
  const hosts = patience();
  const line = lifeline<Answer<Q>>(network, signal);
  const batch = batches(asking.keep);
  let [done, left, offline] = [0, 0, false];
  const hostOf = ({ url }: Q) => hostAt(url);
  // Nothing more is asked of a host that is too busy.
  const isIdle = (question: Q) => hosts.isWornOut(hostOf(question));
  const work = async (question: Q, stop: AbortSignal) => (isIdle(question) ? null : asking.visit(question, stop));
  const pace = { hostOf, concurrency, perHost, gapMs, isIdle, signal };
  for await (const { item: question, result: visit } of visitAll(questions, pace, work)) {
    done += 1;
    asking.onProgress(done, questions.length);
    if (visit === null) left += 1;
    else {
      hosts.note(hostAt(question.url), visit);
      batch.add(isReached(visit) ? line.reached({ question, visit }) : await line.missed({ question, visit }));
      offline = line.isOffline();
      if (offline) break;
    }
  }
  if (!offline && !signal.aborted) {
    batch.add(await line.rest());
    offline = line.isOffline();
  }
  batch.flush();
  return { kept: batch.kept(), left, interrupted: signal.aborted, offline };
}

/** The host and port of an address. */
function hostAt(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function batches<A>(keep: (answers: readonly A[]) => void) {
  let [waiting, since, kept]: [A[], number, number] = [[], Date.now(), 0];
  const flush = () => {
    if (waiting.length > 0) keep(waiting);
    kept += waiting.length;
    [waiting, since] = [[], Date.now()];
  };
  return {
    add: (answers: readonly A[]) => {
      waiting.push(...answers);
      if (waiting.length >= BATCH || Date.now() - since >= BATCH_MS) flush();
    },
    flush,
    kept: () => kept,
  };
}
