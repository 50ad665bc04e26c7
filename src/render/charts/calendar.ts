/** The years of a chat as a calendar: a row a year, a square a week, darker the more was said. */
import { scaleQuantize } from 'd3-scale';
import { type Html, markup } from '../html/template.ts';
import { count } from '../words.ts';

/** A week with a session. */
export interface CalendarWeek {
  /** `2016-W15`. */
  readonly week: string;
  readonly tweets: number;
  /** What it was about, with its date. */
  readonly words: string;
  readonly href: string;
}

const CELL = 11;
const GAP = 2;
const EDGE = { top: 16, left: 36 };
const WEEKS = 53;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The calendar; for the mouse and the eye alone: every session must also stand in a list beside it. */
export function calendarChart(weeks: readonly CalendarWeek[]): Html {
  const years = weeks.map(({ week }) => Number(week.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (weeks.length === 0) return markup``;
  const most = Math.max(...weeks.map(({ tweets }) => tweets));
  const shade = scaleQuantize([0, most], [1, 2, 3, 4]);
  const byWeek = new Map(weeks.map((one) => [one.week, one]));
  const rows = Array.from({ length: last - first + 1 }, (_, at) => yearRow(first + at, at, byWeek, shade));
  const months = MONTHS.map(
    (name, at) => markup`<text x="${EDGE.left + Math.round((at * WEEKS * (CELL + GAP)) / 12)}" y="11">${name}</text>`,
  );
  const [width, height] = [EDGE.left + WEEKS * (CELL + GAP), EDGE.top + rows.length * (CELL + GAP)];
  return markup`<svg class="chart" aria-hidden="true" viewBox="0 0 ${width} ${height}">${months}${rows}</svg>\n`;
}

/** What the calendar shows, in words. */
export function calendarWords(weeks: readonly CalendarWeek[]): string {
  const most = Math.max(...weeks.map(({ tweets }) => tweets));
  return `Each square is a week, each darker square a session: ${count(weeks.length, 'session')}, the largest with ${count(most, 'tweet')}.`;
}

function yearRow(year: number, row: number, byWeek: ReadonlyMap<string, CalendarWeek>, shade: (tweets: number) => number): Html {
  const top = EDGE.top + row * (CELL + GAP);
  const cells = Array.from({ length: WEEKS }, (_, at) => {
    const week = `${year}-W${String(at + 1).padStart(2, '0')}`;
    const held = byWeek.get(week);
    const left = EDGE.left + at * (CELL + GAP);
    const square = (shadeOf: number, title: Html): Html =>
      markup`<rect class="c${shadeOf}" x="${left}" y="${top}" width="${CELL}" height="${CELL}" rx="2">${title}</rect>`;
    if (held === undefined) return square(0, markup``);
    const title = markup`<title>${held.words}, ${count(held.tweets, 'tweet')}</title>`;
    return markup`<a href="${held.href}" tabindex="-1">${square(shade(held.tweets), title)}</a>`;
  });
  return markup`<text x="0" y="${top + CELL - 2}">${year}</text>${cells}`;
}
