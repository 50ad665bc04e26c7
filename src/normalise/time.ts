const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TWITTER = /^\w{3},? (\w{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/;
/** As Twitter's API spells every time. */
const USUAL = /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d \+0000 \d{4}$/;
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/i;

/**
 * UTC milliseconds of a stated time: epoch milliseconds, Twitter's `Sun Apr 17 23:59:00 +0000 2016`, or ISO 8601
 * with a zone. Null for anything else: a time without a zone is not a time.
 */
export function parseTime(stated: string | number | null | undefined): number | null {
  if (typeof stated === 'number') return known(stated);
  const text = stated?.trim() ?? '';
  if (USUAL.test(text)) return usualTime(text);
  const twitter = TWITTER.exec(text);
  if (twitter) return twitterTime(twitter);
  const iso = ISO.exec(text);
  if (!iso) return null;
  const zone = /^(?:z|utc)$/i.test(iso[3] ?? '') ? 'Z' : (iso[3] ?? '').replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return known(Date.parse(`${iso[1]}T${iso[2]}${zone}`));
}

// Tweets of one day stand together, so that only their time of day has to be read.
function usualTime(text: string): number | null {
  const day = text.slice(0, 11);
  const year = text.slice(19);
  if (day !== last.day || year !== last.year) {
    const midnight = TWITTER.exec(`${day}00:00:00${year}`);
    last = { day, year, midnight: midnight === null ? null : twitterTime(midnight) };
  }
  return last.midnight === null
    ? null
    : last.midnight + ((twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60 + twoDigits(text, 17)) * 1000;
}

let last: { readonly day: string; readonly year: string; readonly midnight: number | null } = { day: '', year: '', midnight: null };

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 0x30;
}

function twitterTime([, month = '', day, hour, minute, second, sign, hours, minutes, year]: RegExpExecArray): number | null {
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return known(Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute) - offset, Number(second)));
}

function known(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}
