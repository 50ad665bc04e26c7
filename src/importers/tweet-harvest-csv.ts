import { csvRows } from '../parsing/csv.ts';
import { tieInOrder } from '../parsing/links-in-order.ts';
import { type Cells, amount, cell, referenceOf, utcTime, wordsOf } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { Media, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasAnyColumn, hasColumns, tweetsOfRows } from './table-rows.ts';

/** Tweets scraped with tweet-harvest (https://github.com/helmisatria/tweet-harvest). */
export const tweetHarvestCsv: Importer = {
  name: 'tweet-harvest-csv',
  title: 'tweet-harvest tweets (CSV)',
  identify: ({ columns }) =>
    hasColumns(columns, 'id_str', 'full_text', 'created_at', 'conversation_id_str') && hasAnyColumn(columns, 'tweet_url', 'user_id_str'),
  extract: (source) => tweetsOfRows(csvRows(source.open()), readRow),
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const url = cell(cells, 'tweet_url');
  const id = cell(cells, 'id_str');
  if (id === null && url === null) return 'the row has no id and no address';
  const text = cell(cells, 'full_text');
  return {
    at,
    id,
    url,
    author: cell(cells, 'username'),
    authorId: cell(cells, 'user_id_str'),
    createdAt: utcTime(cell(cells, 'created_at')),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: referenceOf(null, cell(cells, 'in_reply_to_screen_name')),
    retweetOf: retweetByText(text),
    conversation: cell(cells, 'conversation_id_str'),
    media: pictures(text, wordsOf(cell(cells, 'image_url'))),
    counts: {
      likes: amount(cells, 'favorite_count'),
      retweets: amount(cells, 'retweet_count'),
      replies: amount(cells, 'reply_count'),
      quotes: amount(cells, 'quote_count'),
    },
    lang: cell(cells, 'lang'),
  };
}

// The t.co form of a tweet's pictures is the last in its text; the links before it are not written out anywhere.
function pictures(text: string | null, urls: readonly string[]): Partial<Media>[] {
  const last = /(https?:\/\/t\.co\/\w+)\s*$/i.exec(text ?? '')?.[1];
  return tieInOrder(last ?? null, [], urls).media;
}
