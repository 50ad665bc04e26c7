import { instantOf } from '../calendar.ts';
import { csvRows } from '../parsing/csv.ts';
import { type Cells, amount, cell, referenceOf, utcTime, wordsOf } from '../parsing/row-cells.ts';
import { textLines } from '../parsing/text-lines.ts';
import { retweetByText } from '../parsing/tweet-text.ts';
import { timeOfId } from '../row-number.ts';
import type { RawTweet } from '../tweet.ts';
import type { Extracted, Importer, Source } from './importer.ts';
import { hasColumns, tweetsOfRows } from './table-rows.ts';

const COLUMNS = ['username', 'date', 'retweets', 'favorites', 'text', 'geo', 'mentions', 'hashtags', 'id', 'permalink'];

/**
 * Tweets scraped with GetOldTweets-python, whose quoting is broken, or with GetOldTweets3, which has other columns and
 * times in UTC.
 */
export const getoldtweetsCsv: Importer = {
  name: 'getoldtweets-csv',
  title: 'GetOldTweets tweets (CSV)',
  identify: ({ columns }) => hasColumns(columns, ...COLUMNS),
  extract: (source, options) =>
    isBroken(source)
      ? brokenRows(source, options?.zone)
      : tweetsOfRows(csvRows(source.open()), (cells, at) => readRow(cells, at, timeOf(source, options?.zone))),
};

type ReadTime = (cells: Cells) => string | number | null;

// The only dialect with semicolons; saved again by a spreadsheet it is a proper table.
function isBroken({ head }: Source): boolean {
  return /^[^\n,]*;[^\n,]*permalink/i.test(head.text);
}

// GetOldTweets3 has the columns `to` and `replies` besides, and dates in UTC; its forerunner those of the scraper's own clock.
function timeOf({ head }: Source, zone: string | undefined): ReadTime {
  return hasColumns(head.columns, 'to', 'replies') ? (cells) => utcTime(cell(cells, 'date')) : (cells) => localTime(cells, zone);
}

// Quotes inside the text stand as they are, so a row is read from both ends: four cells before the text, five behind it.
const ROW = /^"?([^;]*?)"?;([^;]*);"?(-?\d*)"?;"?(-?\d*)"?;"?(.*?)"?;([^;]*);([^;]*);([^;]*);"?(\d*)"?;"?(https?:\/\/[^";]*)?"?;*\s*$/;

async function* brokenRows(source: Source, zone: string | undefined): AsyncGenerator<Extracted> {
  const read = timeOf(source, zone);
  for await (const { number, text } of textLines(source.open())) {
    if (number === 1 || text.trim() === '') continue;
    const at = `line ${number}`;
    const cells = splitRow(text);
    const tweet = cells === null ? 'the row is cut or has cells missing' : readRow(cells, at, read);
    yield typeof tweet === 'string' ? { kind: 'rejected', at, reason: tweet } : { kind: 'tweet', tweet };
  }
}

function splitRow(line: string): Cells | null {
  const match = ROW.exec(line);
  if (match === null) return null;
  const cells = Object.fromEntries(COLUMNS.map((column, index) => [column, match[index + 1] ?? '']));
  // A spreadsheet that saved the file again doubled the quotes as it should be.
  return { ...cells, text: match[5]?.replace(/^(?:[^"]|"")*$/, (whole) => whole.replaceAll('""', '"')) ?? '' };
}

function readRow(cells: Cells, at: string, time: ReadTime): RawTweet | string {
  const id = cell(cells, 'id');
  const url = cell(cells, 'permalink');
  if (id === null && url === null) return 'the row has no id and no address';
  const text = mended(cells['text'] ?? '');
  return {
    at,
    id,
    url,
    author: cell(cells, 'username'),
    createdAt: time(cells),
    text,
    // A picture or a quote without words of its own.
    stub: text === '',
    // The scraper took the text from the page, where nothing is encoded.
    encoded: false,
    replyTo: referenceOf(null, cell(cells, 'to')),
    retweetOf: retweetByText(text),
    media: Array.from(text.matchAll(/\bpic\.twitter\.com\/\w+/g), ([picture]) => ({ url: `https://${picture}` })),
    // Not the column of hashtags: it ends each at its first accent.
    mentions: wordsOf(cell(cells, 'mentions')),
    counts: { likes: amount(cells, 'favorites'), retweets: amount(cells, 'retweets'), replies: amount(cells, 'replies') },
  };
}

// The page showed an address in pieces, a long one ending in `…`, and the scraper put blanks between the pieces.
function mended(text: string): string {
  return text
    .replace(/(\S)(pic\.twitter\.com\/)/g, '$1 $2')
    .replace(/(https?:\/\/) (?:(\S{20,}) (\S+) …|(\S+)(?: (\/)(?= |$))?)/g, '$1$2$3$4$5');
}

// The clock of whoever ran the scraper, without its zone: of use only where the id is older than the clock in ids.
function localTime(cells: Cells, zone: string | undefined): number | null {
  const id = cell(cells, 'id') ?? '';
  const [, date, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/.exec(cell(cells, 'date') ?? '') ?? [];
  if (zone === undefined || date === undefined || time === undefined || !/^\d+$/.test(id)) return null;
  return timeOfId(BigInt(id)) === null ? instantOf(date, time, zone) : null;
}
