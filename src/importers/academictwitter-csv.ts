import { csvRows } from '../parsing/csv.ts';
import { type Cells, amount, cell, referenceOf, utcTime } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasAnyColumn, hasColumns, tweetsOfRows } from './table-rows.ts';

/**
 * Tweets collected with academictwitteR (https://github.com/cjbarrie/academictwitteR) and saved as CSV: as the API
 * gives them, with numbers of accounts for handles, or in its "tidy" form.
 */
export const academictwitterCsv: Importer = {
  name: 'academictwitter-csv',
  title: 'academictwitteR tweets (CSV)',
  identify: ({ columns }) =>
    hasColumns(columns, 'text', 'created_at', 'author_id', 'conversation_id') &&
    hasAnyColumn(columns, 'id', 'tweet_id') &&
    // Names with dots are those of twarc; other programs that flatten the API's answers add names of people.
    columns?.some((column) => column.includes('.') || /^(?:username|author_username)$/.test(column)) === false,
  async *extract(source) {
    if (!hasColumns(source.head.columns, 'user_username')) {
      yield {
        kind: 'warning',
        message: 'the file names people by the numbers of their accounts only, so the authors of its tweets are unknown',
      };
    }
    yield* tweetsOfRows(csvRows(source.open()), readRow);
  },
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const id = cell(cells, 'tweet_id', 'id');
  if (id === null) return 'the row has no id';
  const text = wholeText(cells);
  const source = cell(cells, 'sourcetweet_id');
  const kind = cell(cells, 'sourcetweet_type');
  const conversation = cell(cells, 'conversation_id');
  return {
    at,
    id,
    author: cell(cells, 'user_username'),
    authorName: cell(cells, 'user_name'),
    authorId: cell(cells, 'author_id'),
    createdAt: utcTime(cell(cells, 'created_at')),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: replyTo(cells, text),
    retweetOf: kind === 'retweeted' ? { id: source, author: retweetByText(text)?.author ?? null } : retweetByText(text),
    quoteOf: kind === 'quoted' ? referenceOf(source, null) : null,
    conversation,
    counts:
      retweetByText(text) === null
        ? { likes: amount(cells, 'like_count'), retweets: amount(cells, 'retweet_count'), quotes: amount(cells, 'quote_count') }
        : {},
    lang: cell(cells, 'lang'),
    client: cell(cells, 'source'),
  };
}

// The tidy form holds the whole text of a retweeted tweet beside the cut one of the retweet.
function wholeText(cells: Cells): string | null {
  const text = cell(cells, 'text');
  const author = retweetByText(text)?.author ?? null;
  const original = cell(cells, 'sourcetweet_type') === 'retweeted' ? cell(cells, 'sourcetweet_text') : null;
  return author === null || original === null ? text : `RT @${author}: ${original}`;
}

// The tweet that is answered is not named, only its author's number; a reply begins with that author's handle.
function replyTo(cells: Cells, text: string | null): RawReference | null {
  const handle = /^@(\w{1,20})/.exec(text ?? '')?.[1] ?? null;
  return cell(cells, 'in_reply_to_user_id') === null ? null : referenceOf(null, handle);
}
