/** Long work in steps: done at once, or with a look between two of them at whether it was stopped. */
import { EXIT, UserError } from './errors.ts';

/** Thrown when the user stops the work; what was not finished is undone, or left for the next run. */
export class Interrupted extends UserError {
  constructor(message = 'interrupted; nothing is lost, and the next command finishes what was begun') {
    super(message, { exitCode: EXIT.interrupted });
  }
}

/** Work that can pause wherever it yields. */
export type Steps<T = void> = Generator<void, T, void>;

/** Does the work without a pause, as within a transaction that nothing may come between. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work, and lets a signal be heard after each step. */
export async function stepByStep<T>(steps: Steps<T>, signal?: AbortSignal, message?: string): Promise<T> {
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await pauseFor(signal, message);
    }
  } catch (error) {
    // What was begun is taken back where the work says so.
    steps.return(undefined as T);
    throw error;
  }
}

/** Lets what waits at the event loop happen; throws where that was a Ctrl-C. */
export async function pauseFor(signal: AbortSignal | undefined, message?: string): Promise<void> {
  // The promise of node:timers loads streams, which no search needs.
  await new Promise<void>((resolve) => void setImmediate(resolve));
  if (signal?.aborted) throw new Interrupted(message);
}
