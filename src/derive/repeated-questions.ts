/** Questions said again word for word: by a co-moderator, a sponsor, or somebody who joins in. */
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';
import { similarity } from './similarity.ts';

const SAME = 0.75;
/** Fewer words than this happen to be alike. */
const WORDS = 4;

/** The numbers of the questions that later tweets say again, by key; retweets pass on and are left out. */
export function repeatedQuestions(readings: readonly Reading[], asked: readonly Asked[]): Map<string, number> {
  const first = new Set(asked.map(({ reading }) => reading));
  const repeated = new Map<string, number>();
  for (const reading of readings) {
    if (reading.isRelay || first.has(reading) || reading.label?.kind === 'answer' || reading.tokens.size < WORDS) continue;
    if (!reading.asks && reading.label === null) continue;
    const same = asked.findLast((one) => one.reading.at <= reading.at && similarity(one.reading.tokens, reading.tokens) >= SAME);
    if (same !== undefined) repeated.set(reading.tweet.key, same.number);
  }
  return repeated;
}
