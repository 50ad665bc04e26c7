/** One page, one address: the key that joins the spellings of a link. */
import { readAddress, writeAddress } from './page-address.ts';
import { mayCarryPage, mayLeadOn, redirectTarget } from './redirect-target.ts';
import { samePage } from './same-page.ts';
import { sameHost } from './same-host.ts';
import { trackingOn } from './tracking.ts';

/** Redirects inside redirects that are followed; an address with more is its own page. */
const DEEPEST = 5;

/**
 * The canonical address of a page, without its scheme, and the host it is on; null for what is no whole web address.
 * The canonical form of `https://` and a canonical address is that address. It is a key, and need not open in a browser.
 */
export function canonicalUrl(url: string): { canonical: string; host: string } | null {
  const parsed = parse(url);
  if (parsed === null) return null;
  const page = samePage(readAddress(innermost(parsed)));
  return { canonical: writeAddress(page), host: page.host };
}

/**
 * An address that still works, less its tracking parameters and the redirects that carry it; all else stays as it was
 * written. What is no web address comes back as it is.
 */
export function cleanUrl(url: string): string {
  if (isCleanAsItIs(url)) return url;
  const parsed = parse(url);
  if (parsed === null) return url;
  const page = innermost(parsed);
  if (page.search === '') return page.href;
  const isTracking = trackingOn(sameHost(page.hostname));
  const parts = page.search.slice(1).split('&');
  const kept = parts.filter((part) => !isTracking(part));
  if (kept.length < parts.length) page.search = kept.join('&');
  return page.href;
}

// Most are: without a query there is nothing to take away, and to parse them would only write them the same way.
function isCleanAsItIs(url: string): boolean {
  return /^https?:\/\/(?:[a-z\d-]+\.)+[a-z]{2,}\/[\w~./-]*$/.test(url) && !/xn--|\/\./.test(url) && !mayCarryPage(url);
}

// The mark of a cut text is no part of an address; a t.co address that lacks its end leads nowhere.
function parse(url: string): URL | null {
  const trimmed = url.trim();
  const whole = trimmed.replace(/…$/, '');
  const parsed = /^https?:\/\/[^/]/i.test(whole) ? urlOf(whole) : null;
  return whole !== trimmed && parsed?.hostname === 't.co' ? null : parsed;
}

// To ask first whether it can be parsed would parse it twice, and nearly all can.
function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function innermost(outer: URL): URL {
  let page = outer;
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const target = mayLeadOn(page) ? redirectTarget(readAddress(page)) : null;
    const inner = target === null ? null : parse(target);
    if (inner === null) return page;
    page = inner;
  }
  return outer;
}
