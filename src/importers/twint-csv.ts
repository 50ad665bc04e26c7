import { statusOf } from '../normalise/identity.ts';
import { csvRows } from '../parsing/csv.ts';
import { tieInOrder } from '../parsing/links-in-order.ts';
import { type Cells, amount, cell, isYes, referenceOf } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import { withOffset } from '../parsing/zone-names.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import type { Importer } from './importer.ts';
import { hasColumns, tweetsOfRows } from './table-rows.ts';

/** Tweets scraped with twint (https://github.com/twintproject/twint), saved as CSV. */
export const twintCsv: Importer = {
  name: 'twint-csv',
  title: 'twint tweets (CSV)',
  identify: ({ columns }) => hasColumns(columns, 'id', 'conversation_id', 'created_at', 'username', 'tweet', 'link'),
  extract: (source) => tweetsOfRows(csvRows(source.open()), readRow),
};

function readRow(cells: Cells, at: string): RawTweet | string {
  const url = cell(cells, 'link');
  const id = cell(cells, 'id');
  if (id === null && url === null) return 'the row has no id and no address';
  const text = cell(cells, 'tweet');
  const { links, media } = tieInOrder(text, addressesIn(cell(cells, 'urls')), pictures(cells, url));
  const conversation = cell(cells, 'conversation_id');
  const quoted = cell(cells, 'quote_url');
  return {
    at,
    id,
    url,
    // `username` is written in small letters whatever its owner writes.
    author: statusOf(url ?? '')?.author ?? cell(cells, 'username'),
    authorName: cell(cells, 'name'),
    authorId: cell(cells, 'user_id'),
    createdAt: statedTime(cells),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: conversation === null || conversation === id ? null : referenceOf(null, namesIn(cell(cells, 'reply_to'))[0] ?? null),
    retweetOf: retweetOf(cells) ?? retweetByText(text),
    quoteOf: quoted === null ? null : { id: quoted, author: statusOf(quoted)?.author ?? null },
    conversation,
    links,
    media,
    hashtags: itemsIn(cell(cells, 'hashtags')),
    mentions: [...namesIn(cell(cells, 'mentions')), ...itemsIn(cell(cells, 'mentions'))],
    counts: {
      likes: amount(cells, 'likes_count'),
      retweets: amount(cells, 'retweets_count'),
      replies: amount(cells, 'replies_count'),
    },
    lang: cell(cells, 'language'),
    client: cell(cells, 'source'),
  };
}

function retweetOf(cells: Cells): RawReference | null {
  if (!isYes(cell(cells, 'retweet'))) return null;
  return referenceOf(cell(cells, 'retweet_id'), cell(cells, 'user_rt'));
}

// `2021-04-06 13:39:13 EDT`, or milliseconds in the first versions. The column `timezone` is not looked at: it repeats
// the offset of the day of scraping on every row.
function statedTime(cells: Cells): string | number | null {
  const stated = cell(cells, 'created_at');
  return stated !== null && /^\d{12,13}$/.test(stated) ? Number(stated) : withOffset(stated);
}

// A tweet with pictures has its t.co form behind the links; of a video there is no address but the tweet's own.
function pictures(cells: Cells, url: string | null): string[] {
  const photos = addressesIn(cell(cells, 'photos'));
  return photos.length > 0 || url === null || cell(cells, 'video') !== '1' ? photos : [`${url}/video/1`];
}

// The lists are written as Python writes them, `[{'name': "d'Amours"}]`: not JSON, with both kinds of quotes.
const ITEM = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;

function itemsIn(list: string | null): string[] {
  if (list === null || !/^\[\s*['"]/.test(list)) return [];
  return Array.from(list.matchAll(ITEM), (match) => match[1] ?? match[2] ?? '');
}

function addressesIn(list: string | null): string[] {
  return itemsIn(list).filter((item) => /^https?:\/\//i.test(item));
}

function namesIn(people: string | null): string[] {
  return Array.from(people?.matchAll(/'(?:screen_name|username)': '(\w{1,20})'/g) ?? [], (match) => match[1] ?? '');
}
