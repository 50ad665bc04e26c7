/** When to leave a host in peace for the rest of a run. */
import type { Visit } from '../network/visit.ts';

/** So many answers in a row that a host is too busy, or none at all, are enough. */
const ENOUGH = 5;

/** The patience with each host. */
export interface Patience {
  /** Notes what came of asking a host. */
  readonly note: (host: string, visit: Visit) => void;
  readonly isWornOut: (host: string) => boolean;
}

/** Begins with patience for every host. */
export function patience(): Patience {
  const refusals = new Map<string, number>();
  return {
    note: (host, visit) => refusals.set(host, isTooBusy(visit) ? (refusals.get(host) ?? 0) + 1 : 0),
    isWornOut: (host) => (refusals.get(host) ?? 0) >= ENOUGH,
  };
}

function isTooBusy(visit: Visit): boolean {
  if (visit.kind === 'answered') return visit.status === 429 || visit.status === 503;
  // Where it sent us on, it answered.
  return (
    visit.kind === 'failed' && visit.hops.length === 1 && ['timeout', 'refused-connection', 'reset', 'unreachable'].includes(visit.reason)
  );
}
