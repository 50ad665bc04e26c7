/** The words that tell what a session is about, with their weights. */
import type { Reading } from './reading.ts';

/** A question says more about the topic than an answer. */
const QUESTION = 5;
const MOST = 300;
/** From this many people on, a word that only one person uses says something about that person. */
const CROWD = 10;

/** Weighted counts of telling words, the strongest first; relays say nothing new and are left out. */
export function sessionWords(readings: readonly Reading[], asking: ReadonlySet<string>): Map<string, number> {
  const weights = new Map<string, number>();
  const users = new Map<string, Set<string>>();
  const people = new Set<string>();
  const asked = new Set<string>();
  for (const { isRelay, tweet, words, author, introduces } of readings) {
    people.add(author);
    if (isRelay || introduces !== null) continue;
    const asks = asking.has(tweet.key);
    for (const word of words) {
      weights.set(word, (weights.get(word) ?? 0) + (asks ? QUESTION : 1));
      if (asks) asked.add(word);
      users.set(word, (users.get(word) ?? new Set()).add(author));
    }
  }
  const kept = [...weights].filter(([word]) => people.size < CROWD || asked.has(word) || (users.get(word)?.size ?? 0) > 1);
  return new Map(kept.toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST));
}
