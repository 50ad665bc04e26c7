/** Places tweets without a label by the clock: the newest question, after a minute of grace. */
import type { Attribution } from './answers.ts';
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';

const MINUTE = 60_000;
const GRACE = MINUTE;
/** After the last question people go on to other things. */
const LAST = 20 * MINUTE;

/** A function that places one tweet, or returns null for one before the first question or long after the last. */
export function clockPlacer(_readings: readonly Reading[], asked: readonly Asked[], _known: ReadonlyMap<string, Attribution>): (reading: Reading) => number | null {
  const starts = asked.map(({ reading, number }) => ({ at: reading.at, number }));
  return ({ at }) => {
    const past = starts.filter((one) => one.at <= at);
    const newest = past.at(-1);
    if (newest === undefined || at - newest.at > LAST) return null;
    return at - newest.at < GRACE ? (past.at(-2)?.number ?? newest.number) : newest.number;
  };
}
