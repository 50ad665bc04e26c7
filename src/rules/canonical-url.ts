/** One page, one address: the key that joins the spellings of a link. */
import normalizeUrl from 'normalize-url';

// Parameters that say where a click came from, never which page it leads to. `ref` and `source` are content on some sites.
const TRACKING = [
  /^utm_/i,
  /^mc_(?:cid|eid)$/i,
  /^(?:fbclid|gclid|dclid|igshid|msclkid|yclid|_hsenc|_hsmi|mkt_tok|cmpid|ns_campaign|ns_mchannel)$/i,
];
const YOUTUBE = /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/;

/** The canonical address of a page, without its scheme, and the host it is on; null for what is no web address. */
export function canonicalUrl(url: string): { canonical: string; host: string } | null {
  const parsed = parse(url);
  if (parsed === null) return null;
  const normal = parse(youtube(parsed) ?? plain(parsed));
  if (normal === null) return null;
  const canonical = normal.href
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#/]+$/, '');
  return { canonical, host: normal.hostname.replace(/^www\./, '') };
}

function parse(url: string): URL | null {
  const trimmed = url.trim().replace(/[…]+$/, '');
  if (!/^https?:\/\/[^/]/i.test(trimmed) || !URL.canParse(trimmed)) return null;
  return new URL(trimmed);
}

function plain(url: URL): string {
  return normalizeUrl(url.href, {
    forceHttps: true,
    stripHash: !url.hash.startsWith('#!'),
    removeQueryParameters: TRACKING,
    stripTextFragment: false,
    removeDirectoryIndex: false,
    removeExplicitPort: false,
  });
}

// A video has one id and many doors.
function youtube(url: URL): string | null {
  const host = url.hostname.toLowerCase();
  const id = host === 'youtu.be' ? url.pathname.slice(1) : YOUTUBE.test(host) ? videoId(url) : null;
  return id !== null && /^[\w-]{6,}$/.test(id) ? `https://youtube.com/watch?v=${id}` : null;
}

function videoId(url: URL): string | null {
  if (url.searchParams.has('list')) return null;
  return url.pathname === '/watch' ? url.searchParams.get('v') : (/^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1] ?? null);
}

/** An address that still works, less its tracking parameters; as it is when it is no web address. */
export function cleanUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === null) return url;
  const tracking = Array.from(parsed.searchParams.keys()).filter((name) => TRACKING.some((pattern) => pattern.test(name)));
  for (const name of tracking) parsed.searchParams.delete(name);
  return parsed.href;
}
