/** Runs work that ends at a limit, or when it is called off. */

/** What came of work with a limit. */
export type Timed<T> = { readonly done: T } | { readonly error: unknown; readonly late: boolean };

/**
 * Runs work with a signal that is aborted after so many milliseconds of the clock on the wall; tells what it threw, and whether
 * that was for the limit. Throws what `signal` was aborted with, and nothing else.
 */
export async function within<T>(
  limitMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Timed<T>> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, limitMs);
  // Node 20 keeps every AbortSignal.any() for as long as the longest of its sources lives.
  const callOff = () => stop.abort();
  signal?.addEventListener('abort', callOff);
  try {
    const done = await work(stop.signal);
    signal?.throwIfAborted();
    return { done };
  } catch (error) {
    signal?.throwIfAborted();
    return { error, late };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', callOff);
  }
}
