import { csvRows } from '../parsing/csv.ts';
import { type Cells, amount, cell, referenceOf, utcTime, wordsOf } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasAnyColumn, hasColumns, tweetsOfRows } from './table-rows.ts';

/** The data frame of rtweet, up to 0.7 (https://github.com/ropensci/rtweet), saved as CSV or as a spreadsheet. */
export const rtweetCsv: Importer = {
  name: 'rtweet-csv',
  title: 'rtweet data frame (CSV)',
  identify: ({ columns }) =>
    hasColumns(columns, 'status_id', 'screen_name', 'text', 'created_at') &&
    hasAnyColumn(columns, 'display_text_width', 'is_retweet', 'reply_to_status_id', 'retweet_status_id', 'status_url'),
  extract: (source) => tweetsOfRows(csvRows(source.open()), readRow),
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const id = idIn(cells, 'status_id');
  const url = cell(cells, 'status_url');
  if (id === null && url === null) return 'the row has no status_id';
  const retweeted = innerTweet(cells, at, 'retweet');
  const quoted = innerTweet(cells, at, 'quoted');
  const text = wholeText(cell(cells, 'text'), retweeted);
  return {
    at,
    id,
    url,
    author: cell(cells, 'screen_name'),
    authorName: cell(cells, 'name'),
    authorId: idIn(cells, 'user_id'),
    createdAt: utcTime(cell(cells, 'created_at')),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: referenceOf(idIn(cells, 'reply_to_status_id'), cell(cells, 'reply_to_screen_name')),
    retweetOf: retweeted === null ? retweetByText(text) : { id: retweeted.id ?? null, author: retweeted.author ?? null },
    // What a retweeted tweet quotes is quoted by its author, not by the one who passed it on.
    quoteOf: quoted === null || retweeted !== null ? null : { id: quoted.id ?? null, author: quoted.author ?? null },
    // Filled only where the lists of the data frame were flattened before saving.
    links: [...inPairs(cells, 'urls_t.co', 'urls_expanded_url'), ...quoteLink(text, quoted)],
    media: inPairs(cells, 'media_t.co', 'media_url'),
    hashtags: wordsOf(cell(cells, 'hashtags')),
    mentions: wordsOf(cell(cells, 'mentions_screen_name')),
    // The counts of a retweet are those of the tweet it repeats.
    counts:
      retweeted === null
        ? {
            likes: amount(cells, 'favorite_count'),
            retweets: amount(cells, 'retweet_count'),
            replies: amount(cells, 'reply_count'),
            quotes: amount(cells, 'quote_count'),
          }
        : {},
    ...(/^true$/i.test(cell(cells, 'protected') ?? '') && { audience: 'protected' as const }),
    lang: cell(cells, 'lang'),
    client: cell(cells, 'source'),
    context: [retweeted, quoted].filter((inner) => inner !== null && inner.text !== null).filter((inner) => inner !== null),
  };
}

// The quoted or retweeted tweet, in columns of its own.
function innerTweet(cells: Cells, at: string, kind: 'quoted' | 'retweet'): RawTweet | null {
  const id = idIn(cells, `${kind}_status_id`);
  if (id === null) return null;
  return {
    at,
    id,
    author: cell(cells, `${kind}_screen_name`),
    authorName: cell(cells, `${kind}_name`),
    authorId: idIn(cells, `${kind}_user_id`),
    createdAt: utcTime(cell(cells, `${kind}_created_at`)),
    text: cell(cells, `${kind}_text`),
    encoded: true,
    counts: { likes: amount(cells, `${kind}_favorite_count`), retweets: amount(cells, `${kind}_retweet_count`) },
    client: cell(cells, `${kind}_source`),
  };
}

// The row of a retweet may hold its text cut; the columns of the tweet it repeats never do.
function wholeText(own: string | null, retweeted: RawTweet | null): string | null {
  const author = retweeted?.author ?? retweetByText(own)?.author ?? null;
  return retweeted === null || retweeted.text === null || author === null ? own : `RT @${author}: ${retweeted.text}`;
}

// rtweet's own save puts an x before ids, so that no spreadsheet takes them for numbers.
function idIn(cells: Cells, column: string): string | null {
  return cell(cells, column)?.replace(/^x(?=\d)/, '') ?? null;
}

// A quote ends in the address of the tweet it quotes.
function quoteLink(text: string | null, quoted: RawTweet | null): { short: string; url: string }[] {
  const short = text?.match(/https?:\/\/t\.co\/\w+/gi)?.at(-1);
  return short === undefined || quoted === null
    ? []
    : [{ short, url: `https://twitter.com/${quoted.author ?? 'i/web'}/status/${quoted.id}` }];
}

function inPairs(cells: Cells, shorts: string, addresses: string): { short: string | null; url: string }[] {
  const short = wordsOf(cell(cells, shorts));
  return wordsOf(cell(cells, addresses)).map((url, index) => ({ short: short[index] ?? null, url }));
}
