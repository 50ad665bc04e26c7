/** When to ask once more a server that is busy or broke off. */

// The first time included.
const MOST_ATTEMPTS = 3;
// One who asks for more is not waited for.
const LONGEST_WAIT_MS = 60_000;

/** Whether an answer with this status may be another in a moment: too many requests, or an error of the server. */
export function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

/**
 * Milliseconds until the next attempt after so many; null when there is none to make. Twice as long each time and by chance
 * half as long again, and never sooner than the server's Retry-After header asks.
 */
export function pauseAfter(attempts: number, retryAfter: string | null, backoffMs: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const asked = askedFor(retryAfter);
  if (asked > LONGEST_WAIT_MS) return null;
  return Math.max(asked, backoffMs * 2 ** (attempts - 1) * (1 + Math.random() / 2));
}

// Seconds, or a date.
function askedFor(header: string | null): number {
  if (header === null) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? 0 : until - Date.now();
}
