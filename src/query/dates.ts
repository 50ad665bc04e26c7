/** The dates and question numbers of the search language. */
import { dateIn, type DateRange, isoWeek, parseWhen, weekRange } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Leaf } from './ast.ts';

/** The ends of an open range, as calendar.ts writes them. */
export const OPEN_FROM = '0001-01-01';
export const OPEN_UNTIL = '9999-12-31';
/** No date before this one is believed. */
export const EARLIEST = '1970-01-01';
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
  const meant = meantBy(value.trim(), name);
  const advice = meant === null ? `write ${example}${range}` : `did you mean ${meant}? Or write ${example}${range}`;
  return new UserError(`${name}:${value}: "${value}" is not a date edchat can read: ${advice}`, { cause });
}

// The date or the age that was meant, as a search would say it.
function meantBy(value: string, name: string): string | null {
  const ages = { since: 'newer_than', after: 'newer_than', until: 'older_than', before: 'older_than' } as const;
  if (name === 'since' || name === 'after' || name === 'until' || name === 'before') {
    if (/^\d{1,3}[dwmy]$/i.test(value)) return `${ages[name]}:${value}`;
    if (/^yesterday$/i.test(value)) return `${ages[name]}:1d`;
  }
  const day = dayMeant(value);
  return day === null ? null : `${name}:${day}`;
}

// 4/17/2016 as Americans write it, 17.4.2016 as others do, and days that a month lacks.
function dayMeant(value: string): string | null {
  const [, year, ...ordered] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value) ?? [];
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value) ?? [];
  const [one, two] = year === undefined ? [Number(first), Number(second)] : ordered.map(Number);
  const [month = 0, day = 0] = year === undefined && (one ?? 0) > 12 ? [two, one] : [one, two];
  const inYear = Number(year ?? last);
  if (!(inYear >= 1970 && inYear <= 2199 && month >= 1 && month <= 12 && day >= 1)) return null;
  return dateIn(inYear, month, day);
}
