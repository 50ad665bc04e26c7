/** Bytes as text: exports come as UTF-8, as UTF-16, or in the Western encoding of old spreadsheets. */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { cutLength, type Encoding, encodingAtStart, firstHigh, isWindows1252, WINDOW, windows1252 } from './encoding.ts';

const NOTHING: Buffer = Buffer.alloc(0);
/** Bytes that show a mark, the zeros of UTF-16, or that a file is a page. */
const START = 1024;

/** The text of the first bytes of a file, without its mark; a character cut by the end of the bytes is left out. */
export function decodeStart(bytes: Uint8Array, whole: boolean): string {
  const buffer = asBuffer(bytes);
  const { name, mark } = markedEncoding(buffer) ?? encodingFrom(buffer);
  if (name === 'windows-1252') return windows1252(buffer);
  return new TextDecoder(name, { ignoreBOM: true }).decode(buffer.subarray(mark), { stream: !whole });
}

// Pages say themselves what they are in.
function markedEncoding(start: Buffer): Encoding | null {
  const isPage = /^\s*</.test(start.toString('latin1', 0, START));
  return encodingAtStart(start) ?? (isPage ? { name: 'utf-8', mark: 0 } : null);
}

function encodingFrom(bytes: Buffer): Encoding {
  const high = firstHigh(bytes);
  // The byte before tells whether it stands in a word.
  const window = bytes.subarray(Math.max(0, high - 1), high + WINDOW);
  return { name: high !== -1 && isWindows1252(window) ? 'windows-1252' : 'utf-8', mark: 0 };
}

/** The same bytes as proper UTF-8 without a byte order mark; what is bad in their encoding is a replacement character each. */
export async function* utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const input = bytes[Symbol.asyncIterator]();
  try {
    let held = await atLeast(input, NOTHING, START);
    const marked = markedEncoding(held);
    if (marked !== null) return yield* decoded(held.subarray(marked.mark), input, decoderFor(marked));
    // Until the first byte that tells the encoding, all are the same in each.
    while (isAscii(held)) {
      yield held;
      const next = await input.next();
      if (next.done) return;
      held = asBuffer(next.value);
    }
    held = await atLeast(input, held, firstHigh(held) + WINDOW);
    yield* decoded(held, input, decoderFor(encodingFrom(held)));
  } finally {
    await input.return?.();
  }
}

async function atLeast(input: AsyncIterator<Uint8Array>, begin: Buffer, size: number): Promise<Buffer> {
  const chunks = [begin];
  for (let total = begin.length; total < size;) {
    const next = await input.next();
    if (next.done) break;
    chunks.push(asBuffer(next.value));
    total += next.value.length;
  }
  return Buffer.concat(chunks);
}

async function* decoded(begin: Buffer, input: AsyncIterator<Uint8Array>, decode: Decode): AsyncGenerator<Buffer> {
  yield decode(begin, false);
  for (let next = await input.next(); !next.done; next = await input.next()) yield decode(asBuffer(next.value), false);
  yield decode(NOTHING, true);
}

/** Makes UTF-8 of the next bytes of a file; `last` when there are no more. */
type Decode = (bytes: Buffer, last: boolean) => Buffer;

function decoderFor({ name }: Encoding): Decode {
  if (name === 'utf-8') return utf8Decoder();
  if (name === 'windows-1252') return (bytes) => Buffer.from(windows1252(bytes));
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  return (bytes, last) => Buffer.from(decoder.decode(bytes, { stream: !last }));
}

// Readers of JSON count on proper UTF-8: one that meets half a character takes the quotation mark behind it for its rest.
function utf8Decoder(): Decode {
  let cut = NOTHING;
  return (bytes, last) => {
    const all = cut.length === 0 ? bytes : Buffer.concat([cut, bytes]);
    const end = last ? all.length : all.length - cutLength(all);
    cut = Buffer.from(all.subarray(end));
    const whole = all.subarray(0, end);
    return isUtf8(whole) ? whole : Buffer.from(whole.toString('utf8'));
  };
}

// A view of the same memory.
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The whole text of a web page, which may be in an older encoding and says so; null when it is larger than `limit` bytes. */
export async function wholePage(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<string | null> {
  const all = await wholeBytes(bytes, limit);
  if (all === null) return null;
  const marked = encodingAtStart(all);
  if (marked !== null || isUtf8(all)) return new TextDecoder(marked?.name ?? 'utf-8').decode(all);
  // A browser that saved the page as UTF-8 may have left the old name in it: so only what is not UTF-8 is believed.
  const stated = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(all.toString('latin1', 0, 8192))?.[1];
  // As a part of a stream: Node 20 takes windows-1252 for ISO 8859-1 where it decodes all at once.
  return decoderOf(stated ?? encodingFrom(all).name).decode(all, { stream: true });
}

function decoderOf(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder('utf-8');
  }
}

async function wholeBytes(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(asBuffer(chunk));
  }
  return Buffer.concat(chunks);
}
