import { type Agent, type Dispatcher, request as send } from 'undici';
import { ACCEPTED_CODINGS } from './body.ts';
import { refusalOf } from './guard.ts';
import { header } from './headers.ts';
import { leave, type Page, type Reading, readPage } from './page.ts';
import { refreshOf } from './refresh.ts';
import { isPassing } from './retry.ts';
import type { Visit } from './visit.ts';
import { isRedirect, step, type Walk, type WrongTurn } from './walk.ts';

/** How servers are asked. */
export interface Request extends Reading {
  readonly agent: Agent;
  readonly userAgent: string;
  readonly stopBefore: (url: string) => boolean;
  /** Whether an address may be asked as far as can be told without looking its host up. */
  readonly isOpen: (url: string) => boolean;
  /** Milliseconds of silence after which a server is given up. */
  readonly idleMs: number;
}

/** What came of one attempt, and whether another may do better. */
export interface Asked {
  readonly result: Visit;
  readonly again: boolean;
  /** The header of that name. */
  readonly retryAfter: string | null;
}

const WRONG: Readonly<Record<WrongTurn, string>> = {
  'bad-redirect': 'sent on to no address, or to one that cannot be read',
  'redirect-loop': 'sent back to where it came from',
  'too-many-redirects': 'sent on too often',
};

/** Asks the last address of a walk and those it leads to, until one answers. Throws the errors of sockets and of the guard. */
export async function ask(walk: Walk, request: Request, signal: AbortSignal): Promise<Asked> {
  for (;;) {
    const url = walk.hops.at(-1) ?? '';
    const refusal = refusalOf(url);
    if (refusal !== null) return forGood({ kind: 'refused', reason: refusal, url, hops: walk.hops });
    if (walk.hops.length > 1 && request.stopBefore(url)) {
      const { hops } = walk;
      return forGood(request.isOpen(url) ? { kind: 'led', finalUrl: url, hops } : { kind: 'refused', reason: 'address', url, hops });
    }
    const response = await sendTo(url, request, signal);
    if (isRedirect(response.statusCode)) {
      leave(response);
      const wrong = step(walk, header(response, 'location'), [301, 308].includes(response.statusCode));
      if (wrong !== null) return forGood({ kind: 'failed', reason: wrong, hops: walk.hops, message: WRONG[wrong] });
    } else {
      const page = await readPage(response, request, signal);
      if (!isSentOn(walk, response, page, request)) return answered(walk, response, page);
    }
  }
}

function sendTo(url: string, request: Request, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  return send(url, {
    dispatcher: request.agent,
    method: request.method,
    headers: {
      'user-agent': request.userAgent,
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
      'accept-encoding': ACCEPTED_CODINGS,
    },
    signal,
    headersTimeout: request.idleMs,
    bodyTimeout: request.idleMs,
  });
}

// A page that cannot be followed, as one that only loads itself again, is the answer.
function isSentOn(walk: Walk, { statusCode }: Dispatcher.ResponseData, { body, cut, contentType }: Page, { followMeta }: Request): boolean {
  if (!followMeta || statusCode !== 200 || body === null || cut) return false;
  const target = refreshOf(body, contentType);
  return target !== null && step(walk, target, false) === null;
}

function forGood(result: Visit): Asked {
  return { result, again: false, retryAfter: null };
}

function answered({ hops, permanent }: Walk, response: Dispatcher.ResponseData, page: Page): Asked {
  const { statusCode: status } = response;
  return {
    result: {
      kind: 'answered',
      status,
      finalUrl: hops.at(-1) ?? '',
      hops,
      permanent: permanent && hops.length > 1,
      contentType: page.contentType,
      body: page.body,
      bodyCut: page.cut,
    },
    again: isPassing(status) || page.reset,
    retryAfter: header(response, 'retry-after'),
  };
}
