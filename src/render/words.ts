/** Numbers, dates and names in words. */
import type { Weekday } from '../chat.ts';
import { localClock, localDate, weekdayOf } from '../calendar.ts';
import { harmless } from './safe.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A number with thousands separators: `12,345`. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number with its noun: `1 tweet`, `1,200 tweets`, `2 people`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** The words as people list them: `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `1st`, `2nd`, `3rd`, `4th`. */
export function ordinal(value: number): string {
  const ending = Math.floor(value / 10) % 10 === 1 ? undefined : ['th', 'st', 'nd', 'rd'][value % 10];
  return `${value}${ending ?? 'th'}`;
}

/** A handle as people write it, `@name`; `someone` where no export names the author. */
export function handle(author: string | null): string {
  return author === null ? 'someone' : `@${harmless(author)}`;
}

/** The time of day of `HH:MM`: `7:05 p.m.` */
export function clockWords(time: string): string {
  return `${shortTime(time)} ${Number(time.slice(0, 2)) < 12 ? 'a.m.' : 'p.m.'}`;
}

/** The time of day in a zone: `7:05 p.m.`. */
export function clock(ms: number, zone: string): string {
  return clockWords(localClock(ms, zone));
}

const DAY = 86_400_000;

/** Begin and end of something: `7:00–8:00 p.m.`, `11:30 a.m.–12:30 p.m.`; `all week` for a slow chat. */
export function clockRange(from: number, until: number, zone: string): string {
  if (until - from > DAY) return 'all week';
  const [first, last] = [clock(from, zone), clock(until, zone)];
  return `${first.slice(-4) === last.slice(-4) ? first.slice(0, -5) : first}–${last}`;
}

/** Whether something lasts for hours at most, so that the time of day tells when in it: a slow chat runs for days. */
export function isEvening({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }): boolean {
  return endsAt - startsAt <= DAY;
}

/** A moment during or near a session: `7:05` on its own date, `Apr 18` on another; `2016-04-18` without a session. */
export function moment(ms: number, zone: string, date: string | null): string {
  const local = localDate(ms, zone);
  if (date === null) return local;
  if (local === date.slice(0, 10)) return shortTime(localClock(ms, zone));
  return `${monthName(local).slice(0, 3)} ${Number(local.slice(8))}`;
}

/** A date for people: `Sunday, April 17, 2016`; of a session the date it is named by. */
export function longDate(date: string): string {
  return `${capital(weekdayOf(date.slice(0, 10)))}, ${monthName(date)} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`;
}

/** A date as citations have it: `17 April 2016`. */
export function dayWords(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(date)} ${date.slice(0, 4)}`;
}

/** A weekday with a capital, whole or in three letters. */
export function capital(weekday: Weekday): string {
  return weekday.charAt(0).toUpperCase() + weekday.slice(1);
}

/** `Sun`. */
export function shortWeekday(date: string): string {
  return capital(weekdayOf(date.slice(0, 10))).slice(0, 3);
}

function shortTime(time: string): string {
  return `${Number(time.slice(0, 2)) % 12 || 12}:${time.slice(3, 5)}`;
}

function monthName(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}
