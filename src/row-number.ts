/**
 * The row number of a tweet is its place in time, in Twitter's own layout: milliseconds since 4 November 2010 in the
 * high bits, 22 bits to tell tweets of one millisecond apart. For Twitter it is the status id itself.
 */

/** The first instant of the id clock, UTC milliseconds. */
const ID_EPOCH = 1_288_834_974_657;
/** Ids below this were counted up, not made from the clock. */
export const FIRST_CLOCK_ID = 29_700_859_247n;

const LOW_BITS = 22n;
const LOW_MASK = (1n << LOW_BITS) - 1n;

/** The UTC milliseconds inside a clock id, or null for one too old to hold a time. */
export function timeOfId(id: bigint): number | null {
  return id < FIRST_CLOCK_ID ? null : Number(id >> LOW_BITS) + ID_EPOCH;
}

/** The first row number an instant can have; times before the id clock are negative, in the same order. */
export function rowAt(ms: number): bigint {
  return BigInt(Math.trunc(ms) - ID_EPOCH) << LOW_BITS;
}

/** Row numbers of `[fromMs, untilMs)`: first inclusive, last inclusive. */
export function rowRange(fromMs: number, untilMs: number): { first: bigint; last: bigint } {
  return { first: rowAt(fromMs), last: rowAt(untilMs) - 1n };
}

/**
 * The row number of a tweet: its status id where that is a clock, else a number made from its time with low bits from
 * its key, so that it does not depend on the order of imports.
 */
export function rowNumberOf(key: string, createdAt: number): bigint {
  if (/^\d{1,19}$/.test(key)) {
    const id = BigInt(key);
    if (id >= FIRST_CLOCK_ID) return id;
    return rowAt(createdAt) | (id & LOW_MASK);
  }
  return rowAt(sameForAll(key, createdAt)) | (hash(key) & LOW_MASK);
}

// Of one post of another network some exports give the second and others the millisecond, and all must lead to one row.
// A tweet without an id keeps its milliseconds: they tell its place among those of its minute.
function sameForAll(key: string, createdAt: number): number {
  return key.startsWith('note:') ? createdAt : Math.floor(createdAt / 1000) * 1000;
}

/** True when the key needs no column of its own: the row number says it. */
export function isRowKey(key: string, row: bigint): boolean {
  return key === String(row);
}

// FNV-1a: short, well mixed in its low bits, the same on every machine.
function hash(text: string): bigint {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return BigInt(value);
}
