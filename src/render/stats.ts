/** A chat in figures, for a terminal and for other programs. */
import { plot } from 'simple-ascii-chart';
import sparkly from 'sparkly';
import type { Chat } from '../chat.ts';
import type { Period, SiteFigures, StatsView } from '../figures.ts';
import { columns, type Column } from './columns.ts';
import { chatHeading } from './heading.ts';
import { safeJson } from './json-text.ts';
import { fit, hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count, number } from './words.ts';

const SITES = 10;
const PLOT = { width: 72, height: 10, edge: 12 };
// Below this many years the months tell more.
const FEW_YEARS = 3;

/** The figures with their plots, as wide as the look. */
export function renderStats(stats: StatsView, chat: Chat, look: Look): string {
  const ink = inkOf(look);
  const { tweets, people, sessions, years, months, hours, sites } = stats;
  const numbers = [count(tweets, 'tweet'), count(people, 'person', 'people'), count(sessions, 'session')].join(', ');
  const periods = years.length < FEW_YEARS ? months : years;
  const named = periods === months ? 'MONTH' : 'YEAR';
  return `${[
    chatHeading(chat, numbers, look),
    ...plotLines(`Tweets by ${named.toLowerCase()}`, periods, look),
    '',
    ...columns(periodColumns(named, periods), look),
    '',
    hang('', `${ink.bold('By hour of the day')}  ${ink.dim(harmless(chat.zone))}`, look.width),
    ...hourLines(hours, look.width).map((line, at) => (at === 0 ? ink.green(line) : ink.dim(line))),
    ...(sites.length === 0 ? [] : ['', ...columns(siteColumns(sites.slice(0, SITES), look), look)]),
    ...(sites.length > SITES ? [ink.dim(`… and ${count(sites.length - SITES, 'more site')}`)] : []),
  ].join('\n')}\n`;
}

/** `edchat stats --json` */
export function statsJson(chat: Pick<Chat, 'name'>, { tweets, people, sessions, years, months, hours, sites }: StatsView): string {
  return `${safeJson({ version: 1, chat: chat.name, tweets, people, sessions, years, months, hours, sites })}\n`;
}

// One bar a period; with a single one there is nothing to compare.
function plotLines(title: string, periods: readonly Period[], look: Look): string[] {
  if (periods.length < 2) return [];
  const width = Math.max(periods.length, Math.min(look.width, PLOT.width) - PLOT.edge);
  const drawn = plot(
    periods.map(({ tweets }, at): [number, number] => [at, tweets]),
    {
      width,
      height: PLOT.height,
      mode: 'bar',
      yRange: [0, Math.max(1, ...periods.map(({ tweets }) => tweets))],
      formatter: (value, { axis }) => (axis === 'x' ? label(periods[value]?.name ?? '') : number(Math.round(value))),
    },
  );
  const lines = drawn.split('\n').map((line) => line.trimEnd());
  return ['', inkOf(look).bold(title), ...lines.filter((line) => line !== '').map((line) => inkOf(look).green(fit(line, look.width)))];
}

function label(name: string): string {
  return name.length > 4 ? name.slice(2).replace('-', '/') : name;
}

function periodColumns(head: string, periods: readonly Period[]): Column[] {
  const numbers = (pick: (period: Period) => number): string[] => periods.map((period) => number(pick(period)));
  return [
    { head, cells: periods.map(({ name }) => name) },
    { head: 'SESSIONS', cells: numbers(({ sessions }) => sessions), align: 'right', spare: 1 },
    { head: 'TWEETS', cells: numbers(({ tweets }) => tweets), align: 'right' },
    { head: 'PEOPLE', cells: numbers(({ people }) => people), align: 'right' },
    { head: 'NEW', cells: numbers(({ newPeople }) => newPeople), align: 'right' },
    { head: 'RETURNING', cells: numbers(({ returning }) => returning), align: 'right' },
  ];
}

function siteColumns(sites: readonly SiteFigures[], look: Look): Column[] {
  const numbers = (pick: (site: SiteFigures) => number): string[] => sites.map((site) => number(pick(site)));
  return [
    { head: 'TOP SITES', cells: sites.map(({ host }) => fit(harmless(host), 40)), grows: true, style: (cell) => inkOf(look).cyan(cell) },
    { head: 'PAGES', cells: numbers(({ pages }) => pages), align: 'right' },
    { head: 'TWEETS', cells: numbers(({ tweets }) => tweets), align: 'right' },
    { head: 'PEOPLE', cells: numbers(({ people }) => people), align: 'right' },
  ];
}

// Two columns an hour, or one where there is no room, from midnight to midnight.
function hourLines(hours: readonly number[], columnsLeft: number): string[] {
  const each = columnsLeft < hours.length * 2 ? 1 : 2;
  const bars = sparkly(
    hours.map((tweets) => (tweets > 0 ? tweets : '')),
    { minimum: 0, maximum: Math.max(1, ...hours) },
  );
  const wide = [...bars].map((bar) => bar.repeat(each)).join('');
  const clock = (each === 2 ? ['12 a.m.', '6 a.m.', 'noon', '6 p.m.'] : ['12', '6', '12', '6'])
    .map((name) => name.padEnd(6 * each))
    .join('');
  return [wide.trimEnd(), clock.trimEnd()];
}
