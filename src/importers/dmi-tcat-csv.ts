import { csvRows } from '../parsing/csv.ts';
import { type Cells, amount, cell, referenceOf, utcTime } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasColumns, tweetsOfRows } from './table-rows.ts';

/** The table "all tweets" of DMI-TCAT (https://github.com/digitalmethodsinitiative/dmi-tcat), as CSV or TSV. */
export const dmiTcatCsv: Importer = {
  name: 'dmi-tcat-csv',
  title: 'DMI-TCAT tweets (CSV)',
  identify: ({ columns }) => hasColumns(columns, 'id', 'created_at', 'from_user_name', 'text', 'filter_level'),
  extract: (source) => tweetsOfRows(csvRows(source.open()), readRow),
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const id = cell(cells, 'id');
  if (id === null) return 'the row has no id';
  const text = cell(cells, 'text');
  return {
    at,
    id,
    author: cell(cells, 'from_user_name'),
    authorName: cell(cells, 'from_user_realname'),
    authorId: cell(cells, 'from_user_id'),
    createdAt: utcTime(cell(cells, 'created_at')),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: referenceOf(cell(cells, 'in_reply_to_status_id'), cell(cells, 'to_user_name')),
    retweetOf: retweetByText(text),
    quoteOf: referenceOf(cell(cells, 'quoted_status_id'), null),
    counts: { likes: amount(cells, 'favorite_count'), retweets: amount(cells, 'retweet_count') },
    lang: cell(cells, 'lang'),
    client: cell(cells, 'source'),
  };
}
