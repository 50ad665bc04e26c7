/** How far the wall clock of a time zone is from UTC. */
/**
 * Minutes to add to UTC for the wall clock of `zone` at that instant. Throws a RangeError for a zone there is none of.
 *
 * The clock of the process itself, set to the zone for a moment, tells it at once; a formatter of dates tells the same, but
 * making the first one takes longer than many a command does in all.
 */
export function zoneOffset(ms: number, zone: string): number {
  return PLAIN.test(zone) && hasOwnClock() ? ofMonth(ms, zone) : formatted(ms, zone);
}

// To set the clock takes a hundred times as long as to remember what it said. In these zones no month since 1970 has two changes:
// one that begins and ends alike is alike throughout.
const months = new Map<string, number | null>();
function ofMonth(ms: number, zone: string): number {
  const date = new Date(ms);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const name = `${zone} ${year} ${month}`;
  let offset = months.get(name);
  if (offset === undefined) {
    const [start, end] = [ownClock(Date.UTC(year, month), zone), ownClock(Date.UTC(year, month + 1), zone)];
    months.set(name, (offset = start === end && year >= 1970 ? start : null));
  }
  return offset ?? ownClock(ms, zone);
}

// Other threads have an environment of their own, which moves no clock; and elsewhere it is not certain to. To see it move asks
// less than to load what knows of threads.
let moves: boolean | undefined;
function hasOwnClock(): boolean {
  return (moves ??= /^(?:linux|darwin)$/.test(process.platform) && ownClock(0, 'UTC') === 0 && ownClock(0, 'Asia/Kolkata') === 330);
}

// Any other name, and one that is misspelt, would be taken for UTC in silence.
const PLAIN =
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Toronto|Vancouver|Winnipeg|Edmonton|Halifax)|Pacific\/(?:Honolulu|Auckland)|Europe\/(?:London|Dublin|Paris|Madrid|Berlin|Amsterdam)|Australia\/(?:Sydney|Melbourne|Brisbane|Perth|Adelaide)|Asia\/(?:Manila|Kolkata)|UTC)$/;

function ownClock(ms: number, zone: string): number {
  const usual = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return 0 - new Date(ms).getTimezoneOffset();
  } finally {
    if (usual === undefined) delete process.env['TZ'];
    else process.env['TZ'] = usual;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  // GMT, GMT-06:00, GMT+05:30
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(format.format(ms)) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}
