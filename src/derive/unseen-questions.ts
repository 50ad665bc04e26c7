/** Questions whose words no tweet holds: posted as a picture, or in a tweet that was never exported. People's labels tell of them. */
import type { Question } from '../chat.ts';
import type { Asked } from './questions.ts';
import type { Reading } from './reading.ts';

const MINUTE = 60_000;
/** A picture of a question stands at most this long before the first answer. */
const PICTURED = 6 * MINUTE;
/** Who posts the words as a picture writes no more than this beside it. */
const CAPTION = 40;
/** So many people must answer a question that nobody was seen asking. */
const PEOPLE = 2;
/** So far on a number may be that more people answer. */
const SKIPPED = 3;

/** A question known by its answers. */
export interface Unseen {
  readonly number: number;
  /** When it was asked, as far as can be told: UTC, milliseconds. */
  readonly at: number;
  /** The picture that probably asks it. */
  readonly reading: Reading | null;
}

/** The questions that several people label answers to, though none of `asked` has their number; in the order of their answers. */
export function unseenQuestions(readings: readonly Reading[], asked: readonly Asked[], leaders: ReadonlySet<string>): Unseen[] {
  const answers = answersByNumber(readings);
  for (const { number } of asked) answers.delete(number);
  const newest = Math.max(0, ...asked.map(({ number }) => number));
  const found: Unseen[] = [];
  for (const [number, said] of [...answers].toSorted(([a], [b]) => a - b)) {
    const [first] = said;
    const people = new Set(said.map(({ author }) => author));
    // A number far beyond all the others is a slip of the finger; one that a few people share is only a bit further on.
    const furthest = Math.max(newest, found.at(-1)?.number ?? 0) + (people.size > PEOPLE ? SKIPPED : 1);
    if (first === undefined || people.size < PEOPLE || number > furthest) continue;
    const reading = pictureBefore(first, readings, asked, leaders) ?? null;
    found.push({ number, at: reading?.at ?? first.at, reading });
  }
  return found;
}

/** An unseen question as it is shown: without words, until somebody gives it some. */
export function unseenQuestion({ number, at, reading }: Unseen): Question {
  return { number, label: `Q${number}`, key: reading?.tweet.key ?? '', text: '', askedAt: at, askedBy: reading?.tweet.author ?? null };
}

function answersByNumber(readings: readonly Reading[]): Map<number, Reading[]> {
  const answers = new Map<number, Reading[]>();
  for (const reading of readings) {
    const { label, isRelay } = reading;
    if (isRelay || label?.kind !== 'answer') continue;
    const known = answers.get(label.number);
    if (known === undefined) answers.set(label.number, [reading]);
    else known.push(reading);
  }
  return answers;
}

function pictureBefore(
  first: Reading,
  readings: readonly Reading[],
  asked: readonly Asked[],
  leaders: ReadonlySet<string>,
): Reading | undefined {
  const asking = new Set(asked.map(({ reading }) => reading));
  const previous = asked.findLast(({ reading }) => reading.at < first.at)?.reading.at ?? -Infinity;
  return readings.findLast(
    (reading) =>
      reading.at <= first.at &&
      reading.at >= Math.max(previous, first.at - PICTURED) &&
      leaders.has(reading.author) &&
      !asking.has(reading) &&
      isBarePicture(reading),
  );
}

function isBarePicture({ tweet, isRelay, label, said, quotes, welcome, introduces }: Reading): boolean {
  if (tweet.media.length === 0 || tweet.replyToAuthor !== null) return false;
  return !isRelay && label === null && quotes === null && !welcome && introduces === null && said.length <= CAPTION;
}
