/** The dates and question numbers of the search language. */
import { type DateRange, isoWeek, parseWhen, weekRange } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Leaf } from './ast.ts';

// The ends of an open range, as calendar.ts writes them.
const OPEN_FROM = '0001-01-01';
const OPEN_UNTIL = '9999-12-31';
const EARLIEST = '1970-01-01';
const LATEST = '2200-01-01';

/** True when a range has no beginning. */
export function isOpenFrom(range: DateRange): boolean {
  return range.from === OPEN_FROM;
}

/** True when a range has no end. */
export function isOpenUntil(range: DateRange): boolean {
  return range.until === OPEN_UNTIL;
}

/** `since:` and `after:` take the first day of what is named. */
export function sinceLeaf(value: string, name: string): Leaf {
  return { kind: 'dates', range: { from: periodOf(value, name).from, until: OPEN_UNTIL }, said: 'since' };
}

/** `until:` and `before:` stop before the first day of what is named. */
export function untilLeaf(value: string, name: string): Leaf {
  return { kind: 'dates', range: { from: OPEN_FROM, until: periodOf(value, name).from }, said: 'until' };
}

/** `date:` and `on:` take a day, a week, a month, a year, or a range of them, both ends included. */
export function dateLeaf(value: string, name: string): Leaf {
  return { kind: 'dates', range: rangeOf(value, name), said: 'on' };
}

/** `week:` takes whole weeks; of a date, the week it lies in. */
export function weekLeaf(value: string, name: string): Leaf {
  if (isLatest(value)) return { kind: 'session', session: 'latest' };
  const range = rangeOf(value, name);
  const first = isOpenFrom(range) ? OPEN_FROM : weekRange(isoWeek(range.from)).from;
  const last = isOpenUntil(range) ? OPEN_UNTIL : weekRange(isoWeek(dayBefore(range.until))).until;
  return { kind: 'dates', range: { from: first, until: last }, said: 'week' };
}

/** `session:` takes the name of one session, `latest`, or a time that holds several. */
export function sessionLeaf(value: string, name: string): Leaf {
  if (isLatest(value)) return { kind: 'session', session: 'latest' };
  const range = rangeOf(value, name);
  const word = value.trim().toLowerCase();
  return /^\d{4}-\d{2}-\d{2}[b-z]?$/.test(word) ? { kind: 'session', session: word } : { kind: 'sessions', range };
}

/** `q:3`, `a:1..4`. */
export function numberLeaf(value: string, name: string): Leaf {
  const match = /^[qa]?(\d{1,2})(?:\.\.[qa]?(\d{1,2}))?$/i.exec(value);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || last < first)
    throw new UserError(`${name}:${value}: ${name}: takes the number of a question, or a range: ${name}:3, ${name}:1..4`);
  return { kind: 'numbered', role: name === 'q' ? 'question' : 'answer', first, last };
}

/** The date before. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function isLatest(value: string): boolean {
  return /^(?:latest|last)$/i.test(value.trim());
}

function periodOf(value: string, name: string): DateRange {
  if (value.includes('..')) throw badDate(value, name);
  return rangeOf(value, name);
}

function rangeOf(value: string, name: string): DateRange {
  const when = readWhen(value, name);
  if (when.kind === 'latest') throw badDate(value, name);
  const { range } = when;
  // The calendar takes a year for granted; 0016 is a slip of the finger.
  const early = !isOpenFrom(range) && range.from < EARLIEST;
  if (early || (!isOpenUntil(range) && range.until > LATEST)) throw badDate(value, name);
  return range;
}

function readWhen(value: string, name: string) {
  try {
    // Gmail writes dates with slashes.
    return parseWhen(value.trim().replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, '$1-$2-$3'));
  } catch (error) {
    if (error instanceof UserError && /ends before/.test(error.message)) throw new UserError(`${name}:${error.message}`, { cause: error });
    throw badDate(value, name, error);
  }
}

function badDate(value: string, name: string, cause?: unknown): UserError {
  const example =
    name === 'week'
      ? 'week:2016-W15, week:2016-04-17 or week:latest'
      : `${name}:2016-04-17, ${name}:2016-W15, ${name}:2016-04 or ${name}:2016`;
  const range = name === 'date' ? ', or a range date:2016-04-03..2016-04-17' : '';
  return new UserError(`${name}:${value}: "${value}" is not a date edchat can read: write ${example}${range}`, { cause });
}
