/** The options of `edchat import` for what a file leaves out. */
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { ImportOptions } from '../ingest/run.ts';

/** What the user says of a file that the file does not say itself. */
export type Hints = NonNullable<ImportOptions['hints']>;

/** The values of the hint options as typed. */
export interface HintOptions {
  readonly columns?: string;
  readonly date?: string;
  readonly tz?: string;
  readonly author?: string;
}

const COLUMNS = ['text', 'author', 'name', 'id', 'url', 'date', 'time'];

/** Adds `--columns`, `--date`, `--tz` and `--author`. */
export function addHintOptions(command: Command): Command {
  return command
    .option('--columns <list>', 'which column of a table holds what, by name or number: "text=Tweet Text,author=2"')
    .option('--date <date>', 'the local date of tweets that have none: 2016-04-17, or "2016-04-17 20:00" to say when they begin')
    .option('--tz <zone>', 'the time zone of dates that name none, such as America/Chicago')
    .option('--author <handle>', 'whose tweets these are, where the file does not say');
}

/** Checks the hint options. Throws a UserError that says what to write instead. */
export function hintsFrom({ columns, date, tz, author }: HintOptions): Hints {
  return {
    ...(columns === undefined ? {} : { columns: columnsFrom(columns) }),
    ...(date === undefined ? {} : { date: dateFrom(date) }),
    ...(tz === undefined ? {} : { zone: zoneFrom(tz) }),
    ...(author === undefined ? {} : { author: handleFrom(author) }),
  };
}

function columnsFrom(list: string): Record<string, string> {
  const columns: Record<string, string> = {};
  // The name of a column may hold a comma, but not what begins the next pair.
  for (const pair of list.split(/,(?=\s*\w+\s*=)/)) {
    const [, role = '', column = ''] = /^\s*(\w*)\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
    const name = role.toLowerCase();
    if (name === '' || column === '') throw new UserError(`--columns "${list}": write pairs such as "text=Tweet Text,author=2"`);
    if (!COLUMNS.includes(name))
      throw new UserError(`--columns: there is nothing called ${role} to read. Choose from ${COLUMNS.join(', ')}`);
    if (name in columns) throw new UserError(`--columns: ${name} is named twice`);
    columns[name] = column;
  }
  return columns;
}

function dateFrom(text: string): string {
  const [, date, hour, minute = '00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2}))?$/.exec(text.trim()) ?? [];
  const instant = new Date(`${date}T${(hour ?? '0').padStart(2, '0')}:${minute}:00Z`);
  // A date such as 31 February is taken for one in March.
  if (date === undefined || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) {
    throw new UserError(`--date ${text}: write a date such as 2016-04-17, or with the time the tweets begin, "2016-04-17 20:00"`);
  }
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`;
}

function zoneFrom(text: string): string {
  const zone = text.trim();
  // EST is a zone without summer time, which is not what people mean by it.
  if (/^[a-z]{2,4}$/i.test(zone) && !/^(?:utc|gmt)$/i.test(zone)) throw badZone(text);
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    throw badZone(text, error);
  }
}

function badZone(text: string, cause?: unknown): UserError {
  return new UserError(
    `--tz ${text}: name the zone by a city in it, such as America/Chicago for Central or America/New_York for Eastern, so that summer time is right`,
    { cause },
  );
}

function handleFrom(text: string): string {
  const handle = text.trim().replace(/^@/, '');
  if (/^\w{1,20}$/.test(handle)) return handle;
  throw new UserError(`--author ${text}: write one handle, such as --author @plum_and_pear`);
}
