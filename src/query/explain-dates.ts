/** Dates -> words. */
import type { Leaf } from './ast.ts';
import { dayBefore, isOpenFrom, isOpenUntil } from './dates.ts';

type Dates = Extract<Leaf, { readonly kind: 'dates' }>;

/** `on Sun 17 April 2016`, `week of Mon 11 to Sun 17 April 2016`. */
export function datesInWords({ range, said }: Dates): string {
  const isOneWeek = said === 'week' && Date.parse(range.until) - Date.parse(range.from) === 7 * 86_400_000;
  if (said === 'season') return `school year ${range.from.slice(0, 4)}-${range.until.slice(2, 4)}, ${spanInWords(range)}`;
  if (said === 'week') return `${isOneWeek ? 'week' : 'weeks'} of ${spanInWords(range)}`;
  return dayBefore(range.until) === range.from ? `on ${dayInWords(range.from)}` : spanInWords(range);
}

/** `Fri 1 to Sat 30 April 2016`, `since Sun 17 April 2016`. */
export function spanInWords(range: Dates['range']): string {
  if (isOpenFrom(range) && isOpenUntil(range)) return 'of any date';
  if (isOpenUntil(range)) return `since ${dayInWords(range.from)}`;
  if (isOpenFrom(range)) return `before ${dayInWords(range.until)}`;
  const last = dayBefore(range.until);
  // What both days share is said once.
  const shared = range.from.slice(0, 7) === last.slice(0, 7) ? 2 : range.from.slice(0, 4) === last.slice(0, 4) ? 3 : 4;
  return `${dayInWords(range.from).split(' ').slice(0, shared).join(' ')} to ${dayInWords(last)}`;
}

function dayInWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) => day.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
  return `${part({ weekday: 'short' })} ${day.getUTCDate()} ${part({ month: 'long' })} ${date.slice(0, 4)}`;
}
