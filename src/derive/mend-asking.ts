/** A person's word on which tweets ask, heard before the answers are placed. */
import type { Correction } from '../chat.ts';

/** What people said of asking, by the key of the tweet. */
export interface AskingMended {
  /** Tweets that ask nothing, whatever they look like. */
  readonly silent: ReadonlySet<string>;
  /** Tweets that ask, with their number when it was said. */
  readonly asking: ReadonlyMap<string, number | null>;
  /** The numbers of tweets, which count for those that ask. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** The last word on each tweet. */
export function askingMended(corrections: readonly Correction[]): AskingMended {
  const [silent, asks, numbers] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  for (const one of corrections) {
    if (one.kind === 'role') {
      if (one.role === 'question') asks.add(one.key);
      else asks.delete(one.key);
      if (one.role === 'question') silent.delete(one.key);
      else silent.add(one.key);
    }
    if (one.kind !== 'answer') continue;
    if (one.question === null) {
      silent.add(one.key);
      numbers.delete(one.key);
    } else numbers.set(one.key, one.question);
  }
  return { silent, asking: new Map([...asks].map((key) => [key, numbers.get(key) ?? null])), numbers };
}
