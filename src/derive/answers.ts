/** Which question each tweet belongs to, and which rule says so. */
import type { AttributedBy } from '../chat.ts';
import { clockPlacer } from './clock.ts';
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';
import { saysSomething } from './roles.ts';

/** A label that comes later than this is for something else. */
const LATE = 3 * 60_000;

/** A tweet's question. */
export interface Attribution {
  readonly number: number;
  readonly by: AttributedBy;
}

/** The question of every tweet that has one, by key: its own label, then its parent's, then the clock and its words. */
export function attribute(readings: readonly Reading[], asked: readonly Asked[]): Map<string, Attribution> {
  const attributed = new Map<string, Attribution>();
  for (const { reading, number } of asked) attributed.set(reading.tweet.key, { number, by: 'label' });
  for (const reading of readings) {
    const number = ownNumber(reading);
    if (number !== null && !attributed.has(reading.tweet.key))
      attributed.set(reading.tweet.key, { number, by: reading.isRelay ? 'retweet' : 'label' });
  }
  for (const [index, reading] of readings.entries()) if (reading.late !== null) labelBefore(reading, readings.slice(0, index), attributed);
  // Parents first: an answer to an answer to Q3 is about Q3.
  for (const reading of readings) inherit(reading, attributed);
  const place = clockPlacer(readings, asked);
  for (const reading of readings) {
    if (attributed.has(reading.tweet.key)) continue;
    const number = place(reading);
    if (number !== null) attributed.set(reading.tweet.key, { number, by: 'clock' });
  }
  for (const reading of readings) inherit(reading, attributed);
  return attributed;
}

// "Previous tweets were A4...oops!": what its author said just before is labelled by it.
function labelBefore({ late, author, at }: Reading, before: readonly Reading[], attributed: Map<string, Attribution>): void {
  if (late === null || author === '') return;
  const meant = before.filter(
    (one) =>
      one.author === author &&
      at - one.at <= LATE &&
      one.label === null &&
      one.late === null &&
      saysSomething(one) &&
      !attributed.has(one.tweet.key),
  );
  for (const { tweet } of late.several ? meant : meant.slice(-1)) attributed.set(tweet.key, { number: late.number, by: 'label' });
}

function ownNumber({ label, tweet: { section } }: Reading): number | null {
  if (label !== null) return label.number;
  const heading = /^\s*(?:q(?:uestion)?|a(?:nswers?)?)\s*(?:to\s+q(?:uestion)?\s*)?[#.:]?\s*(\d{1,2})\b/i.exec(section ?? '')?.[1];
  return heading === undefined ? null : Number(heading);
}

function inherit({ tweet: { key, retweetOf, replyTo }, quotes }: Reading, attributed: Map<string, Attribution>): void {
  if (attributed.has(key)) return;
  const ways: readonly (readonly [string | null, AttributedBy])[] = [
    [retweetOf, 'retweet'],
    [replyTo, 'reply'],
    [quotes, 'quote'],
  ];
  for (const [parent, by] of ways) {
    const known = parent === null ? undefined : attributed.get(parent);
    if (known === undefined) continue;
    attributed.set(key, { number: known.number, by });
    return;
  }
}
