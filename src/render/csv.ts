/**
 * Tables for spreadsheets: RFC 4180, UTF-8, lines ending in CRLF, a quote doubled inside quotes.
 *
 * A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` (also after blanks, and in their full-width forms), and tweets
 * begin with `@` all the time. Such a cell gets an apostrophe before it: spreadsheets show the text and run nothing. Other
 * programs see the apostrophe; they have JSON Lines, which says the same unchanged. Handles stand without `@`.
 * Spreadsheets also round ids of more than fifteen digits: the exact id is in the `url` of the tweet, too.
 */
import type { LinkWeek, Marks } from '../views.ts';
import { webAddress } from './address.ts';
import { isoTime } from './json-text.ts';
import { rounded } from './json-values.ts';
import type { ExportedTweet } from './jsonl.ts';
import { harmless } from './safe.ts';

/** What a cell may hold. */
export type Cell = string | number | null;

/** How a table is written. */
export interface CsvOptions {
  /** Puts a byte order mark first, by which Excel knows UTF-8 when a file is opened with a double click. */
  readonly mark?: boolean;
}

const TWEET_HEAD = [
  'id',
  'url',
  'network',
  'author',
  'author_name',
  'created_at',
  'text',
  'kind',
  'reply_to',
  'retweet_of',
  'session',
  'role',
  'question',
  'attributed_by',
  'certainty',
  'thread',
  'links',
  'starred',
  'note',
  'tags',
];
const LINK_HEAD = [
  'week',
  'session',
  'topic',
  'url',
  'title',
  'people',
  'tweets',
  'first_shared_by',
  'first_shared_at',
  'shared_by',
  'question',
  'weeks_before',
  'state',
  'looked_at',
  'moved_to',
  'copy',
  'starred',
  'note',
  'tags',
];

/** Tweets as a table; several links stand in one cell with blanks between them. */
export function tweetsCsv(tweets: readonly ExportedTweet[], options: CsvOptions = {}): string {
  const rows = tweets.map((tweet) => [
    tweet.key,
    tweet.url,
    tweet.network,
    tweet.author,
    tweet.authorName,
    isoTime(tweet.createdAt),
    tweet.text,
    tweet.kind,
    tweet.replyTo,
    tweet.retweetOf,
    tweet.session,
    tweet.role,
    tweet.question,
    tweet.attributedBy,
    rounded(tweet.certainty),
    tweet.thread,
    tweet.links.map(({ url }) => url).join(' '),
    ...markCells(tweet.marks ?? { starred: false, note: null, tags: [] }),
  ]);
  return csv([TWEET_HEAD, ...rows], options);
}

/** Links as a table, one row a link and week; the sharers stand in one cell, first sharer first. */
export function linksCsv(weeks: readonly LinkWeek[], options: CsvOptions = {}): string {
  const rows = weeks.flatMap(({ week, session, topic, links }) =>
    links.map((link) => [
      week,
      session,
      topic?.text ?? null,
      webAddress(link.url) ?? link.url,
      link.title,
      link.sharedBy.length,
      link.tweets,
      link.sharedBy[0] ?? null,
      isoTime(link.firstSharedAt),
      link.sharedBy.filter((name) => name !== null).join(' '),
      link.question,
      link.before.join(' '),
      link.verdict?.state ?? null,
      link.verdict === null ? null : isoTime(link.verdict.at),
      link.verdict?.movedTo ?? null,
      link.copy?.url ?? null,
      ...markCells(link),
    ]),
  );
  return csv([LINK_HEAD, ...rows], options);
}

function markCells({ starred, note, tags }: Marks): Cell[] {
  return [starred ? 'yes' : null, note, tags.join(', ')];
}

/** Rows as CSV, the heading among them. */
export function csv(rows: readonly (readonly Cell[])[], { mark = false }: CsvOptions = {}): string {
  return (mark ? '\ufeff' : '') + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = withoutFormula(harmless(cell, 'keep'));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function withoutFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text;
}
