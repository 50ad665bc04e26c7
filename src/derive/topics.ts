/** What sessions are about, found by comparing their words: class-based TF-IDF (Grootendorst 2022). */
import { stem } from '../rules/words.ts';

const SHOWN = 3;
const KEPT = 5;

/** The telling words of one session with their weights (those of questions count more). */
export interface SessionWords {
  readonly session: string;
  readonly words: ReadonlyMap<string, number>;
}

/** A derived topic: readable words, strongest first. */
export interface DerivedTopic {
  readonly text: string;
  readonly terms: string[];
}

interface Term {
  weight: number;
  /** How it is spelled, and how often so. */
  readonly forms: Map<string, number>;
}

/** The topic of each session against all others; the order of the sessions does not matter. */
export function deriveTopics(sessions: readonly SessionWords[]): Map<string, DerivedTopic> {
  const counted = sessions.map(({ session, words }) => ({ session, terms: termsOf(words) }));
  const everywhere = new Map<string, number>();
  for (const { terms } of counted) for (const [key, { weight }] of terms) everywhere.set(key, (everywhere.get(key) ?? 0) + weight);
  const average = counted.length === 0 ? 0 : sum(everywhere.values()) / counted.length;
  return new Map(counted.map(({ session, terms }) => [session, topicOf(terms, everywhere, average)]));
}

function termsOf(words: ReadonlyMap<string, number>): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const [word, weight] of words) {
    const key = stem(word);
    const term = terms.get(key) ?? { weight: 0, forms: new Map<string, number>() };
    term.weight += weight;
    term.forms.set(word, weight);
    terms.set(key, term);
  }
  return terms;
}

function topicOf(terms: ReadonlyMap<string, Term>, everywhere: ReadonlyMap<string, number>, average: number): DerivedTopic {
  const scored = Array.from(terms, ([key, { weight, forms }]) => ({
    form: readable(forms),
    // The session's length divides every term alike, so it is left out.
    score: weight * Math.log(1 + average / (everywhere.get(key) ?? 1)),
  }));
  const best = scored.toSorted((a, b) => b.score - a.score || compare(a.form, b.form)).slice(0, KEPT);
  const shown = best.map(({ form }) => form);
  return { text: shown.slice(0, SHOWN).join(', '), terms: shown };
}

function readable(forms: ReadonlyMap<string, number>): string {
  const [only] = forms.keys();
  if (only !== undefined && forms.size === 1) return only;
  const [best] = [...forms].toSorted(([a, one], [b, other]) => other - one || a.length - b.length || compare(a, b));
  return best?.[0] ?? '';
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
