/** Bytes as text: exports come as UTF-8, with or without a mark, or as UTF-16 with one. */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Length of the byte order mark. */
  readonly mark: number;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: 2 };
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return { name: 'utf-8', mark: marked ? 3 : 0 };
}

/** The text of the first bytes of a file, without its mark; a character cut by the end of the bytes is left out. */
export function decodeStart(bytes: Uint8Array, whole: boolean): string {
  const { name, mark } = encodingOf(bytes);
  return new TextDecoder(name, { ignoreBOM: true }).decode(bytes.subarray(mark), { stream: !whole });
}

/** The same bytes without a byte order mark and, where they are UTF-16, written as UTF-8. */
export async function* utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  let begun = false;
  for await (const chunk of bytes) {
    let buffer = asBuffer(chunk);
    if (!begun) {
      held = Buffer.concat([held, buffer]);
      if (held.length < 3) continue;
      const { name, mark } = encodingOf(held);
      decoder = name === 'utf-8' ? null : new TextDecoder(name, { ignoreBOM: true });
      buffer = held.subarray(mark);
      begun = true;
    }
    yield decoder === null ? buffer : Buffer.from(decoder.decode(buffer, { stream: true }));
  }
  if (!begun) yield held.subarray(encodingOf(held).mark);
  else if (decoder !== null) yield Buffer.from(decoder.decode());
}

// A view of the same memory.
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The whole text of a web page, which may be in an older encoding and says so; null when it is larger than `limit` bytes. */
export async function wholePage(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<string | null> {
  const all = await wholeBytes(bytes, limit);
  if (all === null || isUtf8(all)) return all?.toString('utf8') ?? null;
  // A browser that saved the page as UTF-8 may have left the old name in it: so only what is not UTF-8 is believed.
  const name = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(all.toString('latin1', 0, 8192))?.[1] ?? 'utf-8';
  // As a part of a stream: Node 20 takes windows-1252 for ISO 8859-1 where it decodes all at once.
  return decoderOf(name).decode(all, { stream: true });
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
  for await (const chunk of utf8(bytes)) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
