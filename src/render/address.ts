/** Web addresses as they are followed and as they are read. */
import { fit, widthOf } from './layout.ts';
import { harmless } from './safe.ts';

const READABLE = 40;

/** The address when it is one of the web (http or https), spelled so that nothing can hide in it; else null. */
export function webAddress(url: string): string | null {
  if (!/^\s*https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href.replace(/'/g, '%27') : null;
}

/** Where an address leads, for people: host and the start of the path, at most `columns` wide; the query only when it fits. */
export function readableAddress(url: string, columns = READABLE): string {
  const address = webAddress(url);
  if (address === null) return fit(harmless(url), columns);
  const { host, pathname, search } = new URL(address);
  const page = harmless(host.replace(/^www\./, '') + decoded(pathname.replace(/\/$/, '')));
  const whole = page + harmless(decoded(search));
  return fit(widthOf(whole) <= columns ? whole : page, columns);
}

/** The host of an address, for people: `pondnotes.example`. */
export function readableHost(url: string): string {
  return readableAddress(url).replace(/[/?].*$/, '');
}

function decoded(path: string): string {
  try {
    // A decoded space would look like the end of the address.
    return decodeURI(path).replace(/\s/g, '%20');
  } catch {
    return path;
  }
}
