/** The topic that somebody stated for a session. */
import type { Chat } from '../chat.ts';
import { words } from '../rules/words.ts';
import type { Reading } from './reading.ts';

/** How much plainer a stranger's statement must be than a moderator's to be preferred. */
const STRANGER = 4;
/** Later on people talk about topics of other kinds. */
const OPENING = 15 * 60_000;

/** Who leads the session, and when it begins (UTC, milliseconds). */
export interface Opening {
  readonly leaders: ReadonlySet<string>;
  readonly startsAt: number;
}

/** The topic of the plainest statement, a moderator's before an invitation's; null when nobody states one. */
export function topicStated(chat: Pick<Chat, 'hashtags'>, readings: readonly Reading[], { leaders, startsAt }: Opening): string | null {
  const stated = readings.flatMap((reading) => {
    const leads = leaders.has(reading.author);
    // The cheap checks first: the topic is read of few tweets.
    if (reading.at > startsAt + OPENING || reading.isRelay || (!reading.invites && !leads)) return [];
    const { topic, next, invites } = reading;
    if (topic === null || next !== null || !tells(topic.topic, chat)) return [];
    return [{ text: topic.topic, rank: topic.rank + (leads ? 0 : STRANGER) + (invites ? 1 : 0) }];
  });
  return stated.toSorted((a, b) => a.rank - b.rank)[0]?.text ?? null;
}

// "Join us to talk science!" tells no more than the chat's own name does.
function tells(topic: string, { hashtags }: Pick<Chat, 'hashtags'>): boolean {
  return words(topic).some((word) => hashtags.every((tag) => tag !== word && tag.replace(/(?:ed)?chat$/, '') !== word));
}
