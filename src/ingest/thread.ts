/** A thread of our own: what it says, in order, and its end. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { Database } from '../store/open.ts';

/** The last word of a thread that failed. */
interface Failed {
  readonly kind: 'failed';
  readonly message: string;
  readonly code: string | null;
  readonly isForUser: boolean;
}

const START = new URL('../bin/thread.js', import.meta.url);

/** Whether a thread can be started: there is no compiled program to start where the sources run. */
export function hasThreads(): boolean {
  return existsSync(fileURLToPath(START));
}

/** Whether a thread can read an archive beside us: not one in memory, nor what a transaction that is open has written. */
export function threadsHelp(db: Pick<Database, 'memory' | 'inTransaction'>): boolean {
  return !db.memory && !db.inTransaction && hasThreads();
}

/** What a thread is given: its order lies beside what `bin/thread.js` reads. */
export interface ThreadData<Order> {
  /** The compiled program, a file of dist/. */
  readonly program: string;
  readonly order: Order;
}

// What it makes lives shortly; more room for it only makes the process larger.
const YOUNG = 16;

/** A thread that was started. */
export interface Thread<Message> {
  /** What it says, until it ends; throws what it failed with. */
  readonly messages: AsyncGenerator<Message>;
  readonly say: (word: unknown) => void;
  readonly stop: () => Promise<unknown>;
}

let early: { readonly program: string; readonly worker: Worker } | null = null;

/**
 * Starts a thread whose order is not known yet: it gets ready while the rest of the program is loaded, and waits for the
 * `startThread` of its program, without keeping the process alive.
 */
export function startEarly(program: string): void {
  if (!hasThreads()) return;
  const worker = begin({ program, order: undefined });
  worker.unref();
  early = { program, worker };
  // One that fails before it is wanted is not missed: the next that is started tells why.
  worker.once('error', () => (early = null));
}

/** Starts a thread; `most` is what its objects may take, in megabytes. */
export function startThread<Message>(data: ThreadData<unknown>, most?: number): Thread<Message> {
  const worker = takeEarly(data) ?? begin(data, most);
  return {
    messages: messagesOf<Message>(worker),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    say: (word) => worker.postMessage(word),
    stop: () => worker.terminate(),
  };
}

function begin(data: ThreadData<unknown>, most?: number): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG, ...(most !== undefined && { maxOldGenerationSizeMb: most }) };
  return new Worker(START, { workerData: data, resourceLimits });
}

function takeEarly({ program, order }: ThreadData<unknown>): Worker | null {
  if (early?.program !== program) return null;
  const { worker } = early;
  early = null;
  worker.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(order);
  return worker;
}

async function* messagesOf<Message>(worker: Worker): AsyncGenerator<Message> {
  const waiting: (Message | Failed)[] = [];
  let failure: Error | null = null;
  let ended = false;
  let wake = () => {};
  const woken = (note: () => void) => {
    note();
    wake();
  };
  worker.on('message', (message: Message | Failed) => woken(() => waiting.push(message)));
  worker.on('error', (error: Error) => woken(() => (failure = error)));
  worker.on('exit', () => woken(() => (ended = true)));
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) {
      if (isFailed(next)) throw errorOf(next);
      yield next;
    } else if (failure !== null) throw failure;
    else if (ended) return;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

function isFailed(message: unknown): message is Failed {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'failed';
}

// The same error as if it had been met here.
function errorOf({ message, code, isForUser }: Failed): Error {
  if (isForUser) return new UserError(message);
  return code === null ? new Error(message) : Object.assign(new Error(message), { code });
}

/** Null for the failure of a thread that had too little room, for this one can hold more; throws any other. */
export function unlessTooLarge(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return null;
  throw error;
}

/** In a thread that may have been started early (`startEarly`): its order, once it is known. */
export async function toldOrder<Order>(): Promise<Order> {
  const { order } = workerData as ThreadData<Order | undefined>;
  return order ?? (await new Promise<Order>((resolve) => parentPort?.once('message', resolve)));
}

/** In a thread: says something to the one that started it. */
export function say(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message);
}

/** In a thread: a function to call after each word, that waits while `ahead` of them were not taken yet (the other says so of each). */
export function pacer(ahead: number): () => Promise<void> {
  let waiting = 0;
  let resume = () => {};
  parentPort?.on('message', () => {
    waiting -= 1;
    resume();
  });
  return async () => {
    waiting += 1;
    if (waiting >= ahead) await new Promise<void>((resolve) => (resume = resolve));
  };
}

/** In a thread: does the work, and says what it failed with. */
export async function inThread(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    say({ kind: 'failed', message, code, isForUser: error instanceof UserError } satisfies Failed);
  } finally {
    parentPort?.close();
  }
}
