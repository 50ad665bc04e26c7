/** The hits of a search under the sessions they come from. */
import { groupBy } from '../group-by.ts';
import type { HitView, SearchView } from '../views.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { tweetRows } from './tweet-rows.ts';
import { excerptText } from './tweet-text.ts';
import { count, number, shortWeekday } from './words.ts';

/** In which order a search gives its hits. */
type SearchOrder = 'relevance' | 'newest' | 'oldest';

/** How hits are shown. */
export interface SearchOptions {
  /** The zone of the chat's clock. */
  readonly zone: string;
  readonly order: SearchOrder;
  readonly ids?: boolean;
}

const ORDERS: Record<SearchOrder, string> = { relevance: 'most relevant first', newest: 'newest first', oldest: 'oldest first' };

/** The hits of a search for a terminal, grouped by session in the order of their first hits. */
export function renderSearch(view: SearchView, look: Look, options: SearchOptions): string {
  const ink = inkOf(look);
  const groups = groupBy(view.hits, ({ tweet }) => tweet.session);
  const blocks = [...groups].map(([session, hits]) => groupBlock(session, hits, view, look, options));
  return `${[...blocks, ink.dim(hang('', summary(view, options.order), look.width))].join('\n\n')}\n`;
}

function groupBlock(
  session: string | null,
  hits: readonly HitView[],
  view: SearchView,
  look: Look,
  { zone, ids = false }: SearchOptions,
): string {
  const rows = hits.map(({ tweet, excerpt }) => ({ tweet, text: excerptText(tweet, excerpt, look) }));
  return [groupHeading(session, view, look), ...tweetRows(rows, { zone, date: session, indent: 2, ids }, look)].join('\n');
}

function groupHeading(session: string | null, view: SearchView, look: Look): string {
  const ink = inkOf(look);
  if (session === null) return ink.cyan('Outside the sessions');
  return hang(
    '',
    `${ink.cyan(`${shortWeekday(session)} ${session}`)}  ${ink.bold(harmless(view.topics.get(session) ?? ''))}`.trimEnd(),
    look.width,
  );
}

function summary({ read, total, hits }: SearchView, order: SearchOrder): string {
  if (hits.length === 0) return `no tweets found for ${harmless(read)}`;
  const tweets = hits.length < total ? `${number(hits.length)} of ${count(total, 'tweet')}` : count(total, 'tweet');
  return total === 1 ? tweets : `${tweets}, ${ORDERS[order]}`;
}
