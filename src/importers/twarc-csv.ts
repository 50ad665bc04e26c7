import { csvRows } from '../parsing/csv.ts';
import { parseOrNull } from '../parsing/exact-json.ts';
import { children, isObject, text as textIn } from '../parsing/json-value.ts';
import { type Cells, amount, cell, referenceOf, utcTime } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import { linkOf, names } from '../parsing/v1-tweet.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasAnyColumn, hasColumns, tweetsOfRows } from './table-rows.ts';

/** Tweets of Twitter's API 2 as `twarc2 csv` writes them (https://github.com/DocNow/twarc-csv). */
export const twarcCsv: Importer = {
  name: 'twarc-csv',
  title: 'twarc2 tweets (CSV)',
  identify: ({ columns }) =>
    hasColumns(columns, 'id', 'text') &&
    hasAnyColumn(columns, 'author.username', 'referenced_tweets.replied_to.id', 'public_metrics.retweet_count', 'author.id'),
  extract: (source) => tweetsOfRows(csvRows(source.open()), readRow),
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const id = cell(cells, 'id');
  if (id === null) return 'the row has no id';
  const text = plainText(cell(cells, 'text'));
  const entities = entitiesOf(cells);
  const retweetOf = referenceOf(referenced(cells, 'retweeted'), cell(cells, 'retweeted_username')) ?? retweetByText(text);
  return {
    at,
    id,
    author: plainText(cell(cells, 'author.username')),
    authorName: plainText(cell(cells, 'author.name')),
    authorId: cell(cells, 'author_id', 'author.id'),
    createdAt: utcTime(cell(cells, 'created_at')),
    text,
    encoded: true,
    ...(/^true$/i.test(cell(cells, 'author.protected') ?? '') && { audience: 'protected' as const }),
    truncated: isCutRetweet(text),
    replyTo: referenceOf(referenced(cells, 'replied_to'), cell(cells, 'in_reply_to_username')),
    retweetOf,
    quoteOf: retweetOf === null ? referenceOf(referenced(cells, 'quoted'), cell(cells, 'quoted_username')) : null,
    conversation: cell(cells, 'conversation_id'),
    links: children(entities, 'urls').map((url) => ({ ...linkOf(url), title: textIn(url, 'title') })),
    hashtags: names(entities, 'hashtags', 'tag'),
    mentions: names(entities, 'mentions', 'username'),
    // The row of a retweet holds the counts of the tweet it repeats.
    counts:
      retweetOf === null
        ? {
            likes: amount(cells, 'public_metrics.like_count'),
            retweets: amount(cells, 'public_metrics.retweet_count'),
            replies: amount(cells, 'public_metrics.reply_count'),
            quotes: amount(cells, 'public_metrics.quote_count'),
          }
        : {},
    lang: cell(cells, 'lang'),
    client: cell(cells, 'source'),
  };
}

// The first versions wrote texts as JSON strings, quotes and all.
function plainText(value: string | null): string | null {
  if (value === null || !/^".*"$/s.test(value)) return value;
  const parsed = parseOrNull(value);
  return typeof parsed === 'string' ? parsed : value;
}

function entitiesOf(cells: Cells): Readonly<Record<string, unknown>> {
  const list = (name: string) => parseOrNull(cell(cells, `entities.${name}`) ?? 'null');
  return { urls: list('urls'), hashtags: list('hashtags'), mentions: list('mentions') };
}

// A column for each kind of reference; in the first versions one list for all of them.
function referenced(cells: Cells, kind: 'replied_to' | 'retweeted' | 'quoted'): string | null {
  const own = cell(cells, `referenced_tweets.${kind}.id`);
  if (own !== null) return own;
  const list = parseOrNull(cell(cells, 'referenced_tweets') ?? 'null');
  const found: unknown = Array.isArray(list) ? list.find((entry) => isObject(entry) && entry['type'] === kind) : null;
  return textIn(found, 'id');
}
