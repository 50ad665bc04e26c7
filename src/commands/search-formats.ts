/** The forms in which a search gives what it found. */
import { csv, tweetsCsv } from '../render/csv.ts';
import { renderFacets } from '../render/facets.ts';
import { facetsJson, searchJson } from '../render/json.ts';
import { safeJson } from '../render/json-text.ts';
import { tweetLine } from '../render/jsonl.ts';
import { renderSearch } from '../render/search.ts';
import type { Facet, FacetBy, SearchView } from '../search-views.ts';
import { exportedByKey } from './exported-tweets.ts';
import type { Desk, Shell } from './verb.ts';

/** What `--format` takes: text is for people. */
export const FORMATS = ['text', 'json', 'markdown', 'csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

interface Tweets {
  readonly view: SearchView;
  /** The search as typed. */
  readonly text: string;
}

/** Writes the tweets found. As csv and jsonl they are as `edchat export tweets` writes them. */
export async function tweetsAs(format: Format, shell: Shell, { db, chat }: Desk, { view, text }: Tweets): Promise<void> {
  if (format === 'text') return shell.show(renderSearch(view, shell.look, { zone: chat.zone }));
  if (format === 'json') return shell.print(searchJson(text, view));
  if (format === 'markdown') return shell.print((await import('../render/search-markdown.ts')).searchMarkdown(view, chat));
  const tweets = exportedByKey(
    db,
    chat.name,
    view.hits.map(({ tweet }) => tweet.key),
  );
  return shell.print(format === 'csv' ? tweetsCsv(tweets) : tweets.map(tweetLine).join(''));
}

interface Counts {
  readonly facets: readonly Facet[];
  /** True when only the newest tweets found were counted. */
  readonly more: boolean;
  readonly by: FacetBy;
  readonly text: string;
  /** The search in words. */
  readonly read: string;
  readonly limit: number;
}

/** Writes what the tweets found were counted by; the table for people is cut, the others are whole. */
export async function facetsAs(format: Format, shell: Shell, { facets, more, by, text, read, limit }: Counts): Promise<void> {
  if (format === 'text') return shell.show(renderFacets(facets, shell.look, { by, read, limit }));
  if (format === 'json') return shell.print(facetsJson(text, { by, read, facets, more }));
  if (format === 'markdown') return shell.print((await import('../render/search-markdown.ts')).facetsMarkdown(facets, by));
  if (format === 'jsonl') return shell.print(facets.map((facet) => `${safeJson({ ...facet })}\n`).join(''));
  return shell.print(csv([[by, 'label', 'tweets'], ...facets.map(({ value, label, tweets }) => [value, label, tweets])]));
}
