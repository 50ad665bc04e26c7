/** The words that tell what a session is about, with their weights. */
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';

/** A question says more about the topic than an answer; a word that several questions share says most. */
const QUESTION = 5;
const MOST = 300;
/** From this many people on, a word that only one person uses says something about that person. */
const CROWD = 10;

/** What is counted of all forms of a word. */
interface Stem {
  /** Who uses it: one or two of them, for more is not asked. */
  readonly users: Set<string>;
  /** The form in each question that holds it, by number. */
  readonly questions: Map<number, string>;
}

/** Weighted counts of telling words, the strongest first; relays and introductions are left out. */
export function sessionWords(readings: readonly Reading[], asked: readonly Asked[]): Map<string, number> {
  const numbers = new Map(asked.map(({ reading, number }) => [reading, number]));
  const stems = new Map<string, Stem>();
  const forms = new Map<string, { weight: number; readonly stem: Stem }>();
  for (const reading of readings) {
    if (reading.isRelay || reading.introduces !== null) continue;
    const number = numbers.get(reading);
    for (const [place, word] of reading.words.entries()) {
      const form = known(forms, word, () => ({
        weight: 0,
        stem: known(stems, reading.stemmed[place] ?? word, () => ({ users: new Set(), questions: new Map() })),
      }));
      if (number !== undefined) form.stem.questions.set(number, word);
      else form.weight += 1;
      if (form.stem.users.size < 2) form.stem.users.add(reading.author);
    }
  }
  const isCrowd = new Set(readings.map(({ author }) => author)).size >= CROWD;
  const weights = new Map<string, number>();
  for (const [word, { weight, stem }] of forms) {
    if (weight > 0 && !(isCrowd && stem.questions.size === 0 && stem.users.size === 1)) weights.set(word, weight);
  }
  for (const { questions } of stems.values()) {
    for (const form of questions.values()) weights.set(form, (weights.get(form) ?? 0) + QUESTION * questions.size);
  }
  return new Map([...weights].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST));
}

function known<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const found = values.get(key);
  if (found !== undefined) return found;
  const made = make();
  values.set(key, made);
  return made;
}
