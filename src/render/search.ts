/** The hits of a search under the sessions they come from. */
import { groupBy } from '../group-by.ts';
import type { HitView, SearchView } from '../search-views.ts';
import type { TweetView } from '../views.ts';
import { hang } from './layout.ts';
import { harmless } from './safe.ts';
import { inkOf, type Look } from './terminal.ts';
import { tweetRows } from './tweet-rows.ts';
import { excerptText, tweetText } from './tweet-text.ts';
import { count, number, shortWeekday } from './words.ts';

/** How hits are shown. */
export interface SearchOptions {
  /** The zone of the chat's clock. */
  readonly zone: string;
  readonly ids?: boolean;
}

const ORDERS: Record<SearchView['order'], string> = { relevance: 'most relevant first', newest: 'newest first', oldest: 'oldest first' };

/** The hits of a search for a terminal, grouped by session in the order of their first hits. */
export function renderSearch(view: SearchView, look: Look, options: SearchOptions): string {
  const ink = inkOf(look);
  const groups = groupBy(view.hits, ({ tweet }) => tweet.session);
  const blocks = [...groups].map(([session, hits]) => groupBlock(session, hits, view, look, options));
  return `${[...blocks, ink.dim(hang('', summary(view), look.width))].join('\n\n')}\n`;
}

function groupBlock(
  session: string | null,
  hits: readonly HitView[],
  view: SearchView,
  look: Look,
  { zone, ids = false }: SearchOptions,
): string {
  const ink = inkOf(look);
  const aside = (tweet: TweetView) => ({ tweet, text: ink.dim(`┊ ${tweetText(tweet, look)}`) });
  const rows = hits.flatMap(({ tweet, excerpt, again, before, after }) => [
    ...before.map(aside),
    { tweet, text: `${excerptText(tweet, excerpt, look)}${ink.dim(remarks(tweet, excerpt, again))}` },
    ...after.map(aside),
  ]);
  return [groupHeading(session, view, look), ...tweetRows(rows, { zone, date: session, indent: 2, ids }, look)].join('\n');
}

// A tweet whose own words do not tell why it was found answers a question that does; a topic stands in the heading.
function remarks({ role, question }: TweetView, excerpt: string, again: number): string {
  const asked = excerpt.includes('\u0002') || role !== 'answer' || question === null ? [] : [`on Q${question}`];
  const notes = [...asked, ...(again > 0 ? [count(again, 'retweet')] : [])];
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
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

function summary({ read, total, more, hits, offset, order, suggestion }: SearchView): string {
  if (hits.length === 0 && total > 0) return `No page that far: ${count(total, 'tweet')} found: ${harmless(read)}`;
  if (hits.length === 0) {
    const nothing = `0 tweets found: ${harmless(read)}`;
    return suggestion === null ? nothing : `${nothing}. Did you mean: ${harmless(suggestion)}`;
  }
  const shown = offset > 0 ? `${number(offset + 1)} to ${number(offset + hits.length)}` : number(hits.length);
  const all = `${more ? 'more than ' : ''}${count(total, 'tweet')}`;
  const tweets = more || offset + hits.length < total ? `${shown} of ${all}` : all;
  return total === 1 ? tweets : `${tweets}, ${ORDERS[order]}`;
}
