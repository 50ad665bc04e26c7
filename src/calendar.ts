/** Dates of the chat's own zone: local date, ISO week, and the WHEN of the command line. */
import type { Weekday } from './chat.ts';
import { UserError } from './errors.ts';
import { zoneOffset } from './zone-offset.ts';

const DAY = 86_400_000;
const SLOT = 15 * 60_000;
const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A range of local dates: `from` inclusive, `until` exclusive, both `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly until: string;
}

/** What the command line was told to show. `session` is `2016-04-17b`; a week is named when one was meant. */
export type When =
  | { readonly kind: 'latest' }
  | { readonly kind: 'session'; readonly session: string; readonly range: DateRange }
  | { readonly kind: 'range'; readonly range: DateRange; readonly label: string };

// Most days have one offset, that of both their ends; on one that has two, they change on a quarter of an hour.
const offsets = new Map<string, Map<number, number>>();

/** Minutes to add to UTC for the wall clock of `zone` at that instant. */
export function offsetMinutes(ms: number, zone: string): number {
  const day = Math.floor(ms / DAY) * DAY;
  const atStart = offsetAt(day, zone);
  return atStart === offsetAt(day + DAY, zone) ? atStart : offsetAt(Math.floor(ms / SLOT) * SLOT, zone);
}

function offsetAt(ms: number, zone: string): number {
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map()));
  let offset = known.get(ms);
  if (offset === undefined) known.set(ms, (offset = zoneOffset(ms, zone)));
  return offset;
}

/** The wall clock of `zone`: local date, minutes since its midnight, and weekday. */
function localTime(ms: number, zone: string): { date: string; minute: number; weekday: Weekday } {
  const local = ms + offsetMinutes(ms, zone) * 60_000;
  const day = Math.floor(local / DAY);
  return { date: dateOfDay(day), minute: Math.floor((local - day * DAY) / 60_000), weekday: weekdayOfDay(day) };
}

/** The local date in `zone`: `2016-04-17`. */
export function localDate(ms: number, zone: string): string {
  return localTime(ms, zone).date;
}

/** The local time of day in `zone`: `19:05`. */
export function localClock(ms: number, zone: string): string {
  const { minute } = localTime(ms, zone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The instant of a wall clock (`date`, `HH:MM` or `HH:MM:SS`) in `zone`; in a spring gap the later reading. */
export function instantOf(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`${date} ${time} is no time`);
  const [before, after] = [wall - DAY, wall + DAY].map((near) => offsetMinutes(near, zone) * 60_000);
  const [first, second] = [wall - (before ?? 0), wall - (after ?? 0)];
  const isItself = (instant: number) => instant + offsetMinutes(instant, zone) * 60_000 === wall;
  // An hour that comes twice is meant the first time; one that is left out is read by the clock before it.
  return isItself(first) || !isItself(second) ? first : second;
}

/** First instant of the range, and the first one after it, in UTC milliseconds. */
export function instantsOf(range: DateRange, zone: string): { from: number; until: number } {
  return { from: instantOf(range.from, '00:00', zone), until: instantOf(range.until, '00:00', zone) };
}

/** The date `days` later. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayOf(date) + days);
}

/** The date of a day of a month; of a day the month lacks its last one. */
export function dateIn(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dateFrom(year, month, Math.min(day, last));
}

/** The date so many calendar months earlier, or in the shorter month its last day. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  return dateIn(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
}

export function weekdayOf(date: string): Weekday {
  return weekdayOfDay(dayOf(date));
}

/** The ISO week of a date: `2016-W15`. */
export function isoWeek(date: string): string {
  const day = dayOf(date);
  const thursday = new Date((day - ((day + 3) % 7) + 3) * DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday to Monday of an ISO week. */
export function weekRange(week: string): DateRange {
  const [year = '', number = ''] = week.split('-W');
  // 4 January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4) / DAY;
  const monday = fourth - ((fourth + 3) % 7) + (Number(number) - 1) * 7;
  return { from: dateOfDay(monday), until: dateOfDay(monday + 7) };
}

/**
 * Reads a WHEN: `latest`, a date, a session (`2016-04-17b`), `2016-W15`, a month, a year, or a range `a..b` of these
 * (either side may be open). Throws a UserError with an example for anything else.
 */
export function parseWhen(text: string): When {
  const word = text.trim().toLowerCase();
  if (word === 'latest' || word === 'last') return { kind: 'latest' };
  if (/^\d{4}-\d{2}-\d{2}[b-z]$/.test(word)) {
    const date = word.slice(0, 10);
    return { kind: 'session', session: word, range: period(date, text) };
  }
  const split = word.indexOf('..');
  if (split < 0) return { kind: 'range', range: period(word, text), label: label(word) };
  const [first, last] = [word.slice(0, split), word.slice(split + 2)];
  const range = {
    from: first === '' ? '0001-01-01' : period(first, text).from,
    until: last === '' ? '9999-12-31' : period(last, text).until,
  };
  if (range.from >= range.until) throw new UserError(`"${text}" ends before it begins: write the earlier date first`);
  return { kind: 'range', range, label: word };
}

function label(word: string): string {
  return word.includes('w') ? word.toUpperCase() : word;
}

function period(word: string, text: string): DateRange {
  const week = /^(\d{4})-?w(\d{1,2})$/.exec(word);
  if (week) return checkedWeek(`${week[1]}-W${week[2]?.padStart(2, '0')}`, text);
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(word);
  if (!parts) throw badWhen(text);
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  // No chat met before or after; and years of other lengths would not sort as text.
  if (year === undefined || year < 1970 || year > 2199) throw badWhen(text);
  if (month === undefined) return { from: dateFrom(year, 1, 1), until: dateFrom(year + 1, 1, 1) };
  if (month < 1 || month > 12) throw badWhen(text);
  if (day === undefined) return { from: dateFrom(year, month, 1), until: dateFrom(year, month + 1, 1) };
  const from = dateFrom(year, month, day);
  if (day < 1 || Number(from.slice(8)) !== day) throw badWhen(text);
  return { from, until: addDays(from, 1) };
}

function checkedWeek(week: string, text: string): DateRange {
  const range = weekRange(week);
  if (isoWeek(range.from) !== week) throw badWhen(text);
  return range;
}

function badWhen(text: string): UserError {
  return new UserError(
    `"${text}" is not a time edchat knows: write latest, a date (2016-04-17), a week (2016-W15), a month (2016-04), a year (2016) or a range (2016-04..2016-06)`,
  );
}

function dateFrom(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function weekdayOfDay(day: number): Weekday {
  // 1 January 1970 was a Thursday.
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'sunday';
}

// A chat that runs past midnight still belongs to the evening it began on; nobody meets at four in the morning.
const NIGHT = 4;

/** The Monday (local date) of the chat week an instant falls in; chat weeks turn over at four on Monday morning. */
export function chatMonday(ms: number, zone: string): string {
  const local = ms + (offsetMinutes(ms, zone) - NIGHT * 60) * 60_000;
  const day = Math.floor(local / DAY);
  return dateOfDay(day - ((day + 3) % 7));
}

/** A function that gives the ISO week of the chat week of an instant: `2016-W15`; quick for instants that lie close together. */
export function weekFinder(zone: string): (ms: number) => string {
  return lastKnown((ms) => isoWeek(chatMonday(ms, zone)));
}

/** A function that gives the Monday of the chat week of an instant; as quick. */
export function mondayFinder(zone: string): (ms: number) => string {
  return lastKnown((ms) => chatMonday(ms, zone));
}

// Weeks turn over on a quarter of an hour, and in a meeting many tweets share one.
function lastKnown(find: (ms: number) => string): (ms: number) => string {
  let last = { slot: NaN, found: '' };
  return (ms) => {
    const slot = Math.floor(ms / SLOT);
    if (slot !== last.slot) last = { slot, found: find(ms) };
    return last.found;
  };
}

/** The instants of the chat week that starts on a Monday: UTC milliseconds, `until` exclusive. */
export function chatWeekInstants(monday: string, zone: string): { from: number; until: number } {
  const start = `0${NIGHT}:00`;
  return { from: instantOf(monday, start, zone), until: instantOf(addDays(monday, 7), start, zone) };
}
