/** Addresses that carry the page they lead to inside themselves. */
import { byHost } from './by-host.ts';
import type { PageAddress } from './page-address.ts';
import { sameHost } from './same-host.ts';

interface Wrapper {
  readonly host: RegExp;
  readonly path: RegExp;
  /** The parameters that may hold the target. */
  readonly names: readonly string[];
}

const ANY = /^/;
const WRAPPERS: readonly Wrapper[] = [
  { host: /^(?:plus\.url\.)?google\.(?:com?\.)?[a-z]{2,3}$/, path: /^\/url$/, names: ['q', 'url'] },
  { host: /^(?:l\.|lm\.)?facebook\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^l\.instagram\.com$/, path: ANY, names: ['u'] },
  { host: /^l\.messenger\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^out\.reddit\.com$/, path: ANY, names: ['url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: ANY, names: ['url'] },
  { host: /^youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, names: ['url'] },
  { host: /^linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)$/, names: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  { host: /^duckduckgo\.com$/, path: /^\/l$/, names: ['uddg'] },
  { host: /^getpocket\.com$/, path: /^\/redirect$/, names: ['url'] },
  { host: /^medium\.com$/, path: /^\/r$/, names: ['url'] },
  { host: /^vk\.com$/, path: /^\/away\.php$/, names: ['to'] },
  { host: /^exit\.sc$/, path: ANY, names: ['url'] },
  { host: /^redirect\.viglink\.com$/, path: ANY, names: ['u'] },
  { host: /^go\.redirectingat\.com$/, path: ANY, names: ['url'] },
];

/** False for nearly every address: it has nothing in it that another could be taken from, and need not be read in parts. */
export function mayLeadOn({ search, hostname }: URL): boolean {
  return mayCarryPage(hostname) || (search !== '' && isWrapper(hostname));
}

/** False for nearly every address or host: no other address stands in its path. */
export function mayCarryPage(text: string): boolean {
  return /google\.|\.ampproject\.org/.test(text);
}

// Its query alone is the target.
const ALL_QUERY = 'href.li';

const isWrapper = byHost((hostname) => {
  const host = sameHost(hostname);
  return host === ALL_QUERY || WRAPPERS.some((one) => one.host.test(host));
});

/** Where an address leads that only passes readers on, or shows another's page as AMP; null for every other. */
export function redirectTarget(address: PageAddress): string | null {
  const target = inPath(address) ?? inQuery(address);
  if (target === null || !/^https?:\/\/[^/]/i.test(target)) return null;
  return address.fragment === '' || target.includes('#') ? target : `${target}#${address.fragment}`;
}

function inQuery({ host, path, query }: PageAddress): string | null {
  if (query.length === 0) return null;
  if (host === ALL_QUERY) return query.join('&');
  const wrapper = WRAPPERS.find((one) => one.host.test(host) && one.path.test(path));
  if (wrapper === undefined) return null;
  const values = new URLSearchParams(query.join('&'));
  return wrapper.names.map((name) => values.get(name)).find((value) => value !== null) ?? null;
}

const AMP_OF_GOOGLE = /^\/amp\/(s\/)?([^/]+\..*)$/;
const AMP_CACHE = /^\/[cv]\/(s\/)?([^/]+\..*)$/;

function inPath({ host, path, query }: PageAddress): string | null {
  const form = /^google\.(?:com?\.)?[a-z]{2,3}$/.test(host) ? AMP_OF_GOOGLE : host.endsWith('.cdn.ampproject.org') ? AMP_CACHE : null;
  const [, secure, page] = form?.exec(path) ?? [];
  return page === undefined ? null : `http${secure ? 's' : ''}://${page}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
