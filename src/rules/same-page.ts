/** Sites that show one thing behind many addresses: videos, documents, tweets, products. */
import type { PageAddress } from './page-address.ts';

/** The one address of what is shown; the address itself where nothing is known of the site. */
export function samePage(address: PageAddress): PageAddress {
  const site = SITES.find(({ host }) => host.test(address.host));
  return site?.page(address) ?? address;
}

interface Site {
  readonly host: RegExp;
  readonly page: (address: PageAddress) => PageAddress | null;
}

const SITES: readonly Site[] = [
  { host: /^youtu\.be$/, page: shortVideo },
  { host: /^(?:music\.)?youtube\.com$/, page: video },
  { host: /^(?:player\.)?vimeo\.com$/, page: vimeo },
  { host: /^(?:docs|drive)\.google\.com$/, page: googleFile },
  { host: /^(?:twitter|[vf]xtwitter|fixupx|fixvx)\.com$/, page: twitter },
  { host: /^(?:amazon\.(?:com?\.)?[a-z]{2,3}|amzn\.com)$/, page: product },
];

function at(host: string, path: string, ...query: string[]): PageAddress {
  return { host, port: '', path, query, fragment: '' };
}

function valueOf({ query }: PageAddress, name: string): string | null {
  return query.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

const VIDEO = /^[\w-]{6,}$/;

function shortVideo(address: PageAddress): PageAddress | null {
  const id = address.path.slice(1);
  if (id === '') return at('youtube.com', '');
  return VIDEO.test(id) ? watched(id, valueOf(address, 'list')) : null;
}

function video(address: PageAddress): PageAddress | null {
  const list = valueOf(address, 'list');
  if (/^\/(?:playlist|embed\/videoseries)$/.test(address.path) && list !== null) return at('youtube.com', '/playlist', `list=${list}`);
  const id = videoId(address);
  return id !== null && VIDEO.test(id) ? watched(id, list) : null;
}

function videoId(address: PageAddress): string | null {
  if (address.path === '/watch') return valueOf(address, 'v');
  if (address.path === '/attribution_link') return /^\/watch\?v(?:=|%3D)([\w-]+)/.exec(valueOf(address, 'u') ?? '')?.[1] ?? null;
  return /^\/(?:embed|e|v|shorts|live|watch)\/([\w-]+)$/.exec(address.path)?.[1] ?? null;
}

// A video of a list someone made is shared for the list; lists that YouTube makes up for each viewer are nobody's.
function watched(id: string, list: string | null): PageAddress {
  const own = list !== null && /^[\w-]+$/.test(list) && !/^(?:RD|WL|LL|UL)/.test(list);
  return at('youtube.com', '/watch', ...(own ? [`list=${list}`] : []), `v=${id}`);
}

const VIMEO = /^(?:\/video|\/m|\/channels\/[\w-]+|\/groups\/[\w-]+\/videos)?\/(\d+)(?:\/[0-9a-f]{8,})?$/;

// An unlisted video has a key behind its number, or none where it is embedded.
function vimeo({ path }: PageAddress): PageAddress | null {
  const id = VIMEO.exec(path)?.[1];
  return id === undefined ? null : at('vimeo.com', `/${id}`);
}

// The accounts one may be signed in with stand at several places in the path.
const ACCOUNTS = /\/a\/[\w.-]+\.[a-z]+(?=\/)|\/u\/\d+(?=\/)/g;
const DOCUMENT = /^\/(document|spreadsheets|presentation|forms|drawings)(\/d\/(?:e\/)?[\w-]+)(?:\/([\w/]+))?$/;
// Doors to the thing itself. What was published (`pub`, `pubhtml`, `embed` of `/d/e/`) is another page, an export a file.
const WAYS_IN = new Set(
  'edit view viewer preview copy present embed comment mobilebasic mobilepresent htmlview htmlembed viewform closedform prefill template/preview'.split(
    ' ',
  ),
);
const PUBLISHED_WAYS_IN = new Set(['viewform', 'closedform', 'prefill']);

function googleFile(address: PageAddress): PageAddress | null {
  const path = address.path.replace(ACCOUNTS, '');
  return googleDocument(path) ?? driveFile(path, valueOf(address, 'id')) ?? { ...address, path };
}

function googleDocument(path: string): PageAddress | null {
  const [, kind, id = '', way] = DOCUMENT.exec(path) ?? [];
  if (kind === undefined || id === '/d/e') return null;
  const isWayIn = way === undefined || (id.startsWith('/d/e/') ? PUBLISHED_WAYS_IN : WAYS_IN).has(way);
  return isWayIn ? at('docs.google.com', `/${kind}${id}`) : null;
}

function driveFile(path: string, id: string | null): PageAddress | null {
  const file = /^\/file\/d\/([\w-]+)(?:\/(?:view|edit|preview))?$/.exec(path)?.[1] ?? (/^\/(?:open|uc)$/.test(path) ? id : null);
  if (file !== null) return at('drive.google.com', `/file/d/${file}`);
  const listed = /^\/(?:folderview|embeddedfolderview)$/.test(path) ? id : null;
  const folder = /^\/drive\/(?:mobile\/)?folders\/([\w-]+)$/.exec(path)?.[1] ?? listed;
  return folder === null ? null : at('drive.google.com', `/drive/folders/${folder}`);
}

// The form that the rules for quoted tweets read, too. The name in a tweet's address may be any.
function twitter(address: PageAddress): PageAddress | null {
  const path = address.fragment.startsWith('!/') ? address.fragment.slice(1) : address.path;
  const tweet = /^\/(?:i\/web|\w{1,20})\/status(?:es)?\/(\d+)(?:\/|$)/.exec(path)?.[1];
  if (tweet !== undefined) return at('twitter.com', `/i/status/${tweet}`);
  if (address.host !== 'twitter.com') return null;
  return /^\/\w{1,20}$/.test(path) ? { ...address, path: path.toLowerCase(), fragment: '' } : null;
}

const PRODUCT = /^(?:\/[^/]+)?(?:\/(?:dp|gp\/product|gp\/aw\/d|exec\/obidos\/asin|o\/asin))\/([a-z0-9]{10})(?:\/|$)/i;

function product(address: PageAddress): PageAddress | null {
  const host = address.host === 'amzn.com' ? 'amazon.com' : address.host;
  const id = (PRODUCT.exec(address.path) ?? (host === address.host ? null : /^\/(\w{10})$/.exec(address.path)))?.[1];
  if (id !== undefined) return at(host, `/dp/${id.toUpperCase()}`);
  // Which link of which page was clicked.
  return { ...address, path: address.path.replace(/\/ref=[^/]*$/, '') };
}
