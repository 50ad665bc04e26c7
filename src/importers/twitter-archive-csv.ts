import { csvRows } from '../parsing/csv.ts';
import { jsonRecords } from '../parsing/json-records.ts';
import { idText, text as textIn } from '../parsing/json-value.ts';
import { addressesInCell, isPicturePage, tieInOrder } from '../parsing/links-in-order.ts';
import { type Cells, cell, referenceOf } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { Author } from '../parsing/v1-tweet.ts';
import type { RawReference, RawTweet } from '../tweet.ts';
import type { ExtractOptions, Importer, Source } from './importer.ts';
import { hasColumns, tweetsOfRows } from './table-rows.ts';

// Beside tweets.csv, and beside data/csv/2012_11.csv.
const OWNER_FILES = ['data/js/user_details.js', '../js/user_details.js'];

/**
 * `tweets.csv` of the archive that Twitter gave a person of their own account from 2013 to 2018, or one of the
 * `data/csv/2012_11.csv` of the first such archives, whose rows end in as many cells as the tweet has links.
 */
export const twitterArchiveCsv: Importer = {
  name: 'twitter-archive-csv',
  title: 'Your old Twitter archive (tweets.csv, 2012-2018)',
  identify: ({ columns }) => hasColumns(columns, 'tweet_id', 'in_reply_to_status_id', 'in_reply_to_user_id', 'timestamp', 'text'),
  async *extract(source, options) {
    const owner = await readOwner(source, options);
    if (owner.author === null) {
      yield {
        kind: 'warning',
        message: 'the file does not say whose tweets these are: add --author HANDLE, or import the whole archive that it is from',
      };
    }
    yield* tweetsOfRows(csvRows(source.open()), (cells, at, rest) => readRow(cells, at, rest, owner));
  },
};

function readRow(cells: Cells, at: string, rest: readonly string[], owner: Author): RawTweet | string {
  const id = cell(cells, 'tweet_id');
  if (id === null) return 'the row has no tweet_id';
  const text = cell(cells, 'text');
  const addresses = [...addressesInCell(cell(cells, 'expanded_urls')), ...rest.flatMap(addressesInCell)];
  const { links, media } = tieInOrder(
    text,
    addresses.filter((url) => !isPicturePage(url)),
    addresses.filter(isPicturePage),
  );
  const retweeted = cell(cells, 'retweeted_status_id');
  return {
    at,
    id,
    ...owner,
    createdAt: cell(cells, 'timestamp'),
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: replyTo(cells, text),
    retweetOf: retweeted === null ? retweetByText(text) : { id: retweeted, author: retweetByText(text)?.author ?? null },
    links,
    media,
    client: cell(cells, 'source'),
  };
}

// Only the number of the account that is answered is kept; a reply begins with its handle.
function replyTo(cells: Cells, text: string | null): RawReference | null {
  const answered = cell(cells, 'in_reply_to_status_id');
  if (answered === null && cell(cells, 'in_reply_to_user_id') === null) return null;
  return referenceOf(answered, /^@(\w{1,20})/.exec(text ?? '')?.[1] ?? null);
}

async function readOwner(source: Source, options: ExtractOptions | undefined): Promise<Author> {
  for (const name of OWNER_FILES) {
    const file = await source.sibling(name);
    if (file === null) continue;
    for await (const item of jsonRecords(file)) {
      const author = item.kind === 'record' ? textIn(item.value, 'screen_name') : null;
      if (item.kind === 'record' && author !== null) {
        return { author, authorName: textIn(item.value, 'full_name'), authorId: idText(item.value, 'id') };
      }
    }
  }
  return { author: options?.author ?? null, authorName: null, authorId: null };
}
