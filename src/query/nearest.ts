/** What a slip of the finger may have meant. */
import { distance } from 'fastest-levenshtein';

// In so short a word two slips leave nothing to know it by.
const SHORT = 3;

/** The known word nearest to one that is not known, at most two slips away; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const most = word.length <= SHORT ? 1 : 2;
  const [best] = known
    .filter((other) => other.length > 1)
    .map((other) => ({ other, steps: distance(word, other) }))
    .filter(({ other, steps }) => steps <= Math.min(most, other.length - 1))
    .toSorted((one, two) => one.steps - two.steps);
  return best?.other ?? null;
}
