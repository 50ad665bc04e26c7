/** As much of a server's page as anyone here wants to know. */
import type { Dispatcher } from 'undici';
import { beginning } from './body.ts';
import { failureOf } from './failures.ts';
import { header } from './headers.ts';
import { STUB_BYTES } from './refresh.ts';
import { isPage } from './title.ts';

/** What was read of a page. */
export interface Page {
  readonly contentType: string | null;
  /** Null when none was asked for, or it is no text, or packed in a way that is not known. */
  readonly body: Buffer | null;
  readonly cut: boolean;
  /** Whether its connection broke. */
  readonly reset: boolean;
}

/** How much to read. */
export interface Reading {
  readonly method: 'GET' | 'HEAD';
  /** Bytes at most. */
  readonly bodyLimit: number;
  /** Whether pages that hold nothing but a refresh are wanted whole. */
  readonly followMeta: boolean;
}

const TEXT = /^\s*(?:text\/|application\/(?:(?:[\w.-]+\+)?(?:json|xml)|javascript)\b)/i;
// Enough of a redirect's body for its connection to be used again.
const POLITE_BYTES = 32 * 1024;
const POLITE_MS = 1000;

/** Reads a page until the end of its head, any other text until its end, and nothing of what is neither; each up to the limit. */
export async function readPage(response: Dispatcher.ResponseData, reading: Reading, signal: AbortSignal): Promise<Page> {
  const contentType = header(response, 'content-type');
  const none: Page = { contentType, body: null, cut: false, reset: false };
  if (reading.method === 'HEAD' || (contentType !== null && !TEXT.test(contentType))) {
    leave(response);
    return none;
  }
  const isEnough = isPage(contentType) ? headEnds(reading.followMeta ? STUB_BYTES : 0) : () => false;
  const read = await beginning(response.body, header(response, 'content-encoding') ?? '', { bytes: reading.bodyLimit, isEnough });
  if (read === null) return none;
  if (read.broken === null) return { contentType, body: read.bytes, cut: !read.whole, reset: false };
  const failure = failureOf(read.broken);
  if (failure === null && !signal.aborted) throw read.broken;
  return { contentType, body: read.bytes, cut: true, reset: failure?.reason === 'reset' };
}

// A tag can be spread over two pieces.
function headEnds(least: number): (soFar: number, piece: Buffer) => boolean {
  let before = '';
  let seen = false;
  return (soFar, piece) => {
    const text = before + piece.toString('latin1');
    seen ||= /<\/head[\s>]/i.test(text);
    before = text.slice(-'</head'.length);
    return seen && soFar > least;
  };
}

/** Goes on without the body of an answer, which is dropped in the background. */
export function leave({ body }: Dispatcher.ResponseData): void {
  body.dump({ limit: POLITE_BYTES, signal: AbortSignal.timeout(POLITE_MS) }).catch(() => {});
}
