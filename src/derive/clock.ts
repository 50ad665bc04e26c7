/**
 * Places tweets without a label. The right question is nearly always the newest or the one before it; the clock, what
 * people answer around that moment, the words and the author's own labels vote on which. The weights are log odds,
 * fitted to half-masked transcripts: each part alone is worth one to two points in a hundred over the bare clock.
 */
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';
import type { Unseen } from './unseen-questions.ts';
import { wordModel } from './word-model.ts';

const MINUTE = 60_000;
/** After the hour, nobody takes up a question that was asked longer ago than this. */
const LAST = 20 * MINUTE;
/** How far around a tweet the labels of others count, and how fast they fade. */
const AROUND = 8 * MINUTE;
const FADE = 1.5 * MINUTE;

/** Of a thousand tweets the right question is among the last two in 970. */
const MOST = 0.97;
/** How often a tweet after the first question, and before the second, is about it. */
const ALONE = 0.96;
const NONE = { clock: 0, others: 0, words: 0, own: 0 };

const WEIGHT = { others: 0.7, words: 0.45, ownBefore: 0.7, ownAfter: -0.9 };

/** Where the clock and the words place a tweet. */
export interface Guess {
  readonly number: number;
  /** The other question it might belong to; null when only one had been asked. */
  readonly other: number | null;
  /** How probable the number is, 0 to 1. */
  readonly certainty: number;
  /** What spoke for the newest question (above 0) or for the one before it, in log odds. */
  readonly evidence: { readonly clock: number; readonly others: number; readonly words: number; readonly own: number };
  /** How long before the tweet the newest question was asked, milliseconds. */
  readonly lag: number;
}

/**
 * A function that places one tweet, or returns null for one before the first question, or long after the last when the
 * session is over: it ends at `endsAt` (UTC, milliseconds).
 */
export function clockPlacer(
  readings: readonly Reading[],
  asked: readonly Asked[],
  unseen: readonly Unseen[],
  endsAt: number,
): (reading: Reading) => Guess | null {
  const timeline = [...asked.map(({ number, reading }) => ({ number, at: reading.at })), ...unseen].toSorted((a, b) => a.at - b.at);
  const answers = readings.flatMap((reading) =>
    !reading.isRelay && reading.label?.kind === 'answer' ? [{ reading, number: reading.label.number }] : [],
  );
  const likelihood = wordModel(readings, asked, answers);
  const own = new Map<string, Answer[]>();
  for (const answer of answers) own.set(answer.reading.author, [...(own.get(answer.reading.author) ?? []), answer]);
  return (reading) => {
    const { newest, askedAt, previous } = questionsAt(timeline, reading.at);
    const lag = reading.at - askedAt;
    if (newest === null || (lag > LAST && reading.at >= endsAt)) return null;
    if (previous === null) return { number: newest, other: null, certainty: ALONE, evidence: NONE, lag };
    const evidence = {
      clock: grace(lag),
      others: WEIGHT.others * othersAround(answers, reading, [newest, previous]),
      words: WEIGHT.words * clamp(likelihood(reading, newest) - likelihood(reading, previous), 6),
      own: ownLabels(own.get(reading.author) ?? [], reading, [newest, previous]),
    };
    const odds = evidence.clock + evidence.others + evidence.words + evidence.own;
    const [number, other] = odds > 0 ? [newest, previous] : [previous, newest];
    return { number, other, certainty: probability(Math.abs(odds)), evidence, lag };
  };
}

function probability(odds: number): number {
  return MOST / (1 + Math.exp(-odds));
}

interface Answer {
  readonly reading: Reading;
  readonly number: number;
}

interface Moment {
  readonly newest: number | null;
  readonly askedAt: number;
  /** The question before the newest. */
  readonly previous: number | null;
}

function questionsAt(timeline: readonly { readonly number: number; readonly at: number }[], at: number): Moment {
  let moment: Moment = { newest: null, askedAt: -Infinity, previous: null };
  for (const { at: askedAt, number } of timeline) {
    if (askedAt > at) break;
    // A further part of the newest question starts no new clock.
    if (number !== moment.newest) moment = { newest: number, askedAt, previous: moment.newest };
  }
  return moment;
}

// A tweet takes a minute to write: what appears in the first one answers the question before.
function grace(lag: number): number {
  if (lag < MINUTE) return -1.05;
  return lag < 1.5 * MINUTE ? 0.3 : 1.75;
}

function othersAround(answers: readonly Answer[], { at }: Reading, [newest, previous]: readonly [number, number]): number {
  let [forNewest, forPrevious] = [0.3, 0.3];
  for (let index = firstAfter(answers, at - AROUND); index < answers.length; index += 1) {
    const answer = answers[index];
    if (answer === undefined || answer.reading.at > at + AROUND) break;
    const vote = Math.exp(-Math.abs(answer.reading.at - at) / FADE);
    if (answer.number === newest) forNewest += vote;
    else if (answer.number === previous) forPrevious += vote;
  }
  return Math.log(forNewest / forPrevious);
}

function firstAfter(answers: readonly Answer[], at: number): number {
  let [low, high] = [0, answers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((answers[middle]?.reading.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Nobody who has gone on to a question goes back, as a rule; somebody still to answer the last one has not gone on.
function ownLabels(own: readonly Answer[], { at }: Reading, [newest, previous]: readonly [number, number]): number {
  const hasAnswered = own.some(({ reading, number }) => number === newest && reading.at <= at);
  const isBehind = own.some(({ reading, number }) => number <= previous && reading.at >= at);
  return (hasAnswered ? WEIGHT.ownBefore : 0) + (isBehind ? WEIGHT.ownAfter : 0);
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
