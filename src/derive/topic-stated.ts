/** The topic that somebody stated for a session. */
import type { Reading } from './reading.ts';

/** How much plainer a stranger's statement must be than a moderator's to be preferred. */
const STRANGER = 4;

/** The topic of the plainest statement, a moderator's before an invitation's; null when nobody states one. */
export function topicStated(readings: readonly Reading[], leaders: ReadonlySet<string>): string | null {
  const stated = readings.flatMap(({ topic, next, invites, author }) => {
    if (topic === null || next !== null || (!invites && !leaders.has(author))) return [];
    return [{ text: topic.topic, rank: topic.rank + (leaders.has(author) ? 0 : STRANGER) + (invites ? 1 : 0) }];
  });
  return stated.toSorted((a, b) => a.rank - b.rank)[0]?.text ?? null;
}
