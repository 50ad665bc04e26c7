/** What a tweet is in its session when it neither asks nor answers. */
import type { Role } from '../chat.ts';
import { chatter } from '../rules/chatter.ts';
import { farewell } from '../rules/farewell.ts';
import { handover } from '../rules/handover.ts';
import { labelTalk } from '../rules/label-talk.ts';
import { namedModerators } from '../rules/named-moderators.ts';
import type { Reading } from './reading.ts';

/** The role that the words of a tweet alone give it, or null: then its question decides. */
export function frameRole(reading: Reading, leads: boolean): Role | null {
  if (reading.isRelay) return null;
  if ((leads || reading.said.length < 60) && reading.teaser !== null) return 'teaser';
  if (reading.format || reading.late !== null) return 'admin';
  if (reading.quotes !== null && reading.pointer !== null) return 'admin';
  if (reading.seeks) return 'talk';
  if (reading.label !== null) return null;
  if ((leads || reading.invites) && reading.topic !== null && reading.next === null) return 'topic';
  if (reading.welcome) return 'welcome';
  if (leads && (reading.archives || reading.next !== null || reading.introduces === 'call')) return 'admin';
  if ((leads || reading.said.length < 90) && reading.wraps) return 'wrap';
  if (leads && (namedModerators(reading.tweet.text) ?? handover(reading.tweet.text)) !== null) return 'admin';
  return reading.invites ? 'admin' : null;
}

/** True for talk that is tied to no question whenever it is said: introductions, greetings. */
export function isTalk(reading: Reading): boolean {
  return reading.introduces !== null || (!reading.isRelay && reading.archives);
}

/** Whether a tweet placed at a question says something to it. */
export function saysSomething(reading: Reading): boolean {
  return !reading.isRelay && chatter(reading.tweet.text) === null && (reading.label !== null || labelTalk(reading.tweet.text) === null);
}

/** When a leader closed the session, in its second half: UTC, milliseconds; Infinity when nobody did. */
export function closingOf(
  readings: readonly Reading[],
  { leaders, startsAt, endsAt }: { readonly leaders: ReadonlySet<string>; readonly startsAt: number; readonly endsAt: number },
): number {
  const [half, late] = [0.5, 0.8].map((part) => startsAt + part * (endsAt - startsAt));
  const closes = ({ at, wraps, archives, next }: Reading) =>
    (wraps && at >= (half ?? 0)) || ((archives || next !== null) && at >= (late ?? 0));
  return readings.find((one) => leaders.has(one.author) && !one.isRelay && closes(one))?.at ?? Infinity;
}

/** True for words of leave, once the session was closed. */
export function isFarewell({ tweet }: Reading): boolean {
  return farewell(tweet.text) !== null;
}
