/** Who leads a session: named in the chat's list, named by others, or shown by what they do. */
import type { Chat } from '../chat.ts';
import { declaresModerator, namedModerators } from '../rules/named-moderators.ts';
import type { Reading } from './reading.ts';

/** From this score on somebody moderates. */
const ENOUGH = 2;

/** The handles of a session's moderators as they write themselves, the busiest leader first. */
export function moderatorsOf(chat: Pick<Chat, 'moderators'>, readings: readonly Reading[]): string[] {
  const scores = new Map<string, number>();
  const add = (author: string, points: number) => author !== '' && scores.set(author, (scores.get(author) ?? 0) + points);
  const asked = new Set<number>();
  for (const reading of readings) add(reading.author, pointsOf(reading, asked));
  const leaders = [...scores].flatMap(([author, score]) => (score >= ENOUGH ? [author] : []));
  for (const handle of namedBy(readings, new Set(leaders))) add(handle, ENOUGH);
  for (const handle of chat.moderators) add(handle.toLowerCase(), 1000);
  const spelled = new Map(
    readings.flatMap(({ author, tweet }) => (tweet.author === null ? [] : [[author, tweet.author] as const])).toReversed(),
  );
  return [...scores]
    .filter(([author, score]) => score >= ENOUGH && spelled.has(author))
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([author]) => spelled.get(author) ?? author);
}

function pointsOf(reading: Reading, asked: Set<number>): number {
  if (reading.isRelay) return 0;
  if (reading.format) return 3;
  if (reading.welcome && reading.tweet.replyToAuthor === null) return 2;
  if (reading.teaser !== null) return 2;
  const { label, asks, said } = reading;
  if (label?.kind === 'question' && asks && !asked.has(label.number)) {
    asked.add(label.number);
    return 1;
  }
  return /^(?:final|last) (?:q|question)\b/.test(said) ? 1 : 0;
}

// "Please welcome our guest moderators @a and @b": believed from a leader; "co-moderating with @a" from anybody
// when @a leads, "I'm your host tonight" from anybody.
function namedBy(readings: readonly Reading[], leaders: ReadonlySet<string>): string[] {
  return readings.flatMap(({ author, isRelay, tweet }) => {
    if (isRelay) return [];
    if (leaders.has(author)) return namedModerators(tweet.text) ?? [];
    if (declaresModerator(tweet.text) === null) return [];
    const others = namedModerators(tweet.text);
    return others === null || others.some((handle) => leaders.has(handle)) ? [author] : [];
  });
}
