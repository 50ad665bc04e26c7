/** What a search finds, as Markdown for a blog or a letter. */
import type { Table } from 'mdast';
import { groupBy } from '../group-by.ts';
import type { Facet, SearchView } from '../search-views.ts';
import { type PageChat, tweetBullet } from './markdown.ts';
import { bulletList, heading, page, phrase } from './markdown/nodes.ts';
import { longDate, number } from './words.ts';

/** The tweets found, under a heading for each session in the order of their first hits. */
export function searchMarkdown({ hits, topics }: Pick<SearchView, 'hits' | 'topics'>, { zone }: PageChat): string {
  const groups = groupBy(hits, ({ tweet }) => tweet.session);
  return page(
    [...groups].flatMap(([session, own]) => [
      heading(2, [phrase(session === null ? 'Outside the sessions' : sessionTitle(session, topics.get(session) ?? ''))]),
      bulletList(own.flatMap(({ before, tweet, after }) => [...before, tweet, ...after]).map((tweet) => tweetBullet(tweet, zone, session))),
    ]),
  );
}

/** Counts as a table. */
export function facetsMarkdown(facets: readonly Facet[], by: string): string {
  const rows = facets.map(({ value, label, tweets }) => [label === null ? value : `${value}: ${label}`, number(tweets)]);
  return page([tableOf([by, 'tweets'], rows)]);
}

function sessionTitle(session: string, topic: string): string {
  return topic === '' ? longDate(session) : `${longDate(session)}: ${topic}`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const children = [head, ...rows].map((cells) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: [phrase(cell)] })),
  }));
  return { type: 'table', align: [null, 'right'], children };
}
