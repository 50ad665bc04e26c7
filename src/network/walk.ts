/** The way from one address to the next, as far as servers send us on. */

/** How many times one visit is sent on. */
const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Where a visit has come to. */
export interface Walk {
  /** Every address in order; the last is the one to ask. */
  readonly hops: string[];
  /** Whether every step so far is for good. */
  permanent: boolean;
}

/** A visit's beginning. */
export function startAt(url: string): Walk {
  return { hops: [url], permanent: true };
}

/** Whether a status sends the visitor elsewhere. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/** What can be wrong with a step. */
export type WrongTurn = 'bad-redirect' | 'redirect-loop' | 'too-many-redirects';

/** Takes a step to where a server sends us; what is wrong with it, or null. */
export function step(walk: Walk, location: string | null, forGood: boolean): WrongTurn | null {
  const here = walk.hops.at(-1) ?? '';
  if (location === null || location.trim() === '' || !URL.canParse(location, here)) return 'bad-redirect';
  const next = new URL(location, here);
  // A place within the page goes along, unless the server names one (RFC 9110).
  if (next.hash === '') next.hash = new URL(here).hash;
  if (walk.hops.some((hop) => pageOf(hop) === pageOf(next.href))) return 'redirect-loop';
  if (walk.hops.length > MOST_REDIRECTS) return 'too-many-redirects';
  walk.hops.push(next.href);
  walk.permanent &&= forGood;
  return null;
}

function pageOf(url: string): string {
  const page = new URL(url);
  page.hash = '';
  return page.href;
}
