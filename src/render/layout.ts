/** Text in columns: measured, padded, cut and wrapped by what a terminal shows of it. */
import wrapAnsi from 'wrap-ansi';
import { textWidth } from './width.ts';

const ASCII = /^[ -~]*$/;
// oxlint-disable-next-line no-control-regex
const UNUSUAL = /[^\S ]|[\u0000-\u001f\u007f-\u009f]/;

/** The columns a text takes on a terminal; colours and hyperlinks take none. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : textWidth(text);
}

/** The text filled up with blanks to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** An unstyled text cut to `width` columns, with `…` at the end where something is missing. */
export function fit(text: string, width: number): string {
  // No text needs more code units than this to fill a line; measuring a whole novel would take its time.
  const start = text.slice(0, width * 12);
  if (start === text && widthOf(text) <= width) return text;
  let [kept, columns] = ['', 1];
  for (const { segment } of new Intl.Segmenter().segment(start)) {
    columns += widthOf(segment);
    if (columns > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The lines of a text at most `width` columns wide; words longer than a line are broken. */
export function wrap(text: string, width: number): string[] {
  if (ASCII.test(text) && text.length <= width) return [text];
  const columns = Math.max(width, 8);
  return (
    wrapPlain(text, columns) ??
    wrapAnsi(text, columns, { hard: true })
      .split('\n')
      .map((line) => line.trimEnd())
  );
}

// As wrap-ansi does, in a fraction of its time; null for a text with colours, tabs, lines of its own, or a word longer than a line.
function wrapPlain(text: string, columns: number): string[] | null {
  if (UNUSUAL.test(text)) return null;
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of text.normalize().split(' ')) {
    const width = widthOf(word);
    if (width > columns) return null;
    const gap = used > 0 ? 1 : 0;
    if (width > 0 && used > 0 && used + gap + width > columns) {
      lines.push(line.trimEnd());
      [line, used] = [word, width];
    } else {
      line += gap > 0 ? ` ${word}` : word;
      used += gap + width;
    }
  }
  return [...lines, line.trimEnd()];
}

/** The text wrapped behind `lead`: its further lines begin under its first letter, or behind `next` when given. */
export function hang(lead: string, text: string, width: number, next = ' '.repeat(widthOf(lead))): string {
  const lines = wrap(text, width - Math.max(widthOf(lead), widthOf(next)));
  return lines.map((line, index) => `${index === 0 ? lead : next}${line}`.trimEnd()).join('\n');
}

/** The widest of some texts, at most `limit` columns. */
export function widest(texts: readonly string[], limit = Infinity): number {
  return Math.min(
    limit,
    texts.reduce((most, text) => Math.max(most, widthOf(text)), 0),
  );
}
