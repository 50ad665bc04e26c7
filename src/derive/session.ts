/** Tweets -> sessions: cut, read, then questions, answers, roles, topic and words. */
import { isoWeek } from '../calendar.ts';
import type { Chat, Correction, Placement, Session } from '../chat.ts';
import type { Tweet } from '../tweet.ts';
import { topicAnnounced } from './announced-topics.ts';
import { attribute, type Attribution } from './answers.ts';
import { mendCuts } from './mend-cuts.ts';
import { mendPlacements } from './mend-placements.ts';
import { mendQuestions, topicGiven } from './mend-questions.ts';
import { moderatorsOf } from './moderators.ts';
import { askedIn, questionsOf } from './questions.ts';
import { readTweets, type Reading } from './reading.ts';
import { frameRole, isTalk, saysSomething } from './roles.ts';
import { sessionWords } from './session-words.ts';
import { cutSessions, type SessionCut } from './sessions.ts';
import { topicStated } from './topic-stated.ts';

/**
 * The sessions of a chat among its tweets of one chat week (Monday 04:00 to Monday 04:00 local), in time order, with what a
 * person has put right (oldest first).
 */
export function deriveSessions(chat: Chat, tweets: readonly Tweet[], corrections: readonly Correction[] = []): Session[] {
  const cuts = mendCuts(cutSessions(chat, tweets), tweets, corrections);
  return cuts.map((cut) => deriveSession(chat, cut, corrections));
}

function deriveSession(
  chat: Chat,
  { session, date, startsAt, endsAt, foundBy, tweets }: SessionCut,
  corrections: readonly Correction[],
): Session {
  const readings = readTweets(tweets);
  const moderators = moderatorsOf(chat, readings);
  const leaders = new Set(moderators.map((handle) => handle.toLowerCase()));
  const asked = askedIn(readings, leaders);
  const attributed = attribute(readings, asked);
  const asking = new Set(asked.map(({ reading }) => reading.tweet.key));
  const placements = mendPlacements(
    readings.map((reading) => placementOf(reading, { asking, leaders, attribution: attributed.get(reading.tweet.key) })),
    corrections,
  );
  const given = topicGiven(session, corrections);
  const times = new Map(tweets.map(({ key, createdAt }) => [key, createdAt]));
  return {
    session,
    week: isoWeek(date),
    startsAt,
    endsAt,
    foundBy,
    statedTopic: given ?? topicStated(chat, readings, { leaders, startsAt }),
    topicBy: given === null ? 'stated' : 'user',
    nextTopic: topicAnnounced(readings, leaders),
    words: sessionWords(readings, asked),
    moderators,
    questions: mendQuestions(questionsOf(asked), { session, startsAt, placements, times }, corrections),
    placements,
  };
}

interface Known {
  readonly asking: ReadonlySet<string>;
  readonly leaders: ReadonlySet<string>;
  readonly attribution: Attribution | undefined;
}

function placementOf(reading: Reading, { asking, leaders, attribution }: Known): Placement {
  const { key } = reading.tweet;
  const tied = { question: attribution?.number ?? null, attributedBy: attribution?.by ?? null };
  if (asking.has(key)) return { key, role: 'question', ...tied };
  const frame = frameRole(reading, leaders.has(reading.author));
  if (frame !== null)
    return {
      key,
      role: frame,
      question: frame === 'admin' && reading.pointer !== null ? tied.question : null,
      attributedBy: frame === 'admin' && reading.pointer !== null ? tied.attributedBy : null,
    };
  if (attribution === undefined || (attribution.by === 'clock' && isTalk(reading)))
    return { key, role: 'talk', question: null, attributedBy: null };
  return { key, role: attribution.by === 'label' || saysSomething(reading) ? 'answer' : 'talk', ...tied };
}
