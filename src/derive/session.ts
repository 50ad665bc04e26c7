/** Tweets -> sessions: cut, read, then questions, answers, roles, topic and words. */
import { isoWeek } from '../calendar.ts';
import type { Chat, Correction, Placement, Session } from '../chat.ts';
import { topicAsQuestion } from '../rules/topic-label.ts';
import type { ChatTweet } from '../tweet.ts';
import { advertisements } from './advertisements.ts';
import { topicAnnounced } from './announced-topics.ts';
import { attribute, type Attribution } from './answers.ts';
import { askingMended } from './mend-asking.ts';
import { mendCuts } from './mend-cuts.ts';
import { mendPlacements } from './mend-placements.ts';
import { mendQuestions, topicGiven } from './mend-questions.ts';
import { moderatorsOf } from './moderators.ts';
import { askedIn, questionsOf } from './questions.ts';
import { readTweets, type Reading } from './reading.ts';
import { repeatedQuestions } from './repeated-questions.ts';
import { closingOf, frameRole, isFarewell, isTalk, saysSomething } from './roles.ts';
import { underNewNames } from './session-meant.ts';
import { sessionWords } from './session-words.ts';
import { cutSessions, type SessionCut } from './sessions.ts';
import { unseenQuestion, unseenQuestions } from './unseen-questions.ts';
import { termsOf } from './topics.ts';
import { topicStated } from './topic-stated.ts';

/**
 * The sessions of a chat among its tweets of one chat week (Monday 04:00 to Monday 04:00 local), in time order, with what a
 * person has put right (oldest first).
 */
export function deriveSessions(chat: Chat, week: readonly ChatTweet[], corrections: readonly Correction[] = []): Session[] {
  const tweets = asLabelled(chat, week);
  const cuts = mendCuts(cutSessions(chat, tweets), tweets, corrections);
  const own = underNewNames(corrections, cuts);
  return cuts.map((cut) => deriveSession(chat, cut, own));
}

/** What spoke for the question of one of these tweets; null for one without a question. */
export function evidenceOf(chat: Chat, week: readonly ChatTweet[], corrections: readonly Correction[], key: string): Attribution | null {
  const tweets = asLabelled(chat, week);
  const cuts = mendCuts(cutSessions(chat, tweets), tweets, corrections);
  const cut = cuts.find((one) => one.tweets.some((tweet) => tweet.key === key));
  return (cut === undefined ? undefined : readSession(chat, cut, corrections).attributed.get(key)) ?? null;
}

function asLabelled({ topicLabels }: Chat, tweets: readonly ChatTweet[]): readonly ChatTweet[] {
  return topicLabels ? tweets.map((tweet) => ({ ...tweet, text: topicAsQuestion(tweet.text) })) : tweets;
}

function readSession(chat: Chat, { tweets, endsAt }: Pick<SessionCut, 'tweets' | 'endsAt'>, corrections: readonly Correction[]) {
  const readings = readTweets(tweets);
  const moderators = moderatorsOf(chat, readings);
  const leaders = new Set(moderators.map((handle) => handle.toLowerCase()));
  const mended = askingMended(corrections);
  const asked = askedIn(readings, leaders, mended);
  const unseen = unseenQuestions(readings, asked, leaders).map((one) =>
    mended.silent.has(one.reading?.tweet.key ?? '') ? { ...one, reading: null } : one,
  );
  const repeated = repeatedQuestions(readings, asked);
  return {
    readings,
    moderators,
    leaders,
    asked,
    unseen,
    repeated,
    attributed: attribute(readings, { asked, unseen, repeated, told: mended.numbers, endsAt }),
  };
}

function deriveSession(
  chat: Chat,
  { session, date, startsAt, endsAt, foundBy, tweets }: SessionCut,
  corrections: readonly Correction[],
): Session {
  const { readings, moderators, leaders, asked, unseen, repeated, attributed } = readSession(chat, { tweets, endsAt }, corrections);
  const advertised = advertisements(tweets);
  const closedAt = closingOf(readings, { leaders, startsAt, endsAt });
  const asking = new Set([...asked, ...unseen].flatMap(({ reading }) => reading?.tweet.key ?? []));
  const placements = mendPlacements(
    readings.map((reading) =>
      placementOf(reading, { asking, repeated, advertised, leaders, closedAt, attribution: attributed.get(reading.tweet.key) }),
    ),
    corrections,
  );
  const known = questionsOf(asked);
  const unknown = unseen.filter(({ number }) => known.every((one) => one.number !== number)).map(unseenQuestion);
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
    terms: termsOf(
      sessionWords(
        readings.filter(({ tweet }) => !advertised.has(tweet.key)),
        asked,
      ),
    ),
    moderators,
    questions: mendQuestions([...known, ...unknown], { session, startsAt, placements, times }, corrections),
    placements,
  };
}

interface Known {
  readonly asking: ReadonlySet<string>;
  readonly repeated: ReadonlyMap<string, number>;
  readonly advertised: ReadonlySet<string>;
  readonly leaders: ReadonlySet<string>;
  readonly closedAt: number;
  readonly attribution: Attribution | undefined;
}

const UNTIED = { question: null, attributedBy: null, certainty: null };

function placementOf(reading: Reading, { asking, repeated, advertised, leaders, closedAt, attribution }: Known): Placement {
  const { key } = reading.tweet;
  const tied =
    attribution === undefined ? UNTIED : { question: attribution.number, attributedBy: attribution.by, certainty: attribution.certainty };
  if (asking.has(key)) return { key, role: 'question', ...tied };
  if (repeated.has(key)) return { key, role: 'admin', ...tied };
  const frame = frameRole(reading, leaders.has(reading.author));
  if (frame !== null)
    return { key, role: frame, ...(frame === 'admin' && reading.pointer !== null && reading.quotes !== null ? tied : UNTIED) };
  const isAside = isTalk(reading) || advertised.has(key) || (reading.at > closedAt && isFarewell(reading));
  const isUntied = attribution === undefined || (attribution.by === 'clock' && isAside);
  if (isUntied) return { key, role: 'talk', ...UNTIED };
  return { key, role: attribution.by === 'label' || saysSomething(reading) ? 'answer' : 'talk', ...tied };
}
