import { csvRows } from '../parsing/csv.ts';
import { isPicturePage, tieInOrder } from '../parsing/links-in-order.ts';
import { type Cells, amount, cell, referenceOf, utcTime, wordsOf } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasAnyColumn, hasColumns, tweetsOfRows } from './table-rows.ts';

/** Tweets of Twitter's API 1.1 as twarc's `json2csv` and the Hydrator write them (https://github.com/DocNow). */
export const twarc1Csv: Importer = {
  name: 'twarc1-csv',
  title: 'twarc json2csv or Hydrator tweets (CSV)',
  identify: ({ columns }) =>
    hasColumns(columns, 'id', 'tweet_url', 'user_screen_name', 'text') &&
    hasAnyColumn(columns, 'tweet_type', 'parsed_created_at', 'retweet_id', 'retweet_screen_name', 'quote_id'),
  extract: (source) => tweetsOfRows(csvRows(source.open()), readRow),
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const url = cell(cells, 'tweet_url');
  const id = cell(cells, 'id');
  if (id === null && url === null) return 'the row has no id and no address';
  const text = cell(cells, 'text');
  const retweetOf = pointedTo(cells, 'retweet') ?? retweetByText(text);
  const listed = wordsOf(cell(cells, 'urls'));
  const { links, media } = tieInOrder(
    text,
    listed.filter((address) => !isPicturePage(address)),
    [...wordsOf(cell(cells, 'media')), ...listed.filter(isPicturePage)],
  );
  return {
    at,
    id,
    url,
    author: cell(cells, 'user_screen_name'),
    authorName: cell(cells, 'user_name'),
    authorId: cell(cells, 'user_id'),
    createdAt: utcTime(cell(cells, 'created_at', 'parsed_created_at')),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: referenceOf(cell(cells, 'in_reply_to_status_id'), cell(cells, 'in_reply_to_screen_name')),
    retweetOf,
    quoteOf: retweetOf === null ? pointedTo(cells, 'quote') : null,
    links,
    media,
    hashtags: wordsOf(cell(cells, 'hashtags')),
    // The row of a retweet holds the counts of the tweet it repeats.
    counts:
      retweetOf === null ? { likes: amount(cells, 'favorite_count', 'favourite_count'), retweets: amount(cells, 'retweet_count') } : {},
    lang: cell(cells, 'lang'),
    client: cell(cells, 'source'),
  };
}

// twarc has one set of columns for retweets and quotes, and long misspelt one of them; the Hydrator has two sets.
function pointedTo(cells: Cells, kind: 'retweet' | 'quote'): RawReference | null {
  const own = referenceOf(cell(cells, `${kind}_id`), cell(cells, `${kind}_screen_name`));
  if (own !== null || cell(cells, 'tweet_type') !== kind) return own;
  return referenceOf(cell(cells, 'retweet_or_quote_id', 'reweet_or_quote_id'), cell(cells, 'retweet_or_quote_screen_name'));
}
