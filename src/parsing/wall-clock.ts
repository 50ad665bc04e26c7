/** Times as people and spreadsheets write them: `4/17/2016 8:03 PM`, `April 17, 2016 at 08:03PM`, `17.04.2016 20:03`. */
import { offsetOf } from './zone-names.ts';

/** A stated time: an instant where it names its zone, else what a clock on the wall showed; `time` null for a bare date. */
export interface Stated {
  /** `2016-04-17`; null for a bare time of day. */
  readonly date: string | null;
  /** `20:03:00`. */
  readonly time: string | null;
  /** As ISO 8601 writes it, `-05:00`; null when the time names no zone. */
  readonly offset: string | null;
}

// `Wednesday, 17th of September 2016 at 08:03:00 p.m. (CDT)` and some more.
const MAX_LENGTH = 80;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME =
  /(?:^|[\s,T])(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(Z\b|[+-]\d{2}:?\d{2}\b|\(?(?!(?:am|pm|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b)[A-Z]{3,4}\b\)?)?/i;
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/i;

/** Reads a stated time; `dayFirst` decides between 4 May and 5 April for `4/5/2016`. Null for anything else. */
export function readStated(text: string, dayFirst: boolean): Stated | null {
  if (text.length > MAX_LENGTH) return null;
  const match = TIME.exec(text);
  const time = match === null ? null : timeOf(match);
  if (match !== null && time === null) return null;
  const rest = match === null ? text : `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const words = rest
    .replace(WEEKDAY, ' ')
    .replace(/\s[-–·•]\s|^\s*[-–·•,]|[-–·•,]\s*$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const zone = match?.[5]?.replace(/[()]/g, '') ?? null;
  const offset = zone === null ? null : offsetOf(zone);
  if (zone !== null && offset === null) return null;
  if (words === '') return time === null ? null : { date: null, time, offset };
  const date = dateOf(words, dayFirst);
  return date === null ? null : { date, time, offset };
}

function timeOf([, hours, minute = '', second = '00', half]: RegExpExecArray): string | null {
  const noon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + noon;
  return hour > 23 || Number(minute) > 59 || Number(second) > 59 ? null : `${String(hour).padStart(2, '0')}:${minute}:${second}`;
}

function dateOf(words: string, dayFirst: boolean): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words);
  if (iso) return validDate(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(words);
  if (numbers) return dayFirst ? validDate(numbers[4], numbers[3], numbers[1]) : validDate(numbers[4], numbers[1], numbers[3]);
  const monthDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(words);
  if (monthDay) return validDate(monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i.exec(words);
  return dayMonth ? validDate(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]) : null;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function validDate(year = '', month = '', day = ''): string | null {
  const full = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${full}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== full ? null : full;
}

/**
 * Whether dates such as `4/5/2016` have the day first, as far as the dates of one column tell: `certain` when one of
 * them can be read in one way only, or when there are none of that kind.
 */
export function dayOrder(dates: readonly string[]): { readonly dayFirst: boolean; readonly certain: boolean } {
  const pairs = dates.flatMap((date) => {
    const match = /(?:^|\s)(\d{1,2})([-/.])(\d{1,2})\2\d{2,4}\b/.exec(date);
    return match === null ? [] : [{ first: Number(match[1]), second: Number(match[3]), mark: match[2] }];
  });
  if (pairs.some(({ first }) => first > 12)) return { dayFirst: true, certain: true };
  if (pairs.some(({ second }) => second > 12)) return { dayFirst: false, certain: true };
  // Only where the day comes first do people write dots.
  return { dayFirst: pairs.some(({ mark }) => mark === '.'), certain: pairs.every(({ mark }) => mark === '.') };
}
