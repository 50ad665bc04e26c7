/** Which encoding bytes are in. UTF-8 unless another is certain: what is then bad in it is replaced, and nothing else. */
import { isAscii, isUtf8 } from 'node:buffer';

/** An encoding that exports come in, and the length of its byte order mark. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly mark: number;
}

/** How many bytes tell whether there are two to a character. */
const SAMPLE = 1024;
/** How many bytes from the first on that is no ASCII tell the encoding. */
export const WINDOW = 64 * 1024;

/** The encoding of a file by its mark or, without one, by the zero bytes of UTF-16; null when only later bytes can tell. */
export function encodingAtStart(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'utf-8', mark: 3 };
  const wide = unmarkedUtf16(bytes.subarray(0, SAMPLE));
  return wide === null ? null : { name: wide, mark: 0 };
}

// Exports begin with names of columns or of fields: in UTF-16 every other byte of those is zero.
function unmarkedUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even++;
    if (sample[at + 1] === 0) odd++;
  }
  // A text in one byte a character has no zero bytes at all.
  const [many, few] = [pairs * 0.4, pairs * 0.05];
  if (odd > many && even <= few) return 'utf-16le';
  return even > many && odd <= few ? 'utf-16be' : null;
}

/** Where the first byte is that is no ASCII, or -1. */
export function firstHigh(bytes: Uint8Array): number {
  return isAscii(bytes) ? -1 : bytes.findIndex((byte) => byte > 0x7f);
}

/**
 * Whether bytes are certainly Windows-1252: not one character of theirs is UTF-8, and nearly all their high bytes stand
 * where a Western text has accents, quotation marks and dashes. Pages are never: they say themselves what they are in.
 */
export function isWindows1252(window: Uint8Array): boolean {
  const bytes = window.subarray(0, window.length - cutLength(window));
  const from = firstHigh(bytes);
  if (from === -1 || isUtf8(bytes) || bytes.includes(0)) return false;
  let [likely, odd] = [0, 0];
  for (let at = from; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if (utf8Length(bytes, at) > 0) return false;
    if (isSurrogate(bytes, at)) odd++;
    else if (isLikely(bytes[at - 1] ?? 0x20, bytes[at] ?? 0, bytes[at + 1] ?? 0x20)) likely++;
    else odd++;
  }
  return likely > odd * 20;
}

/** How many bytes at the end are the beginning of a UTF-8 character whose rest is missing. */
export function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

// The length of the UTF-8 character of several bytes that begins at a place, or 0.
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

// Half an emoji, as some programs write it though UTF-8 forbids it.
function isSurrogate(bytes: Uint8Array, at: number): boolean {
  const [lead, second = 0, third = 0] = bytes.subarray(at, at + 3);
  return lead === 0xed && second >= 0xa0 && second < 0xc0 && third >= 0x80 && third < 0xc0;
}

// Bytes that Windows-1252 has no character for.
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const LETTERS_BELOW = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]);
// What may stand between two letters: an apostrophe, dashes, an ellipsis, a soft hyphen, the dot of Catalan.
const JOINING = new Set([0x85, 0x92, 0x96, 0x97, 0xa0, 0xad, 0xb7]);

function isLikely(before: number, byte: number, after: number): boolean {
  if (UNDEFINED.has(byte) || byte >= 0xfe) return false;
  // The start of a UTF-8 character that was cut: a dash or quotation mark, or an emoji.
  if ((byte === 0xe2 && after === 0x80) || (byte === 0xf0 && after === 0x9f)) return false;
  if (!isHighLetter(byte)) return JOINING.has(byte) || !(isLetter(before) && isLetter(after));
  // Capitals inside words are letters of another encoding, and so are rows of accents.
  if (isHighCapital(byte) && isSmall(before)) return false;
  return !(isHighLetter(before) && isHighLetter(after));
}

function isHighLetter(byte: number): boolean {
  return LETTERS_BELOW.has(byte) || (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7);
}

function isHighCapital(byte: number): boolean {
  return byte === 0x8a || byte === 0x8c || byte === 0x8e || byte === 0x9f || (byte >= 0xc0 && byte < 0xdf);
}

function isLetter(byte: number): boolean {
  return isHighLetter(byte) || isSmall(byte) || (byte >= 0x41 && byte <= 0x5a);
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

const BELOW_A0 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in Windows-1252. (Node's own decoder of that name reads ISO 8859-1 in some versions.) */
export function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (char) => BELOW_A0[char.charCodeAt(0) - 0x80] ?? char);
}
