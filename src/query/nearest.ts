/** What a slip of the finger may have meant. */
import { distance } from 'fastest-levenshtein';

/** The known word nearest to one that is not known, at most two slips away; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const [best] = known
    .filter((other) => other.length > 1)
    .map((other) => ({ other, steps: distance(word, other) }))
    .filter(({ other, steps }) => steps <= Math.min(2, other.length - 1))
    .toSorted((one, two) => one.steps - two.steps);
  return best?.other ?? null;
}
