import { exactId, momentOf } from '../normalise/identity.ts';
import { csvRows } from '../parsing/csv.ts';
import { type CsvSample, csvSample, isHeaderAgain } from '../parsing/csv-sample.ts';
import { type Cells, amount, cell, referenceOf } from '../parsing/row-cells.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import type { RawTweet } from '../tweet.ts';
import type { ExtractOptions, Head, Importer } from './importer.ts';
import { lookAlikes } from './look-alikes.ts';
import { type Columns, dayOrderIn, findColumns } from './table-columns.ts';
import { givenColumns } from './table-hints.ts';
import { tweetsOfRows } from './table-rows.ts';
import { type RowTime, rowTimes, type TimeCells } from './table-times.ts';

/**
 * Any table that none of the other importers claims and whose columns can be recognised by name and content, or are
 * named by the user; also sheets without names of columns: `@handle, text`, `date, @handle, text`.
 */
export function otherTable(others: readonly Importer[]): Importer {
  return {
    name: 'table',
    title: 'Any other table with the text and the author or address of a tweet in each row',
    identify: (head) => ![...others, ...lookAlikes].some((other) => other.identify(head)) && columnsOf(head) !== null,
    async *extract(source, options = {}) {
      const plan = planOf(source.head, options);
      if (typeof plan === 'string') {
        yield { kind: 'rejected', at: 'line 1', reason: plan };
        return;
      }
      const { sample, columns } = plan;
      const { dayFirst, certain } = dayOrderIn(sample, columns);
      if (!certain) yield { kind: 'warning', message: 'dates such as 4/5/2016 were read with the month first' };
      const time = rowTimes(options, dayFirst);
      yield* tweetsOfRows(csvRows(source.open(), sample.naming), (cells, at, rest) =>
        isHeaderAgain(Object.values(cells), sample.names)
          ? null
          : readRow({ cells, rest, at, columns, time, author: options.author ?? null }),
      );
    },
  };
}

function columnsOf({ html, json, text, whole }: Head): Columns | null {
  const sample = html || json !== null ? null : csvSample(text, whole);
  return sample === null ? null : findColumns(sample);
}

interface Plan {
  readonly sample: CsvSample;
  readonly columns: Columns;
}

function planOf(head: Head, options: ExtractOptions): Plan | string {
  const sample = csvSample(head.text, head.whole);
  if (sample === null) return 'the file is no table: at least two columns are needed';
  const given = givenColumns(options.columns ?? {}, sample);
  if (typeof given === 'string') return given;
  const columns = { ...findColumns(sample), ...given };
  if (columns.text !== undefined) return { sample, columns };
  return 'no column of texts was found: name the columns with --columns, such as --columns "text=Tweet Text,author=2"';
}

interface Row {
  readonly cells: Cells;
  readonly rest: readonly string[];
  readonly at: string;
  readonly columns: Columns;
  readonly time: (cells: TimeCells) => RowTime;
  /** Whose tweets they are where the table does not say. */
  readonly author: string | null;
}

function readRow({ cells, rest, at, columns, time, author: owner }: Row): RawTweet | string {
  const value = (column: string | undefined) => (column === undefined ? null : cell(cells, column));
  const id = value(columns.id)?.replace(/^x(?=\d)|\.0$/g, '') ?? null;
  const url = value(columns.url);
  const author = value(columns.author) ?? owner;
  const text = withRest(value(columns.text), columns, cells, rest);
  if (text === null) return 'the row has no text';
  if (author === null && id === null && url === null) return 'the row names no author';
  const moment = time({ date: value(columns.date), time: value(columns.time), known: momentOf(exactId(id, url), null, id) !== null });
  if ('reason' in moment) return moment.reason;
  return {
    at,
    id,
    url,
    author,
    authorName: value(columns.name),
    createdAt: moment.createdAt,
    text,
    encoded: true,
    truncated: isCutRetweet(text),
    replyTo: referenceOf(value(columns.replyTo), value(columns.replyToAuthor)),
    retweetOf: retweetByText(text),
    counts: {
      likes: columns.likes === undefined ? null : amount(cells, columns.likes),
      retweets: columns.retweets === undefined ? null : amount(cells, columns.retweets),
    },
  };
}

// Tables made by hand do not always quote a text with commas; in the last column no harm is done.
function withRest(text: string | null, { text: column }: Columns, cells: Cells, rest: readonly string[]): string | null {
  return text !== null && rest.length > 0 && column === String(Object.keys(cells).length) ? [text, ...rest].join(',') : text;
}
