/** The shape of an hour in text: a bar a minute, the questions marked below. */
import sparkly from 'sparkly';
import type { Hour } from '../recap-views.ts';
import { harmless } from './safe.ts';

/**
 * Two lines of `columns` at most: the bars, and under them the labels of the questions where they were asked. A label for
 * which there is no room is left out; an hour without a tweet has no lines.
 */
export function hourBar({ bars, marks }: Hour, columns: number): string[] {
  const each = Math.max(1, Math.ceil(bars.length / Math.max(1, columns)));
  const sums = Array.from({ length: Math.ceil(bars.length / each) }, (_, at) =>
    bars.slice(at * each, (at + 1) * each).reduce((sum, tweets) => sum + tweets, 0),
  );
  if (Math.max(...sums) === 0) return [];
  const line = sparkly(
    sums.map((tweets) => (tweets > 0 ? tweets : '')),
    { minimum: 0, maximum: Math.max(...sums) },
  );
  const labels = labelLine(
    marks.map(({ label, bar }) => ({ label: harmless(label), column: Math.floor(bar / each) })),
    columns,
  );
  return labels === '' ? [line] : [line, labels];
}

function labelLine(marks: readonly { readonly label: string; readonly column: number }[], columns: number): string {
  let line = '';
  for (const { label, column } of marks) {
    const free = line === '' ? 0 : line.length + 1;
    if (column >= free && column + label.length <= columns && label.length <= 4) line = line.padEnd(column) + label;
  }
  return line;
}
