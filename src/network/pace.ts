/** Much at once, and of no server more than a little. */
import { setMaxListeners } from 'node:events';
import { takeTurns, type Turn } from './turns.ts';

/** How a list of items is worked through. */
export interface Pace<T> {
  /** The host that an item is asked of. */
  readonly hostOf: (item: T) => string;
  /** Items at once, in all. */
  readonly concurrency?: number;
  /** Items at once on one host. */
  readonly perHost?: number;
  /** Milliseconds between two starts on one host. */
  readonly gapMs?: number;
  /** Whether the work of an item will ask nothing of its host, which then needs no rest. */
  readonly isIdle?: (item: T) => boolean;
  /** Calls it off: nothing is started any more, and what is under way has half a second to finish. */
  readonly signal?: AbortSignal;
}

/** Does the work for one item, and leaves it when the signal says so. */
export type Work<T, R> = (item: T, signal: AbortSignal) => Promise<R>;

/** An item whose work is done. */
export interface Done<T, R> {
  readonly item: T;
  readonly result: R;
}

const GRACE_MS = 500;

/**
 * Works through a list, each host in its turn, and yields results as they come. What was called off yields nothing; an error
 * of the work ends it all. While nobody takes results, no more is begun than runs at once.
 */
export async function* visitAll<T, R>(items: Iterable<T>, pace: Pace<T>, work: Work<T, R>): AsyncGenerator<Done<T, R>> {
  const { hostOf, concurrency = 16, perHost = 2, gapMs = 250, isIdle = () => false, signal } = pace;
  // The one ends the beginning of items, the other those under way.
  const off = new AbortController();
  const stop = new AbortController();
  // Every item under way listens; Node takes more than ten for a leak, and tells the reader.
  setMaxListeners(0, stop.signal);
  const done: Done<T, R>[] = [];
  const failures: unknown[] = [];
  const running = new Set<Turn<T>>();
  let wake = () => {};

  const run = async (turn: Turn<T>) => {
    const { item, release } = turn;
    running.add(turn);
    try {
      done.push({ item, result: await work(item, stop.signal) });
    } catch (error) {
      if (!stop.signal.aborted) failures.push(error);
    }
    running.delete(turn);
    release();
    startMore();
    wake();
  };
  const startMore = () => {
    while (!off.signal.aborted && failures.length === 0 && running.size + done.length < concurrency) {
      const turn = turns.take();
      if (turn === null) return;
      void run(turn);
    }
  };
  const turns = takeTurns(items, hostOf, { perHost, gapMs, isIdle }, startMore);

  let grace: NodeJS.Timeout | undefined;
  const callOff = () => {
    off.abort();
    grace = setTimeout(() => stop.abort(), GRACE_MS);
    wake();
  };
  if (signal?.aborted === true) off.abort();
  signal?.addEventListener('abort', callOff);
  try {
    for (;;) {
      const next = done.shift();
      startMore();
      if (next !== undefined) yield next;
      else if (failures.length > 0) throw failures[0];
      else if (running.size === 0 && (off.signal.aborted || turns.left() === 0)) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    off.abort();
    signal?.removeEventListener('abort', callOff);
    clearTimeout(grace);
    turns.stop();
    stop.abort();
    while (running.size > 0) await new Promise<void>((resolve) => (wake = resolve));
  }
}
