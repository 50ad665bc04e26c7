/** How well a tweet's words fit each question of a session: smoothed counts of what is asked and answered under it. */
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';

/** A word of the question counts like this many answers that use it. */
const ASKED = 3;
const SMOOTH = 0.3;

interface Answer {
  readonly reading: Reading;
  readonly number: number;
}

/** A function giving the log likelihood of a tweet's telling words under a question of the session. */
export function wordModel(
  readings: readonly Reading[],
  asked: readonly Asked[],
  answers: readonly Answer[],
): (reading: Reading, number: number) => number {
  const vocabulary = sizeOf(readings);
  const counts = new Map<number, Map<string, number>>();
  const totals = new Map<number, number>();
  const learn = ({ reading, number }: Answer, weight: number) => {
    const known = counts.get(number) ?? new Map<string, number>();
    for (const stem of reading.stems) known.set(stem, (known.get(stem) ?? 0) + weight);
    counts.set(number, known);
    totals.set(number, (totals.get(number) ?? 0) + weight * reading.stems.size);
  };
  for (const question of asked) learn(question, ASKED);
  for (const answer of answers) learn(answer, 1);
  return ({ stems }, number) => {
    const known = counts.get(number);
    const total = (totals.get(number) ?? 0) + SMOOTH * vocabulary;
    let sum = 0;
    for (const stem of stems) sum += Math.log(((known?.get(stem) ?? 0) + SMOOTH) / total);
    return sum;
  };
}

function sizeOf(readings: readonly Reading[]): number {
  const all = new Set<string>();
  for (const { stemmed } of readings) for (const stem of stemmed) all.add(stem);
  return all.size;
}
