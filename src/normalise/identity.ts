/** Which tweet a record is, and when it was made: ids, permalinks, clocks. */
import { timeOfId } from '../row-number.ts';
import { parseTime } from './time.ts';

const STATUS = /^(?:https?:)?\/\/(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w{1,20}|i\/web)\/status(?:es)?\/(\d{1,19})(?!\d)/i;

/** Author and id of a tweet's address, in any of its spellings; null for any other address. */
export function statusOf(url: string): { author: string | null; id: string; part: string } | null {
  const match = STATUS.exec(url.trim());
  if (!match) return null;
  const [whole, author = '', id = ''] = match;
  return { author: author === 'i/web' || author === 'i' ? null : author, id, part: url.trim().slice(whole.length) };
}

/**
 * The exact id of a tweet, in digits, or null. A permalink's id wins: cells are spoilt by spreadsheets
 * (`1.26E+18`, `540930409279008000`), addresses are not.
 */
export function exactId(id: string | null | undefined, url: string | null | undefined): string | null {
  const spelled = id?.trim() ?? '';
  return (url ? wholeId(statusOf(url)?.id) : null) ?? wholeId(spelled) ?? wholeId(statusOf(spelled)?.id);
}

// Ids are 64-bit integers; those of this century begin with 1 to 8 where they have 19 digits.
function wholeId(digits: string | null | undefined): string | null {
  return /^0*([1-9]\d{0,17}|[1-8]\d{18})$/.exec(digits ?? '')?.[1] ?? null;
}

/** A handle without its `@`, or null. */
export function handleOf(author: string | null | undefined): string | null {
  const handle = author?.trim() ?? '';
  const bare = handle.startsWith('@') ? handle.slice(1) : handle;
  return bare === '' ? null : bare;
}

/** When the tweet was made, and how far (ms) the stated time is from the id's clock where both are known. */
export interface Moment {
  readonly createdAt: number;
  readonly disagreement: number;
}

/** The day of Twitter's first tweet; the other networks are younger. UTC, milliseconds. */
const FIRST_TWEET = Date.UTC(2006, 2, 21);
/** Row numbers reach to here, whatever the clock says. */
const LATEST = Date.UTC(2080, 0);
const DAY = 86_400_000;

/**
 * The time by the id where that is a clock, else the stated one, else a rounded id's or a Bluesky address's; null when
 * nothing tells, one sentence when it cannot be: before the first tweet, or more than a day after `now`.
 */
export function momentOf(
  id: string | null,
  stated: string | number | null | undefined,
  spoiltId: string | null | undefined,
  now = Number.POSITIVE_INFINITY,
): Moment | { readonly reason: string } | null {
  const said = parseTime(stated);
  const byId = id === null ? null : timeOfId(BigInt(id));
  if (byId !== null && byId > now + DAY) return { reason: `its id is of ${dayOf(byId)}, which is yet to come` };
  if (byId !== null) return { createdAt: byId, disagreement: said === null ? 0 : Math.abs(said - byId) };
  const rough = roughTime(spoiltId) ?? timeOfTid(spoiltId);
  const createdAt = said !== null && isPossible(said, now) ? said : rough !== null && isPossible(rough, now) ? rough : null;
  if (createdAt !== null) return { createdAt, disagreement: 0 };
  const wrong = said ?? rough;
  if (wrong === null) return null;
  return { reason: `dated ${dayOf(wrong)}, ${wrong < FIRST_TWEET ? 'before the first tweet of all' : 'which is yet to come'}` };
}

function isPossible(ms: number, now: number): boolean {
  return ms >= FIRST_TWEET && ms <= Math.min(now + DAY, LATEST);
}

function dayOf(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'no day there is' : date.toISOString().replace(/T.*/, '');
}

// Fifteen digits of an id still give its time to a millisecond; six only to twenty minutes, which is no time at all.
function roughTime(id: string | null | undefined): number | null {
  const match = /^(\d)\.?(\d*)e\+?(\d+)$/i.exec(id?.trim() ?? '');
  if (!match || (match[2]?.length ?? 0) < 12 || Number(match[3]) > 18) return null;
  return parseTime(timeOfId(BigInt(Math.round(Number(id)))));
}

const TID = /^at:\/\/.*\/([2-7a-j][2-7a-z]{12})$/;
const TID_DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

/** The UTC milliseconds in the address of a Bluesky post, whose end is a clock of microseconds; null for any other. */
export function timeOfTid(uri: string | null | undefined): number | null {
  const digits = TID.exec(uri ?? '')?.[1];
  if (digits === undefined) return null;
  const value = Array.from(digits, (digit) => BigInt(TID_DIGITS.indexOf(digit))).reduce((sum, digit) => sum * 32n + digit, 0n);
  // The last ten bits tell writers apart.
  return Number((value >> 10n) / 1000n);
}
