/** Which encoding a page is in, when its server, its own words and its bytes may each say another. */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { cutLength, encodingAtStart, isWindows1252, windows1252 } from '../parsing/encoding.ts';

// Pages name their encoding within their first kilobyte, or should.
const STATED_WITHIN = 8192;

/** The text of a page or of its beginning, whatever its encoding; `contentType` is the header of that name. */
export function pageText(body: Buffer, contentType: string | null): string {
  // A page cut off may end in half a character.
  const bytes = body.subarray(0, body.length - cutLength(body));
  const marked = encodingAtStart(bytes);
  if (marked !== null) return new TextDecoder(marked.name).decode(bytes);
  // Servers add an encoding to pages they know nothing of, and pages keep an old one. Text in another is never UTF-8 by chance.
  if (isUtf8(bytes) && !isAscii(bytes)) return bytes.toString('utf8');
  const stated = decoderOf(inHeader(contentType)) ?? decoderOf(inPage(bytes));
  if (stated !== null) return decode(stated, bytes);
  return isWindows1252(bytes) ? windows1252(bytes) : bytes.toString('utf8');
}

function decode(decoder: TextDecoder, bytes: Buffer): string {
  return decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes);
}

function inHeader(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w:.+-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function inPage(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, STATED_WITHIN);
  return /<meta\s[^<>]*\bcharset\s*=\s*["']?\s*([\w:.+-]+)/i.exec(start)?.[1] ?? null;
}

// Null for what is not known, and for what the bytes have shown to be untrue.
function decoderOf(label: string | null): TextDecoder | null {
  if (label === null) return null;
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding.startsWith('utf-') ? null : decoder;
  } catch {
    return null;
  }
}
