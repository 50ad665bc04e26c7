/** When a tweet of a table was made, from its own cells and from what the user says of the file. */
import { instantOf } from '../calendar.ts';
import { readStated, type Stated } from '../parsing/wall-clock.ts';
import type { ExtractOptions } from './importer.ts';

/** What a row says of its time. */
export interface TimeCells {
  readonly date: string | null;
  readonly time: string | null;
  /** True when the tweet's id tells the time anyway. */
  readonly known: boolean;
}

/** The time of a row, null where only its id tells it, or one sentence why there is none. */
export type RowTime = { readonly createdAt: string | number | null } | { readonly reason: string };

const NO_DATE = 'the row has no date: import the file again with --date and --tz, such as --date 2016-04-17 --tz America/Chicago';
const NO_ZONE = 'the row does not say in which time zone its date is: import the file again with --tz, such as --tz America/Chicago';
// Farthest from the midnights, so that a chat's zone that is not quite the right one moves no tweet to another day.
const NOON = '12:00:00';

/**
 * Reads the times of the rows of one table, in their order. Rows that have a date and no time of day stand a second
 * apart from the time that the user gave with the date (`2016-04-17T20:00`), or else from noon, in document order.
 */
export function rowTimes(options: ExtractOptions, dayFirst: boolean): (cells: TimeCells) => RowTime {
  const [sessionDate = null, start = NOON] = options.date?.split(/[T ]/) ?? [];
  const amounts = new Map<string, number>();
  return ({ date: dateCell, time: timeCell, known }) => {
    if (dateCell !== null && /^\d{10}(?:\d{3})?$/.test(dateCell)) return { createdAt: Number(dateCell.padEnd(13, '0')) };
    const stated = dateCell === null ? null : readStated(dateCell, dayFirst);
    if (dateCell !== null && stated === null) return known ? { createdAt: null } : { reason: `the row's date cannot be read: ${dateCell}` };
    const { date, time, offset } = together(stated, timeCell === null ? null : readStated(timeCell, dayFirst), sessionDate);
    if (date === null) return known ? { createdAt: null } : { reason: NO_DATE };
    if (time !== null && offset !== null) return { createdAt: `${date}T${time}${offset}` };
    if (known && (time === null || options.zone === undefined)) return { createdAt: null };
    if (options.zone === undefined) return { reason: NO_ZONE };
    if (time !== null) return { createdAt: instantOf(date, time, options.zone) };
    const place = amounts.get(date) ?? 0;
    amounts.set(date, place + 1);
    return { createdAt: instantOf(date, start, options.zone) + place * 1000 };
  };
}

function together(stated: Stated | null, clock: Stated | null, sessionDate: string | null): Stated {
  return {
    date: stated?.date ?? sessionDate,
    time: stated?.time ?? clock?.time ?? null,
    offset: stated?.offset ?? clock?.offset ?? null,
  };
}
