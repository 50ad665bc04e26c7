import { addDays, isoWeek } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import { meetingsIn } from './meetings.ts';

/**
 * The dates of a chat's timetable in whose week nobody met, between the first and the last of the dates of its sessions
 * (in time order) and within `[from, until)`.
 */
export function missingDates(chat: Chat, dates: readonly string[], range: { readonly from: string; readonly until: string }): string[] {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const held = new Set(dates.map(isoWeek));
  const from = range.from > first ? range.from : first;
  const until = range.until < addDays(last, 1) ? range.until : addDays(last, 1);
  return [...new Set(meetingsIn(chat, { from, until }).map(({ date }) => date))].filter((date) => !held.has(isoWeek(date)));
}
