/** Questions without a label of their own: finals, twins of labelled ones, those a later tweet numbers, and gaps. */
import { timeOfId } from '../row-number.ts';
import { askingWords, finalWords } from '../rules/question-words.ts';
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';
import { similarity } from './similarity.ts';

const MINUTE = 60_000;
const TWIN = 0.75;

/** Further tweets that ask, beside the labelled ones. */
export function inferred(readings: readonly Reading[], labelled: readonly Asked[], leaders: ReadonlySet<string>): Asked[] {
  const found: Asked[] = [];
  const open = () => {
    const known = new Set([...labelled, ...found].map(({ reading }) => reading));
    return readings.filter((reading) => isOpen(reading) && !known.has(reading));
  };
  const add = (reading: Reading | undefined, number: number, { repeats = false, guessed = false } = {}) => {
    if (reading !== undefined) found.push({ reading, number, label: `Q${number}`, repeats, guessed });
  };
  for (const { reading, number } of pointedAt(open(), readings)) {
    // Of two that name it differently the first is believed.
    if (found.some((one) => one.reading === reading)) continue;
    const known = [...labelled, ...found].some((one) => one.number === number);
    if (!known || labelled.some((one) => one.number === number && similarity(one.reading.tokens, reading.tokens) >= TWIN))
      add(reading, number, { repeats: known });
  }
  for (const reading of open()) {
    if (!reading.asks) continue;
    const twin = labelled.find(
      (one) => Math.abs(one.reading.at - reading.at) <= 10 * MINUTE && similarity(one.reading.tokens, reading.tokens) >= TWIN,
    );
    if (twin !== undefined && reading.at <= twin.reading.at) add(reading, twin.number, { repeats: true });
  }
  for (const number of missing(readings, [...labelled, ...found]))
    add(gapFiller(open(), number, { readings, asked: [...labelled, ...found], leaders }), number, { guessed: true });
  if (labelled.length === 0 && found.length === 0)
    for (const [index, reading] of unnumbered(open(), readings, leaders).entries()) add(reading, index + 1, { guessed: true });
  const final = finalOf(open(), readings, leaders);
  const newest = Math.max(0, ...[...labelled, ...found].map(({ number }) => number));
  const late = [...labelled, ...found].every(({ reading }) => final === undefined || reading.at < final.at);
  if (final !== undefined && newest > 0 && late) add(final, newest + 1, { guessed: true });
  return found;
}

function isOpen(reading: Reading): boolean {
  return (
    !reading.isRelay && reading.label === null && !reading.format && !reading.invites && reading.teaser === null && reading.pointer === null
  );
}

// "This is Q2!" quoting a tweet without a label gives that tweet its number.
function pointedAt(open: readonly Reading[], readings: readonly Reading[]): { reading: Reading; number: number }[] {
  return readings.flatMap((one) => {
    const { quotes } = one;
    const pointer = quotes === null ? null : one.pointer;
    if (pointer === null || quotes === null) return [];
    const reading = open.find(({ tweet }) => tweet.key === quotes) ?? askedAt(open, quotes);
    return reading === undefined ? [] : [{ reading, number: pointer.number }];
  });
}

// An export that knows its tweets by the minute only still tells which one a quoted id means: the id is a clock.
function askedAt(open: readonly Reading[], id: string): Reading | undefined {
  const at = /^\d{15,19}$/.test(id) ? timeOfId(BigInt(id)) : null;
  if (at === null) return undefined;
  const near = open.filter(
    (reading) =>
      reading.asks && reading.tweet.createdAt % MINUTE === 0 && reading.tweet.createdAt <= at && at < reading.tweet.createdAt + MINUTE,
  );
  return near.length === 1 ? near[0] : undefined;
}

// Numbers below the newest that nobody was seen asking, though later ones were or people answer them.
function missing(readings: readonly Reading[], asked: readonly Asked[]): number[] {
  const known = new Set(asked.map(({ number }) => number));
  const answered = new Map<number, Set<string>>();
  for (const { label, author, isRelay } of readings) {
    if (isRelay || label?.kind !== 'answer') continue;
    answered.set(label.number, (answered.get(label.number) ?? new Set()).add(author));
  }
  const isAnswered = (number: number) => (answered.get(number)?.size ?? 0) > 1;
  let last = Math.max(0, ...known);
  while (isAnswered(last + 1)) last += 1;
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => !known.has(number) && (number > 1 || known.size > 1 || isAnswered(1)),
  );
}

interface Scene {
  readonly readings: readonly Reading[];
  readonly asked: readonly Asked[];
  readonly leaders: ReadonlySet<string>;
}

// A moderator's question to everybody between its neighbours, the last one before people begin to answer it.
function gapFiller(open: readonly Reading[], number: number, { readings, asked, leaders }: Scene): Reading | undefined {
  const previous = asked.findLast((one) => one.number < number)?.reading.at ?? -Infinity;
  const next = asked.find((one) => one.number > number)?.reading.at ?? Infinity;
  const answered =
    readings.find(({ label, at, isRelay }) => !isRelay && label?.kind === 'answer' && label.number === number && at > previous)?.at ?? next;
  const until = Math.min(next, answered + MINUTE);
  return open.findLast((reading) => reading.at > previous && reading.at < until && leaders.has(reading.author) && asksEverybody(reading));
}

function asksEverybody({ asks, said, tweet, quotes, introduces, welcome }: Reading): boolean {
  if (!asks || welcome || introduces !== null || quotes !== null) return false;
  return tweet.replyToAuthor === null && !/^\W*@/.test(tweet.text) && said.length >= 50;
}

/** What a moderator asks within this is said with the question before it. */
const PAUSE = 3 * MINUTE;
/** Somebody who asks more often than this leads a conversation, and puts no questions. */
const MOST = 12;

// A chat that uses no labels at all: what its moderators ask everybody, in the order they ask.
function unnumbered(open: readonly Reading[], readings: readonly Reading[], leaders: ReadonlySet<string>): Reading[] {
  if (readings.some(({ label, isRelay }) => !isRelay && label !== null)) return [];
  const asking = open.filter((reading) => leaders.has(reading.author) && asksEverybody(reading) && askingWords(reading.said) !== null);
  const apart = asking.filter(({ at }, index) => at - (asking[index - 1]?.at ?? -Infinity) >= PAUSE);
  return apart.length >= 2 && apart.length <= MOST ? apart : [];
}

// "Final Q: …" without a number, or a moderator's question right after "last question coming up".
function finalOf(open: readonly Reading[], readings: readonly Reading[], leaders: ReadonlySet<string>): Reading | undefined {
  const named = open.filter(({ said, author, quotes }) => leaders.has(author) && finalWords(said) !== null && quotes === null);
  if (named.length > 0) return named.at(-1);
  const cue = readings.findLast((one) => leaders.has(one.author) && /\b(?:last|final)\b/.test(one.said) && one.teaser !== null);
  if (cue === undefined) return undefined;
  return open.find(
    (reading) =>
      reading.at >= cue.at &&
      reading.at <= cue.at + 4 * MINUTE &&
      leaders.has(reading.author) &&
      asksEverybody(reading) &&
      askingWords(reading.said) !== null,
  );
}
