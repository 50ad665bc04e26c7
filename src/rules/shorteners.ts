/** Hosts whose addresses are stubs that lead to another page. */
import table from '../../data/shorteners.json' with { type: 'json' };
import { namesOf } from './host-lists.ts';

const ALIVE = new Set(namesOf(table.alive, 'data/shorteners.json, alive,'));
const DEAD = new Set(namesOf(table.dead, 'data/shorteners.json, dead,'));

/** True when an address only stands for another page, which must be asked for. */
export function isShortened(url: string): boolean {
  const host = stubHost(url);
  return host !== null && (ALIVE.has(host) || DEAD.has(host));
}

/** True when it was made by a service that has closed: nobody can say any more where it led. */
export function isShortenedForGood(url: string): boolean {
  const host = stubHost(url);
  return host !== null && DEAD.has(host);
}

// The front page of such a service is a page like any other.
function stubHost(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  return pathname === '/' ? null : hostname.replace(/^www\./, '');
}
