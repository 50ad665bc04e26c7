/** The lines of a transcript as Participate Learning, a home of education chats until 2019, wrote it. */
import { groupBy } from '../group-by.ts';
import { offsetOf } from './zone-names.ts';

/** The line above the words of a tweet. */
export interface HeadLine {
  readonly author: string;
  /** `Apr 5`: of no year. */
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
  /** As people write it: `EDT`. */
  readonly zone: string;
}

const HEAD = /^\s*[•*·●◦-]?\s*@?(\w{1,20})(?: - Moderator)?\s+([A-Z][a-z]{2}) (\d{1,2}) @ (\d{1,2}):(\d{2}) ([AP])M ([A-Z]{2,4})\s*$/;
const TITLE = /^\s*#(\w+) Archive\s*$/;
const DATE = /\b([A-Z][a-z]{2})[a-z]* (\d{1,2}), (20\d{2})\b/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads the line above a tweet; null for any other line. */
export function headLine(line: string): HeadLine | null {
  const [, author, name = '', day, hour, minute, half, zone] = HEAD.exec(line) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (author === undefined || zone === undefined || month === 0) return null;
  return { author, month, day: Number(day), minutes: ((Number(hour) % 12) + (half === 'P' ? 12 : 0)) * 60 + Number(minute), zone };
}

/** Whether a text holds a line above a tweet. */
export function hasHeadLine(text: string): boolean {
  return text.includes(' @ ') && text.split(/\r\n|\n|\r/).some((line) => headLine(line) !== null);
}

/** Whether a text is a chat of which only the words were copied: prose with one hashtag in most lines, or under its title. */
export function isChatWithoutAuthors(text: string, isTable: boolean): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const first = lines[0]?.trim() ?? '';
  if (lines.length < 5 || hasHeadLine(text)) return false;
  if (titleOf(first) !== null) return true;
  // The names of columns are no sentence.
  if (isTable && !/^(?:\S+\s+){12}|[.!?](?:\s|$)/.test(first)) return false;
  const tags = lines.flatMap((line) => [...new Set(line.toLowerCase().match(/#\p{L}[\p{L}\p{N}_]+/gu))]);
  const most = Math.max(0, ...Array.from(groupBy(tags, (tag) => tag).values(), (same) => same.length));
  return most >= 5 && most * 2 >= lines.length;
}

/** The hashtag in the title of a transcript; null for any other line. */
export function titleOf(line: string): string | null {
  return TITLE.exec(line)?.[1] ?? null;
}

/** A date as the top of a transcript has it, such as `Thursday April 5, 2018`; null for any other line. */
export function dateIn(line: string): { readonly year: number; readonly month: number } | null {
  const [, name = '', , year] = DATE.exec(line) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return month === 0 ? null : { year: Number(year), month };
}

/** UTC milliseconds of the minute a line names, or null when its zone or day is none; a chat may go on into the next year. */
export function minuteOf(head: HeadLine, date: { readonly year: number; readonly month: number }): number | null {
  const offset = offsetOf(head.zone);
  const year = date.year + (head.month === 1 && date.month === 12 ? 1 : head.month === 12 && date.month === 1 ? -1 : 0);
  const iso = `${year}-${two(head.month)}-${two(head.day)}T${two(Math.floor(head.minutes / 60))}:${two(head.minutes % 60)}:00`;
  const time = offset === null ? Number.NaN : Date.parse(iso + offset);
  // A day that does not exist is read as one of the next month.
  return Number.isNaN(time) || !new Date(`${iso}Z`).toISOString().startsWith(iso) ? null : time;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
