/** The topic that one session announces for the next. */
import type { Reading } from './reading.ts';

/** A topic is believed of a session that follows within this: chats meet weekly, or skip one and come back to another. */
const SOON = 8 * 86_400_000;

/** A session with what it announced. */
export interface Announcing {
  /** `2016-04-17`, `2016-04-17b`. */
  readonly session: string;
  /** UTC, milliseconds. */
  readonly startsAt: number;
  readonly nextTopic: string | null;
}

/** The topic a moderator announced for the next session, the last time; null for none. */
export function topicAnnounced(readings: readonly Reading[], leaders: ReadonlySet<string>): string | null {
  const announcing = readings.findLast((one) => !one.isRelay && leaders.has(one.author) && (one.next?.topic ?? null) !== null);
  return announcing?.next?.topic ?? null;
}

/** The topics announced for sessions by those before them, by name; the order of the sessions does not matter. */
export function announcedTopics(sessions: readonly Announcing[]): Map<string, string> {
  const announced = new Map<string, string>();
  const byDate = sessions.toSorted((a, b) => a.startsAt - b.startsAt);
  let [day, before] = ['', null as Announcing | null];
  let last: Announcing | null = null;
  for (const one of byDate) {
    // A second session that day repeats the first: the next one is that of another day.
    if (dateOf(one) !== day) {
      [day, before] = [dateOf(one), last];
      last = null;
      if (before !== null && before.nextTopic !== null && one.startsAt - before.startsAt <= SOON)
        announced.set(one.session, before.nextTopic);
    }
    if (last === null || one.nextTopic !== null) last = one;
  }
  return announced;
}

function dateOf({ session }: Announcing): string {
  return session.slice(0, 10);
}
