/** The only door to the network: one page of a stranger's server, asked for politely, guardedly and within limits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { ask, type Asked, type Request } from './ask.ts';
import { within } from './deadline.ts';
import { failureOf } from './failures.ts';
import { guardedConnector, type GuardSettings, openLiterals, RefusedAddress } from './guard.ts';
import { pauseAfter } from './retry.ts';
import type { Failed, Refused, Visit } from './visit.ts';
import { startAt, type Walk } from './walk.ts';

/** How edchat appears on the network. */
export interface NetworkSettings extends GuardSettings {
  readonly version: string;
  /** Where a webmaster finds out who asks. */
  readonly homepage: string;
  /** Milliseconds before the second attempt at a busy server; the third waits twice as long. */
  readonly backoffMs?: number;
  /** Milliseconds that an attempt of a visit may take which does not say itself. */
  readonly timeoutMs?: number;
}

/** How one page is asked for. */
export interface VisitOptions {
  readonly method?: 'GET' | 'HEAD';
  /** Whether a page that holds nothing but a refresh is a redirect. */
  readonly followMeta?: boolean;
  /** Ends the way before an address that another one led to: it is told, and not asked. */
  readonly stopBefore?: (url: string) => boolean;
  /** Milliseconds that one attempt may take in all, redirects and body included. Pauses between attempts are not counted. */
  readonly timeoutMs?: number;
  /** Milliseconds of silence after which a server is given up. */
  readonly idleMs?: number;
  /** Bytes of a body that are read at most, packed or unpacked. */
  readonly bodyLimit?: number;
  /** Calls the visit off: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A connection to the world. */
export interface Network {
  /** Asks for a page. What a server does wrong is told, and never thrown. */
  readonly visit: (url: string, options?: VisitOptions) => Promise<Visit>;
  /** Drops all connections; call it at the end, or the program waits for them. */
  readonly close: () => Promise<void>;
}

/** Opens the door. Nothing is sent before the first visit. */
export function openNetwork(settings: NetworkSettings): Network {
  const { version, homepage, backoffMs = 1000, timeoutMs = 20_000 } = settings;
  const agent = new Agent({ connect: guardedConnector(settings), maxHeaderSize: 64 * 1024, keepAliveMaxTimeout: 10_000 });
  const isOpen = openLiterals(settings);
  const userAgent = `edchat/${version} (+${homepage}; archive of education chats)`;
  return {
    visit: (url, options = {}) => visit(url, { timeoutMs, ...options }, requestFor(options, agent, userAgent, isOpen), backoffMs),
    close: () => agent.destroy(),
  };
}

function requestFor(options: VisitOptions, agent: Agent, userAgent: string, isOpen: Request['isOpen']): Request {
  const { method = 'GET', followMeta = false, stopBefore = () => false, idleMs = 10_000, bodyLimit = 512 * 1024 } = options;
  return { agent, userAgent, isOpen, method, followMeta, stopBefore, idleMs, bodyLimit };
}

type Limits = VisitOptions & Required<Pick<VisitOptions, 'timeoutMs'>>;

async function visit(url: string, options: Limits, request: Request, backoffMs: number): Promise<Visit> {
  // An attempt goes on where the one before it failed: a shortener is not asked again for what it has told.
  const walk = startAt(url);
  for (let attempts = 1; ; attempts++) {
    const { result, again, retryAfter } = await attempt(walk, options, request);
    const pause = again ? pauseAfter(attempts, retryAfter, backoffMs) : null;
    if (pause === null) return result;
    await sleep(pause, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
}

async function attempt(walk: Walk, { timeoutMs, signal }: Limits, request: Request): Promise<Asked> {
  const timed = await within(timeoutMs, signal, (stop) => ask(walk, request, stop));
  if ('done' in timed) return timed.done;
  const result = timed.late ? failed(walk, 'timeout', `no answer within ${timeoutMs / 1000} s`) : resultOf(timed.error, walk);
  return { result, again: result.kind === 'failed' && result.reason === 'reset', retryAfter: null };
}

function resultOf(error: unknown, walk: Walk): Failed | Refused {
  if (error instanceof RefusedAddress) return { kind: 'refused', reason: 'address', url: walk.hops.at(-1) ?? '', hops: walk.hops };
  const failure = failureOf(error);
  if (failure === null) throw error;
  return failed(walk, failure.reason, failure.message);
}

function failed(walk: Walk, reason: Failed['reason'], message: string): Failed {
  return { kind: 'failed', reason, hops: walk.hops, message };
}
