/** A visit -> what the page was. */
import { canonicalUrl } from '../rules/canonical-url.ts';
import type { Look } from '../rules/verdict.ts';
import type { Visit } from '../network/visit.ts';

type Seen = Omit<Look, 'at'>;

// "Not allowed" and "too many" are said to programs far more than to people; 999 is LinkedIn's.
const KEEPS_OUT = new Set([401, 403, 405, 406, 407, 418, 429, 451, 999]);

/** What a visit tells of a page: cautiously, for only "not found", "gone" and a name that does not exist count against it. */
export function lookOf(visit: Visit): Seen {
  const seen = (state: Seen['state'], reason: string | null, status: number | null = null, movedTo: string | null = null): Seen => ({
    state,
    status,
    reason,
    movedTo,
  });
  switch (visit.kind) {
    case 'led':
      return seen('unsure', 'sent on');
    case 'refused':
      return seen('unsure', 'an address edchat never asks');
    case 'failed':
      // What a page leads to may be gone without the page being so.
      return visit.reason === 'dns-not-found' && visit.hops.length === 1 ? seen('gone', visit.reason) : seen('unsure', visit.reason);
    case 'answered': {
      const { status, hops, finalUrl, permanent } = visit;
      if (status === 404 || status === 410) return seen('gone', 'not found', status);
      if (KEEPS_OUT.has(status)) return seen('blocked', 'keeps programs out', status);
      if (status < 200 || status >= 300) return seen('unsure', 'something is wrong with its server', status);
      if (isSame(hops[0] ?? '', finalUrl)) return seen('alive', null, status);
      // Sites that lost a page like to show their front page instead.
      if (isFrontPage(finalUrl)) return seen('unsure', 'sent to a front page', status);
      return permanent ? seen('moved', null, status, finalUrl) : seen('alive', null, status);
    }
  }
}

function isSame(one: string, other: string): boolean {
  return canonicalUrl(one)?.canonical === canonicalUrl(other)?.canonical;
}

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /^\/(?:index\.\w+|home\/?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(pathname) && search === '';
}
