/** Whether it is the page that cannot be reached, or everything: a laptop without a network finds no page in the world. */
import type { Network } from '../network/network.ts';
import type { FailureReason, Visit } from '../network/visit.ts';

const OWN: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'dns-not-found',
  'dns',
  'timeout',
  'tls',
  'refused-connection',
  'unreachable',
  'reset',
]);
// Held for the reserved example domain since the beginning of the web, and for nothing else.
const ALWAYS_THERE = 'http://example.com/';
/** So many in a row that cannot be reached make one ask whether anything can. */
const DOUBT = 8;

/** Whether a visit reached any server. */
export function isReached(visit: Visit): boolean {
  return visit.kind !== 'failed' || visit.hops.length > 1 || !OWN.has(visit.reason);
}

/** Holds back what could not be reached until something was. */
export interface Lifeline<A> {
  /** Takes an answer of some server; gives what may be believed now: it and all that was held back. */
  readonly reached: (answer: A) => readonly A[];
  /** Takes one that reached nothing; gives what may be believed now, which is mostly nothing yet. */
  readonly missed: (answer: A) => Promise<readonly A[]>;
  /** What may be believed of what is still held back. */
  readonly rest: () => Promise<readonly A[]>;
  readonly isOffline: () => boolean;
}

/** Begins with nothing held back. */
export function lifeline<A>(network: Network, signal: AbortSignal): Lifeline<A> {
  let held: A[] = [];
  let offline = false;
  const release = (): A[] => {
    const all = held;
    held = [];
    return all;
  };
  const probe = async (): Promise<readonly A[]> => {
    const visit = await network.visit(ALWAYS_THERE, { method: 'HEAD', signal });
    offline = !isReached(visit);
    return offline ? [] : release();
  };
  const unlessCalledOff = async (work: () => Promise<readonly A[]>): Promise<readonly A[]> => {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return [];
      throw error;
    }
  };
  return {
    reached: (answer) => [...release(), answer],
    missed: (answer) => {
      held.push(answer);
      return held.length < DOUBT ? Promise.resolve([]) : unlessCalledOff(probe);
    },
    rest: () => (held.length === 0 ? Promise.resolve([]) : unlessCalledOff(probe)),
    isOffline: () => offline,
  };
}
