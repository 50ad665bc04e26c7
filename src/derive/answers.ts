/** Which question each tweet belongs to, and which rule says so. */
import type { AttributedBy } from '../chat.ts';
import { clockPlacer, type Guess } from './clock.ts';
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';
import { saysSomething } from './roles.ts';
import type { Unseen } from './unseen-questions.ts';

/** A label that comes later than this is for something else. */
const LATE = 3 * 60_000;

/** People mistype a label now and then. */
const LABELLED = 0.99;
/** A picture at a moment when people begin to answer is their question; what a moderator asks when one is due has its number. */
const PICTURED = 0.8;
const DUE = 0.8;
/** Of a label and a parent that name different questions, the label is the later word. */
const CONTRADICTED = 0.75;
/** How often what answers, quotes or passes on a tweet stays with its question. */
const INHERITED = { retweet: 1, reply: 0.95, quote: 0.95 };

/** A tweet's question. */
export interface Attribution {
  readonly number: number;
  readonly by: AttributedBy;
  /** How probable the number is, 0 to 1. */
  readonly certainty: number;
  /** What the clock and the words said, where they decided. */
  readonly guess?: Guess;
  /** The question of the tweet it answers or quotes, where its own label says another. */
  readonly against?: number;
}

/** What was asked in a session. */
export interface Questions {
  readonly asked: readonly Asked[];
  readonly unseen: readonly Unseen[];
  /** The numbers of the questions that tweets say again, by key. */
  readonly repeated: ReadonlyMap<string, number>;
  /** The numbers that a person gave to tweets, by key. */
  readonly told: ReadonlyMap<string, number>;
  /** When the session is over: UTC, milliseconds. */
  readonly endsAt: number;
}

/** The question of every tweet that has one, by key: its own label, then its parent's, then the clock and its words. */
export function attribute(readings: readonly Reading[], { asked, unseen, repeated, told, endsAt }: Questions): Map<string, Attribution> {
  const attributed = new Map<string, Attribution>();
  for (const { reading, number, guessed } of asked)
    attributed.set(reading.tweet.key, guessed ? { number, by: 'clock', certainty: DUE } : labelledAs(number));
  for (const { reading, number } of unseen)
    if (reading !== null) attributed.set(reading.tweet.key, { number, by: 'clock', certainty: PICTURED });
  // What answers or passes on a tweet goes along with it.
  for (const [key, number] of told) if (!attributed.has(key)) attributed.set(key, { number, by: 'user', certainty: 1 });
  for (const reading of readings) {
    if (attributed.has(reading.tweet.retweetOf ?? '')) inherit(reading, attributed);
    const number = ownNumber(reading);
    if (number !== null && !attributed.has(reading.tweet.key))
      attributed.set(reading.tweet.key, { ...labelledAs(number), by: reading.isRelay ? 'retweet' : 'label' });
  }
  for (const [index, reading] of readings.entries()) if (reading.late !== null) labelBefore(reading, readings.slice(0, index), attributed);
  for (const [key, number] of repeated) if (!attributed.has(key)) attributed.set(key, { ...labelledAs(number), by: 'quote' });
  // Parents first: an answer to an answer to Q3 is about Q3.
  for (const reading of readings) inherit(reading, attributed);
  const place = clockPlacer(readings, asked, unseen, endsAt);
  for (const reading of readings) {
    if (attributed.has(reading.tweet.key)) continue;
    const guess = place(reading);
    if (guess !== null) attributed.set(reading.tweet.key, { number: guess.number, by: 'clock', certainty: guess.certainty, guess });
  }
  for (const reading of readings) inherit(reading, attributed);
  for (const reading of readings) doubt(reading, attributed);
  return attributed;
}

function labelledAs(number: number): Attribution {
  return { number, by: 'label', certainty: LABELLED };
}

// "Previous tweets were A4...oops!": what its author said just before is labelled by it.
function labelBefore({ late, author, at }: Reading, before: readonly Reading[], attributed: Map<string, Attribution>): void {
  if (late === null || author === '') return;
  const meant = before.filter(
    (one) =>
      one.author === author &&
      at - one.at <= LATE &&
      one.label === null &&
      one.late === null &&
      saysSomething(one) &&
      !attributed.has(one.tweet.key),
  );
  for (const { tweet } of late.several ? meant : meant.slice(-1)) attributed.set(tweet.key, labelledAs(late.number));
}

function ownNumber({ label, tweet: { section } }: Reading): number | null {
  if (label !== null) return label.number;
  const heading = /^\s*(?:q(?:uestion)?|a(?:nswers?)?)\s*(?:to\s+q(?:uestion)?\s*)?[#.:]?\s*(\d{1,2})\b/i.exec(section ?? '')?.[1];
  return heading === undefined ? null : Number(heading);
}

function doubt({ tweet: { key, replyTo }, quotes, label }: Reading, attributed: Map<string, Attribution>): void {
  const own = attributed.get(key);
  const parent = attributed.get(replyTo ?? quotes ?? '');
  if (own?.by !== 'label' || label?.kind !== 'answer' || parent?.by !== 'label' || parent.number === own.number) return;
  attributed.set(key, { ...own, certainty: CONTRADICTED, against: parent.number });
}

function inherit({ tweet: { key, retweetOf, replyTo }, quotes }: Reading, attributed: Map<string, Attribution>): void {
  if (attributed.has(key)) return;
  const ways: readonly (readonly [string | null, keyof typeof INHERITED])[] = [
    [retweetOf, 'retweet'],
    [replyTo, 'reply'],
    [quotes, 'quote'],
  ];
  for (const [parent, by] of ways) {
    const known = parent === null ? undefined : attributed.get(parent);
    if (known === undefined) continue;
    attributed.set(key, { number: known.number, by, certainty: known.certainty * INHERITED[by] });
    return;
  }
}
