/** A chat's timetable in words. */
import type { Chat, Meeting } from '../chat.ts';
import { groupBy } from '../group-by.ts';
import { harmless } from './safe.ts';
import { capital, clockWords, count, list, ordinal } from './words.ts';

/** One sentence a line of the timetable: `Sundays 8:00 p.m. America/Chicago, 60 minutes (1st and 3rd of the month) since 2017-09`. */
export function scheduleWords(chat: Pick<Chat, 'schedule' | 'zone' | 'slow'>): string[] {
  if (chat.slow) return [`All week, ${harmless(chat.zone)}`];
  return chat.schedule.map((meeting) => meetingWords(meeting, chat.zone));
}

/** When a chat meets nowadays, as short as can be: `Tuesdays 12:00 p.m. and 7:00 p.m. America/New_York`. */
export function scheduleInShort({ schedule, zone, slow }: Pick<Chat, 'schedule' | 'zone' | 'slow'>): string {
  if (slow) return `All week, ${harmless(zone)}`;
  const current = schedule.filter(({ until }) => until === undefined);
  const days = groupBy(current.length > 0 ? current : schedule.slice(-1), ({ weekday }) => weekday);
  const parts = [...days].map(([day, meetings]) => `${capital(day)}s ${list(meetings.map(({ time }) => clockWords(time)))}`);
  return parts.length === 0 ? '' : `${list(parts)} ${harmless(zone)}`;
}

function meetingWords({ weekday, time, minutes, from, until, ofMonth }: Meeting, zone: string): string {
  const which = ofMonth === undefined || ofMonth.length === 0 ? '' : ` (${list(ofMonth.map(ordinal))} of the month)`;
  return `${capital(weekday)}s ${clockWords(time)} ${harmless(zone)}, ${count(minutes, 'minute')}${which}${years(from, until)}`;
}

function years(from: string | undefined, until: string | undefined): string {
  const begin = from?.replace(/-01$/, '');
  if (begin === undefined) return until === undefined ? '' : ` until ${until}`;
  return until === undefined ? ` since ${begin}` : `, ${begin} to ${until}`;
}
