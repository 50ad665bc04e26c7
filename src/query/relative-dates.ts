/** Dates counted from today, and school years. */
import { addDays, monthsBefore } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Leaf } from './ast.ts';
import { EARLIEST, OPEN_FROM, OPEN_UNTIL } from './dates.ts';

const AGE = /^(\d{1,4})\s*(d|days?|w|weeks?|m|mo|months?|y|years?)$/i;
/** Of days, or of months. */
const LENGTH = { d: 1, w: 7, m: 1, y: 12 } as const;

/** `newer_than:7d`: today and the seven days before it; `w`, `m` and `y` are weeks, months and years. */
export function newerLeaf(value: string, name: string, today: string | null): Leaf {
  return { kind: 'dates', range: { from: dayAgo(value, name, today), until: OPEN_UNTIL }, said: 'newer' };
}

/** `older_than:7d`: all that `newer_than:7d` leaves out. */
export function olderLeaf(value: string, name: string, today: string | null): Leaf {
  return { kind: 'dates', range: { from: OPEN_FROM, until: dayAgo(value, name, today) }, said: 'older' };
}

/** `season:2015-16`: a school year, from 1 August to 31 July. */
export function seasonLeaf(value: string, name: string): Leaf {
  const [, start = '', end] = /^(\d{4})(?:[-/](\d{4}|\d{2}))?$/.exec(value.trim()) ?? [];
  const year = Number(start);
  const next = String(year + 1);
  const fits = end === undefined || end === next || end === next.slice(2);
  if (year < 1970 || year > 2199 || !fits) {
    const meant = year < 1970 || year > 2199 ? '2015-16' : `${year}-${next.slice(2)}`;
    throw new UserError(
      `${name}:${value}: "${value}" is no school year: write ${name}:${meant}, which begins on 1 August ${meant.slice(0, 4)}`,
    );
  }
  return { kind: 'dates', range: { from: `${start}-08-01`, until: `${next}-08-01` }, said: 'season' };
}

function dayAgo(value: string, name: string, today: string | null): string {
  const match = AGE.exec(value.trim());
  const unit = match?.[2]?.charAt(0).toLowerCase();
  if (unit !== 'd' && unit !== 'w' && unit !== 'm' && unit !== 'y') throw badAge(value, name);
  // Twitter's within_time:30m is half an hour.
  if (name === 'within_time' && /^\d+\s*m$/i.test(value.trim()))
    throw new UserError(
      `${name}:${value}: m may be minutes or months here: write within_time:1d for a day, or newer_than:${value} for months`,
    );
  if (today === null) throw new UserError(`${name}:${value}: there is no today to count from: write since: or until: with a date`);
  const amount = Number(match?.[1]) * LENGTH[unit];
  const day = unit === 'm' || unit === 'y' ? monthsBefore(today, amount) : addDays(today, -amount);
  return day < EARLIEST ? EARLIEST : day;
}

function badAge(value: string, name: string): UserError {
  return new UserError(
    `${name}:${value}: ${name}: takes a number of days, weeks, months or years: ${name}:7d, ${name}:2w, newer_than:3m, ${name}:1y`,
  );
}
