/** The timetable of a chat as dates: when it was due to meet. */
import { addDays, instantOf, weekdayOf, type DateRange } from '../calendar.ts';
import type { Chat, Meeting } from '../chat.ts';

const MINUTE = 60_000;

/** One meeting that the timetable expects. */
export interface Slot {
  /** The local date. */
  readonly date: string;
  /** UTC, milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The meetings a chat was due to hold on the dates of a range, in time order. */
export function meetingsIn(chat: Pick<Chat, 'zone' | 'schedule'>, range: DateRange): Slot[] {
  const slots: Slot[] = [];
  for (let date = range.from; date < range.until; date = addDays(date, 1)) {
    for (const meeting of chat.schedule) if (isDue(meeting, date)) slots.push(slotOf(meeting, date, chat.zone));
  }
  return slots.toSorted((a, b) => a.startsAt - b.startsAt);
}

function isDue({ weekday, from, until, ofMonth }: Meeting, date: string): boolean {
  if (weekdayOf(date) !== weekday || (from !== undefined && date < from) || (until !== undefined && date > until)) return false;
  return ofMonth === undefined || ofMonth.includes(Math.ceil(Number(date.slice(8)) / 7));
}

function slotOf({ time, minutes }: Meeting, date: string, zone: string): Slot {
  const startsAt = instantOf(date, time, zone);
  return { date, startsAt, endsAt: startsAt + minutes * MINUTE };
}
