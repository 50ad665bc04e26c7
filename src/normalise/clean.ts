/** Texts as they are kept. */
import { decodeHTMLStrict } from 'entities';
import { repairMojibake } from './mojibake.ts';
import { ownText } from './own-text.ts';

// C0 and C1 controls but tab and line feed; DEL; the byte order mark. They say nothing and can move a cursor.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g;

// A text without any of these needs no repair: whatever is a control, a line end of another system, or may be a misread character.
// oxlint-disable-next-line no-control-regex
const MAY_NEED_REPAIR = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeffÂÃÎÏÐÑÙØà-ï\u00f0โ]/;

/** A text as it is kept: HTML entities decoded once where there are any, misread characters repaired, one kind of line end, no controls. */
export function cleanText(text: string, encoded: boolean): string {
  const decoded = encoded && text.includes('&') ? decodeHTMLStrict(text) : text;
  if (!MAY_NEED_REPAIR.test(decoded)) return decoded.trim();
  return repairMojibake(decoded).replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
}

/** A name or a title: as a text, on one line. */
export function cleanName(name: string | null | undefined, encoded: boolean): string | null {
  if (name === null || name === undefined || name === '') return null;
  const clean = onOneLine(cleanText(name, encoded));
  return clean === '' ? null : clean;
}

// A blank between words is left as it is by far the most often.
function onOneLine(text: string): string {
  return /[^\S ]|  /.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** The name of the program a tweet was written with; the API gives it as an HTML anchor. */
export const clientName = remembered((client) => cleanName(client.replace(/<[^>]*>/g, ''), true), null);

/** So many texts are remembered: programs and people come again and again. */
const REMEMBERED = 5_000;

// Reads a text that comes again and again but once; what is no text is `none`.
function remembered<T, None>(read: (text: string) => T, none: None): (text: string | null | undefined) => T | None {
  const known = new Map<string, T>();
  return (text) => {
    if (text === null || text === undefined) return none;
    const already = known.get(text);
    if (already !== undefined) return already;
    if (known.size >= REMEMBERED) known.clear();
    const own = ownText(text);
    const result = read(own);
    known.set(own, result);
    return result;
  };
}
