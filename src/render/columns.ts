/** A table without lines: aligned columns, one of which may wrap. */
import { fit, pad, widest, widthOf, wrap } from './layout.ts';
import type { Look } from './terminal.ts';
import { inkOf } from './terminal.ts';

/** One column; `cells` are harmless and unstyled. */
export interface Column {
  readonly head: string;
  readonly cells: readonly string[];
  readonly align?: 'left' | 'right';
  /** Takes the room that the others leave, and wraps. */
  readonly grows?: boolean;
  /** Left out when the growing column would get less than it needs; the highest goes first. */
  readonly spare?: number;
  readonly style?: (cell: string, row: number) => string;
}

const GAP = 2;
const ROOMY = 20;
const NARROWEST = 8;
const LINES = 2;

/** The rows of a table, heading first, as wide as the look at most. */
export function columns(all: readonly Column[], look: Look): string[] {
  const shown = fitting(all.map(measured), look.width);
  const room = look.width - taken(shown);
  const sized = shown.map(({ column, width }) => ({ column, width: column.grows ? Math.min(Math.max(room, NARROWEST), width) : width }));
  const head = joined(sized.map(({ column, width }) => pad(column.head, width, column.align)));
  const rows = (all[0]?.cells ?? []).flatMap((_, row) => rowLines(sized, row));
  return [inkOf(look).dim(head), ...rows];
}

interface Sized {
  readonly column: Column;
  readonly width: number;
}

// A column with the width of its widest cell.
function measured(column: Column): Sized {
  return { column, width: Math.max(widthOf(column.head), widest(column.cells)) };
}

function rowLines(sized: readonly Sized[], row: number): string[] {
  const cells = sized.map((one) => cellLines(one, row));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => joined(sized.map(({ width }, at) => cells[at]?.[line] ?? ' '.repeat(width))));
}

function cellLines({ column, width }: Sized, row: number): string[] {
  const cell = column.cells[row] ?? '';
  const lines = column.grows ? cut(wrap(cell, width), width) : [cell];
  const style = column.style ?? ((text: string) => text);
  return lines.map((line) => {
    const padded = pad(line, width, column.align);
    return line === '' ? padded : padded.replace(line, () => style(line, row));
  });
}

function cut(lines: readonly string[], width: number): string[] {
  return lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES - 1), fit(lines.slice(LINES - 1).join(' '), width)];
}

function fitting(all: readonly Sized[], width: number): readonly Sized[] {
  const growing = all.find(({ column }) => column.grows);
  const needed = growing === undefined ? 0 : Math.min(ROOMY, growing.width);
  const first = Math.max(...all.map(({ column }) => column.spare ?? 0));
  if (first <= 0 || taken(all) + needed <= width) return all;
  return fitting(
    all.filter(({ column }) => column.spare !== first),
    width,
  );
}

function taken(shown: readonly Sized[]): number {
  return shown.reduce((sum, { column, width }) => sum + (column.grows ? 0 : width), GAP * (shown.length - 1));
}

function joined(cells: readonly string[]): string {
  return cells.join(' '.repeat(GAP)).trimEnd();
}
