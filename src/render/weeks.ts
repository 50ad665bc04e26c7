/** The sessions of a chat as a table. */
import sparkly from 'sparkly';
import type { Chat } from '../chat.ts';
import type { SessionSummary } from '../views.ts';
import { columns, type Column } from './columns.ts';
import { chatHeading } from './heading.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { DERIVED_NOTE, markedTopic } from './topic.ts';
import { clock, count, number, shortWeekday } from './words.ts';

/** The table of sessions: date, time, topic, numbers and the shape of the hour. */
export function renderWeeks(sessions: readonly SessionSummary[], chat: Chat, look: Look): string {
  const ink = inkOf(look);
  const times = sessions.map(({ startsAt }) => clock(startsAt, chat.zone));
  const title = chatHeading(chat, `${count(sessions.length, 'session')}${timeNote(times, chat)}`, look);
  if (sessions.length === 0) return `${title}\n`;
  const notes = sessions.some(({ topic }) => topic.source === 'derived') ? ['', ink.dim(hang('', DERIVED_NOTE, look.width))] : [];
  return `${[title, '', ...columns(sessionColumns(sessions, times, chat, look), look), ...notes].join('\n')}\n`;
}

/** The dates on which a session was expected and none was found, one a line. */
export function renderMissing(dates: readonly string[], chat: Chat, look: Look): string {
  const title = chatHeading(chat, `${count(dates.length, 'date')} without a session`, look);
  return `${[title, ...dates.map((date) => `  ${shortWeekday(date)} ${date}`)].join('\n')}\n`;
}

/** The shape of an hour: one bar a twelfth, a gap where nobody wrote. */
export function sparkline(curve: readonly number[]): string {
  return sparkly(
    curve.map((tweets) => (tweets > 0 ? tweets : '')),
    { minimum: 0, maximum: Math.max(1, ...curve) },
  );
}

function sessionColumns(sessions: readonly SessionSummary[], times: readonly string[], chat: Chat, look: Look): Column[] {
  const ink = inkOf(look);
  const numbers = (pick: (session: SessionSummary) => number) => sessions.map((session) => number(pick(session)));
  return [
    {
      head: 'DATE',
      cells: sessions.map(({ session }) => `${shortWeekday(session)} ${harmless(session)}`),
      style: (cell) => ink.cyan(cell),
    },
    ...(chat.slow ? [] : [timeColumn(times)]),
    {
      head: 'TOPIC',
      cells: sessions.map(({ topic }) => markedTopic(topic)),
      grows: true,
      style: (cell, row) => (isDerived(sessions[row]) ? ink.dim(cell) : cell),
    },
    { head: 'TWEETS', cells: numbers(({ tweets }) => tweets), align: 'right' },
    { head: 'PEOPLE', cells: numbers(({ people }) => people), align: 'right' },
    { head: 'Qs', cells: numbers(({ questions }) => questions), align: 'right' },
    { head: 'LINKS', cells: numbers(({ links }) => links), align: 'right', spare: 2 },
    {
      head: chat.slow ? 'THE WEEK' : 'THE HOUR',
      cells: sessions.map(({ curve }) => sparkline(curve)),
      spare: 3,
      style: (cell) => ink.green(cell),
    },
  ];
}

function timeColumn(times: readonly string[]): Column {
  return { head: 'TIME', cells: times, align: 'right', spare: areSame(times) ? 4 : 1 };
}

function isDerived(session: SessionSummary | undefined): boolean {
  return session?.topic.source === 'derived';
}

function areSame(times: readonly string[]): boolean {
  return new Set(times).size === 1;
}

function timeNote(times: readonly string[], chat: Chat): string {
  const [first] = times;
  if (first === undefined) return '';
  const zone = harmless(chat.zone);
  if (chat.slow) return ', each all week';
  if (!areSame(times)) return `, times of ${zone}`;
  return `, ${times.length > 1 ? 'all ' : ''}at ${first} ${zone}`;
}
