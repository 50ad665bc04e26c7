/** Text in columns: measured, padded, cut and wrapped by what a terminal shows of it. */
import wrapAnsi from 'wrap-ansi';
import { textWidth } from './width.ts';

const ASCII = /^[ -~]*$/;

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
  return wrapAnsi(text, Math.max(width, 8), { hard: true })
    .split('\n')
    .map((line) => line.trimEnd());
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
