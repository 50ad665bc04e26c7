/** What sessions are about, found by comparing their terms: class-based TF-IDF (Grootendorst 2022). */
import type { Terms } from '../chat.ts';
import { stem } from '../rules/words.ts';

const SHOWN = 3;
const KEPT = 5;

/** What one session speaks of. */
export interface SessionTerms {
  readonly session: string;
  readonly terms: Terms;
}

/** A derived topic: readable words, strongest first. */
export interface DerivedTopic {
  readonly text: string;
  readonly terms: string[];
}

/** The terms of some words with their weights. */
export function termsOf(words: ReadonlyMap<string, number>): Terms {
  const forms = new Map<string, [form: string, weight: number][]>();
  for (const one of words) {
    const key = stem(one[0]);
    const known = forms.get(key);
    if (known === undefined) forms.set(key, [one]);
    else known.push(one);
  }
  const terms = Array.from(forms, ([key, own]) => ({ stem: key, form: readable(own), weight: sum(own.map(([, weight]) => weight)) }));
  terms.sort((a, b) => b.weight - a.weight || compare(a.stem, b.stem));
  return { stems: terms.map((term) => term.stem), forms: terms.map(({ form }) => form), weights: terms.map(({ weight }) => weight) };
}

/** The topic of each session against all others; the order of the sessions does not matter. */
export function deriveTopics(sessions: readonly SessionTerms[]): Map<string, DerivedTopic> {
  const everywhere = new Map<string, number>();
  for (const { terms } of sessions)
    terms.stems.forEach((key, at) => everywhere.set(key, (everywhere.get(key) ?? 0) + (terms.weights[at] ?? 0)));
  const average = sessions.length === 0 ? 0 : sum(everywhere.values()) / sessions.length;
  return new Map(sessions.map(({ session, terms }) => [session, topicOf(terms, everywhere, average)]));
}

interface Scored {
  readonly form: string;
  readonly score: number;
}

function topicOf({ stems, forms, weights }: Terms, everywhere: ReadonlyMap<string, number>, average: number): DerivedTopic {
  const best: Scored[] = [];
  // The session's length divides every term alike, so it is left out.
  const scoreOf = (weight: number, all: number) => weight * Math.log(1 + average / all);
  for (const [at, weight] of weights.entries()) {
    const last = best.length < KEPT ? undefined : best.at(-1);
    // All sessions together say a word as often as this one does, or more: so none of the lighter ones can score higher than this.
    if (last !== undefined && scoreOf(weight, weight) < last.score) break;
    const scored = { form: forms[at] ?? '', score: scoreOf(weight, everywhere.get(stems[at] ?? '') ?? weight) };
    // Few of the hundreds of terms ever stand among the best.
    if (last !== undefined && byScore(scored, last) > 0) continue;
    best.push(scored);
    best.sort(byScore);
    best.length = Math.min(best.length, KEPT);
  }
  const shown = best.map(({ form }) => form);
  return { text: shown.slice(0, SHOWN).join(', '), terms: shown };
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || compare(a.form, b.form);
}

function readable(forms: readonly [form: string, weight: number][]): string {
  const [best] = forms.toSorted(([a, one], [b, other]) => other - one || a.length - b.length || compare(a, b));
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
