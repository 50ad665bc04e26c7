/** Where a stranger's link may lead: public web addresses, and nothing of the reader's own. */
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { buildConnector } from 'undici';
import { isLoopback, isPublic } from './addresses.ts';

/** Finds all addresses of a host name; rejects with the error of `dns.lookup`. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** What the guard lets through besides the public internet, and whom it asks for addresses. */
export interface GuardSettings {
  /** For tests with servers on this machine. */
  readonly allowLoopback?: boolean;
  /** For tests: the port of a plain web server on this machine that is asked instead of every host that has a name. */
  readonly standIn?: number;
  /** Instead of the system's own resolver. */
  readonly resolve?: Resolve;
  /** Milliseconds to find and reach a server. */
  readonly connectMs?: number;
}

/** A connection that was not made, because every address of the host is private, local or reserved. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/** Why a URL is not asked for at all, or null: another scheme than http and https, or a user name or password in it. */
export function refusalOf(url: string): 'scheme' | 'credentials' | null {
  if (!URL.canParse(url)) return 'scheme';
  const { protocol, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return 'scheme';
  return username === '' && password === '' ? null : 'credentials';
}

/** Tells of a URL whose host is an IP address whether that may be asked; a name is looked up only when it is. */
export function openLiterals({ allowLoopback = false }: GuardSettings): (url: string) => boolean {
  const isOpen = openness(allowLoopback);
  return (url) => {
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    return isIP(host) === 0 || isOpen(host);
  };
}

function openness(allowLoopback: boolean): (address: string) => boolean {
  return (address) => isPublic(address) || (allowLoopback && isLoopback(address));
}

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Opens connections to public addresses only. The addresses checked are the very ones that are connected to: a name is looked
 * up once, and nothing looks it up again between check and use.
 */
export function guardedConnector(settings: GuardSettings): buildConnector.connector {
  const { allowLoopback = false, resolve = resolveBySystem, connectMs = 10_000 } = settings;
  const isOpen = openness(allowLoopback);
  const connect = buildConnector({
    lookup: guardedLookup(resolve, isOpen),
    timeout: connectMs,
    // Node gives up an address after a quarter of a second when there is another: too soon for a server across the world.
    autoSelectFamilyAttemptTimeout: 1000,
  });
  const standIn = settings.standIn === undefined ? null : { protocol: 'http:', hostname: '127.0.0.1', port: String(settings.standIn) };
  return (options, callback) => {
    // Sockets look up names, and no addresses.
    const isName = isIP(options.hostname) === 0;
    if (!isName && !isOpen(options.hostname)) {
      queueMicrotask(() => callback(new RefusedAddress(`${options.hostname} is not an address of the public internet`), null));
    } else connect(standIn !== null && isName && !isNobody(options.hostname) ? { ...options, ...standIn } : options, callback);
  };
}

// No such name will ever exist (RFC 6761); some resolvers make up an address all the same.
function isNobody(hostname: string): boolean {
  return /(?:^|\.)invalid\.?$/i.test(hostname);
}

function guardedLookup(resolve: Resolve, isOpen: (address: string) => boolean): LookupFunction {
  const find = callbackify(resolve);
  return (hostname, { all }, callback) => {
    if (isNobody(hostname)) return callback(Object.assign(new Error(`${hostname} is no name`), { code: 'ENOTFOUND' }), '', 0);
    find(hostname, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const open = addresses.filter(({ address }) => isOpen(address));
      const [first] = open;
      if (first === undefined) callback(new RefusedAddress(`${hostname} has no address of the public internet`), '', 0);
      else if (all === true) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}
