/** What a search finds, counted: a table with bars. */
import type { Facet, FacetBy } from '../search-views.ts';
import { columns } from './columns.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { count, number } from './words.ts';

/** How a table of counts is shown. */
export interface FacetOptions {
  readonly by: FacetBy;
  /** The search in words, as it was understood. */
  readonly read: string;
  /** Values to show; of weeks all are. */
  readonly limit: number;
}

const NOUNS: Readonly<Record<FacetBy, [one: string, many: string]>> = {
  week: ['week', 'weeks'],
  person: ['person', 'people'],
  hashtag: ['hashtag', 'hashtags'],
  site: ['site', 'sites'],
  question: ['question', 'questions'],
  topic: ['session', 'sessions'],
};
const BAR = 24;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** The table for a terminal. */
export function renderFacets(facets: readonly Facet[], look: Look, { by, read, limit }: FacetOptions): string {
  const ink = inkOf(look);
  const shown = by === 'week' ? facets : facets.slice(0, limit);
  if (shown.length === 0) return `${ink.dim(hang('', `0 tweets found: ${harmless(read)}`, look.width))}\n`;
  const most = Math.max(...shown.map(({ tweets }) => tweets));
  const hidden = facets.length - shown.length;
  const foot = hidden > 0 ? [ink.dim(`… and ${number(hidden)} more (--limit ${facets.length})`)] : [];
  const hasLabels = shown.some(({ label }) => label !== null);
  const table = columns(
    [
      { head: by.toUpperCase(), cells: shown.map(({ value }) => harmless(value)), style: (cell) => ink.cyan(cell), grows: !hasLabels },
      ...(hasLabels ? [{ head: '', cells: shown.map(({ label }) => harmless(label ?? '')), grows: true }] : []),
      { head: 'TWEETS', cells: shown.map(({ tweets }) => number(tweets)), align: 'right' as const },
      { head: '', cells: shown.map(({ tweets }) => bar(tweets / most)), style: (cell) => ink.green(cell) },
    ],
    look,
  );
  const total = ink.dim(hang('', `${count(facets.length, ...NOUNS[by])} for ${harmless(read)}`, look.width));
  return `${[...table, ...foot, total].join('\n')}\n`;
}

function bar(share: number): string {
  const eighths = Math.max(1, Math.round(share * BAR * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
