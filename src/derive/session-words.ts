/** The words that tell what a session is about, with their weights. */
import { stem } from '../rules/words.ts';
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';

/** A question says more about the topic than an answer; a word that several questions share says most. */
const QUESTION = 5;
const MOST = 300;
/** From this many people on, a word that only one person uses says something about that person. */
const CROWD = 10;

/** Weighted counts of telling words, the strongest first; relays and introductions are left out. */
export function sessionWords(readings: readonly Reading[], asked: readonly Asked[]): Map<string, number> {
  const numbers = new Map(asked.map(({ reading, number }) => [reading, number]));
  const weights = new Map<string, number>();
  const users = new Map<string, Set<string>>();
  const questions = new Map<string, Map<number, string>>();
  for (const reading of readings) {
    if (reading.isRelay || reading.introduces !== null) continue;
    const number = numbers.get(reading);
    for (const [place, word] of reading.words.entries()) {
      const key = reading.stemmed[place] ?? word;
      if (number !== undefined) questions.set(key, (questions.get(key) ?? new Map<number, string>()).set(number, word));
      else weights.set(word, (weights.get(word) ?? 0) + 1);
      const known = users.get(key);
      if (known === undefined) users.set(key, new Set([reading.author]));
      else known.add(reading.author);
    }
  }
  const people = new Set(readings.map(({ author }) => author)).size;
  for (const word of weights.keys()) {
    const key = stem(word);
    if (people >= CROWD && !questions.has(key) && users.get(key)?.size === 1) weights.delete(word);
  }
  for (const forms of questions.values()) {
    for (const form of forms.values()) weights.set(form, (weights.get(form) ?? 0) + QUESTION * forms.size);
  }
  return new Map([...weights].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST));
}
