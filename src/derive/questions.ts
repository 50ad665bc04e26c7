/** The questions of a session: which tweets ask them, and under which number. */
import type { Question } from '../chat.ts';
import { answeringWords, askingWords, finalWords, followUp, partMark, questionChoice } from '../rules/question-words.ts';
import { askingMended, type AskingMended } from './mend-asking.ts';
import { inferred } from './inferred-questions.ts';
import type { Reading } from './reading.ts';
import { similarity } from './similarity.ts';

const MINUTE = 60_000;
const TEASED = 4 * MINUTE;
/** The points a labelled tweet needs to be believed a question, not an answer with a Q. */
const BELIEVED = 3;
const SAME_WORDS = 0.6;

/** A tweet that asks, with its number. */
export interface Asked {
  readonly reading: Reading;
  readonly number: number;
  /** `Q2`, `Q2a`. */
  readonly label: string;
  /** The same words, asked again with or without the label: shown once. */
  readonly repeats: boolean;
  /** True when nobody said the number: it is the one that was due. */
  readonly guessed?: boolean;
}

/** The tweets that ask questions, in time order; `leaders` are folded handles of the moderators. What a person said goes before every rule. */
export function askedIn(readings: readonly Reading[], leaders: ReadonlySet<string>, mended: AskingMended = askingMended([])): Asked[] {
  const asked: Asked[] = [];
  for (const reading of readings) {
    const { key } = reading.tweet;
    if (mended.silent.has(key)) continue;
    const one = mended.asking.has(key) ? told(reading, mended, asked) : labelled(reading, { asked, readings, leaders });
    if (one !== null) asked.push(renumbered(one, mended));
  }
  const further = inferred(readings, asked, leaders).filter(({ reading }) => !mended.silent.has(reading.tweet.key));
  asked.push(...further.map((one) => renumbered(one, mended)));
  const places = new Map(readings.map((reading, index) => [reading, index]));
  return asked.toSorted((a, b) => (places.get(a.reading) ?? 0) - (places.get(b.reading) ?? 0));
}

// Somebody says that it asks: without a number it is the next one.
function told(reading: Reading, { asking }: AskingMended, before: readonly Asked[]): Asked {
  const next = Math.max(0, ...before.map(({ number }) => number)) + 1;
  const number = asking.get(reading.tweet.key) ?? reading.label?.number ?? next;
  return { reading, number, label: `Q${number}`, repeats: false };
}

function renumbered(one: Asked, { numbers }: AskingMended): Asked {
  const number = numbers.get(one.reading.tweet.key) ?? one.number;
  return number === one.number ? one : { ...one, number, label: `Q${number}`, guessed: false };
}

/** The questions as they are shown: each asked once, in the order asked; of "Q6: … OR Q7: …" both. */
export function questionsOf(asked: readonly Asked[]): Question[] {
  const beside = asked
    .flatMap(({ reading }) => askedBeside(reading) ?? [])
    .filter(({ number }) => asked.every((one) => one.number !== number));
  const own = asked
    .filter(({ repeats }) => !repeats)
    .map(({ reading, number, label }) => ({
      number,
      label,
      key: reading.tweet.key,
      text: questionText(reading),
      askedAt: reading.tweet.createdAt,
      askedBy: reading.tweet.author,
    }));
  return [...own, ...beside];
}

// What a labelled tweet asks besides its own number.
function askedBeside({ label, tweet }: Reading): Question | null {
  const choice = label?.kind === 'question' ? questionChoice(label.rest) : null;
  if (choice === null || choice.number === label?.number) return null;
  const { number, second } = choice;
  return { number, label: `Q${number}`, key: '', text: bare(second), askedAt: tweet.createdAt, askedBy: tweet.author };
}

function questionText({ label, tweet }: Reading): string {
  const text = label?.kind === 'question' ? label.rest : tweet.text;
  return bare(questionChoice(text)?.first ?? text);
}

// Without the tags at its end; a tag inside the sentence is one of its words.
function bare(text: string): string {
  return (
    text
      .replace(/(?:\s*(?:#[\p{L}\p{N}_]+|https?:\S+|pic\.twitter\.com\S+|\(?\d\/\d\)?))+\s*$/u, '')
      .replace(/^\(?\d\s?\/\s?\d\)?\W*/, '')
      .trim() || text.trim()
  );
}

interface Scene {
  readonly asked: readonly Asked[];
  readonly readings: readonly Reading[];
  readonly leaders: ReadonlySet<string>;
}

function labelled(reading: Reading, scene: Scene): Asked | null {
  const { label } = reading;
  if (label?.kind !== 'question' || reading.isRelay || reading.teaser !== null) return null;
  const leads = scene.leaders.has(reading.author);
  if (label.place !== 'start' && !leads && !finalWords(reading.said)) return null;
  if (reading.pointer !== null && (reading.quotes !== null || reading.tweet.media.length === 0 || !leads)) return null;
  const before = scene.asked.filter(({ number }) => number === label.number);
  const name = `Q${label.number}${label.suffix}`;
  if (before.length > 0) return again(reading, before, leads) ? { reading, number: label.number, label: name, repeats: false } : null;
  return points(reading, label.number, scene) >= BELIEVED ? { reading, number: label.number, label: name, repeats: false } : null;
}

function points(reading: Reading, number: number, { asked, readings, leaders }: Scene): number {
  const rest = reading.label?.rest ?? '';
  const newest = Math.max(0, ...asked.map((one) => one.number));
  const asking = askingWords(rest);
  const leads = leaders.has(reading.author);
  const begins = partMark(reading.said)?.part === 1;
  return (
    (leads ? 2 : 0) +
    (reading.asks ? 2 : 0) +
    (asking === null ? 0 : 1) +
    (isTeased(reading, number, readings) || finalWords(reading.said) !== null ? 2 : 0) +
    (begins ? 1 : 0) +
    (isRelayed(reading, readings) ? 2 : 0) +
    (reading.pointer === null ? 0 : 1) -
    // A moderator's first half of two may say something before the second asks.
    (answeringWords(rest) === null || (leads && begins) ? 0 : reading.asks ? 1 : 3) -
    (number < newest ? 1 : 0) -
    (answersBefore(reading, number, readings) ? 2 : 0)
  );
}

function isTeased(reading: Reading, number: number, readings: readonly Reading[]): boolean {
  return readings.some(
    (one) => one.at <= reading.at && reading.at - one.at <= TEASED && one.teaser !== null && (one.teaser.number ?? number) === number,
  );
}

// Somebody passes it on with its label: others took it for the question.
function isRelayed(reading: Reading, readings: readonly Reading[]): boolean {
  return readings.some(
    (one) =>
      one.at >= reading.at &&
      one.label?.kind === 'question' &&
      one.label.number === reading.label?.number &&
      (one.tweet.retweetOf === reading.tweet.key ||
        one.quotes === reading.tweet.key ||
        (one.header !== null && similarity(one.tokens, reading.tokens) >= SAME_WORDS)),
  );
}

function answersBefore(reading: Reading, number: number, readings: readonly Reading[]): boolean {
  return (
    readings.filter(({ label, at, isRelay }) => at < reading.at - MINUTE && !isRelay && label?.kind === 'answer' && label.number === number)
      .length > 1
  );
}

// The number was asked before: is this a further part, or an answer, or the same again?
function again(reading: Reading, before: readonly Asked[], leads: boolean): boolean {
  if (before.some(({ reading: first }) => similarity(first.tokens, reading.tokens) >= SAME_WORDS)) return false;
  const rest = reading.label?.rest ?? '';
  if (answeringWords(rest) !== null && !reading.asks) return false;
  const sameAuthor = before.some(({ reading: first }) => first.author === reading.author);
  const soon = before.some(({ reading: first }) => reading.at - first.at <= 3 * MINUTE);
  const follows = followUp(reading.said) !== null || followUp(rest) !== null;
  if (!leads && !sameAuthor) return follows && reading.asks && askingWords(rest.replace(/^follow[- ]?up\W*/i, '')) !== null;
  if (partMark(reading.said) !== null || follows || (reading.label?.suffix ?? '') !== '') return true;
  return leads && reading.asks && (askingWords(rest) === 'question' || (soon && sameAuthor));
}
