/** The parts of an address that tell which page it is, each in its one spelling (RFC 3986, section 6). */
import { sameHost } from './same-host.ts';
import { besidesThePage } from './tracking.ts';

/** An address without its scheme; `path` has no slash at its end, `query` no tracking parameters. */
export interface PageAddress {
  readonly host: string;
  /** Empty for the usual ones. */
  readonly port: string;
  readonly path: string;
  /** The parameters as they stand in the address, `name=value`. */
  readonly query: readonly string[];
  /** Without `#`; empty unless it names the page. */
  readonly fragment: string;
}

/** The parts of a web address. */
export function readAddress(url: URL): PageAddress {
  const host = sameHost(url.hostname);
  return {
    host,
    // Either scheme is one page, so either's own port is none.
    port: url.port === '80' || url.port === '443' ? '' : url.port,
    path: withoutAmp(plainPath(url.pathname)),
    query: url.search === '' ? [] : inOrder(parametersOf(url.search, host)),
    fragment: routeOf(url.hash),
  };
}

/** The address as one text, which reads as the same parts again behind `https://`. */
export function writeAddress({ host, port, path, query, fragment }: PageAddress): string {
  const rest = (query.length > 0 ? `?${query.join('&')}` : '') + (fragment === '' ? '' : `#${fragment}`);
  return `${host}${port === '' ? '' : `:${port}`}${path === '' && rest !== '' ? '/' : path}${rest}`;
}

function parametersOf(search: string, host: string): string[] {
  const isBeside = besidesThePage(host);
  return search
    .slice(1)
    .split('&')
    .map((part) => oneSpelling(part, PLAIN_IN_QUERY).replaceAll('%20', '+'))
    .filter((part) => part !== '' && !isBeside(part));
}

const NAMED = /^[\w.~$!*'()%-]+=/;

// Named values mean the same in any order, as long as those of one name keep theirs. Next to a word without a value
// (`?page/12&print`), place has a meaning.
function inOrder(parts: string[]): string[] {
  return parts.length > 1 && parts.every((part) => NAMED.test(part)) ? parts.toSorted(byName) : parts;
}

function byName(one: string, other: string): number {
  const [a = ''] = one.split('=', 1);
  const [b = ''] = other.split('=', 1);
  return a < b ? -1 : a > b ? 1 : 0;
}

// `-._~` by RFC 3986, the other marks by RFC 2396; servers tell none of them from its escape in such a place.
const PLAIN_IN_PATH = "-._~!*'(),:@";
const PLAIN_IN_QUERY = "-._~!*'(),:@/?$";

// Escapes as few characters as can be, in capitals; a `%` that escapes nothing is one itself.
function oneSpelling(text: string, plain: string): string {
  return text.replace(/%(?:[0-9a-f]{2})?|[|[\]^{}`\\]/gi, (found) => {
    if (found.length < 3) return `%${found.charCodeAt(0).toString(16).toUpperCase()}`;
    const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
    return /[a-z0-9]/i.test(character) || plain.includes(character) ? character : found.toUpperCase();
  });
}

function plainPath(path: string): string {
  return path === '/' ? '' : withoutSlashes(oneSpelling(path, PLAIN_IN_PATH));
}

function withoutSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}

// Behind an article `/amp` is its fast copy; behind anything else it may be a page about amplifiers.
function withoutAmp(path: string): string {
  let article = path;
  while (article.endsWith('/amp') && isArticle(article.slice(0, -4))) article = withoutSlashes(article.slice(0, -4));
  return article;
}

function isArticle(path: string): boolean {
  return /\/(?:19|20)\d\d\/|\.html?$/.test(path) || path.slice(path.lastIndexOf('/')).split('-').length > 3;
}

// `#!/one`, `#/one`, `#quiz/one`, `#q=words` are pages that a script shows; other fragments are places in one page.
function routeOf(hash: string): string {
  const fragment = withoutSlashes(oneSpelling(hash.slice(1), PLAIN_IN_QUERY));
  return /^(?:[\w-]*[!/]|q=)./.test(fragment) ? fragment : '';
}
