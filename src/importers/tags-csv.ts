import { type CsvItem, csvRows } from '../parsing/csv.ts';
import { parseOrNull } from '../parsing/exact-json.ts';
import { children, count } from '../parsing/json-value.ts';
import { isCutRetweet, retweetByText } from '../parsing/tweet-text.ts';
import { endsInOwnAddress, linkOf, mediaOf, names } from '../parsing/v1-tweet.ts';
import type { Extracted, Importer } from './importer.ts';

type Cells = Readonly<Record<string, string>>;

const OWN_COLUMNS = ['status_url', 'entities_str', 'from_user_id_str', 'profile_image_url', 'user_followers_count'];

/** The Archive sheet of a TAGS spreadsheet (https://tags.hawksey.info), saved as CSV or TSV. */
export const tagsCsv: Importer = {
  name: 'tags-csv',
  title: 'TAGS spreadsheet (CSV)',
  identify({ columns }) {
    const has = new Set(columns);
    return ['id_str', 'from_user', 'text'].every((name) => has.has(name)) && OWN_COLUMNS.some((name) => has.has(name));
  },
  async *extract(source) {
    for await (const item of csvRows(source.open())) {
      const extracted = extractRow(item);
      if (extracted !== null) yield extracted;
    }
  },
};

function extractRow(item: CsvItem): Extracted | null {
  if (item.kind !== 'row') return item;
  const { at, cells } = item;
  // People paste one sheet below another; the second header is no tweet, and an empty row is no record.
  if (cells['id_str'] === 'id_str' || Object.values(cells).every((cell) => cell.trim() === '')) return null;
  const text = value(cells, 'text');
  const author = value(cells, 'from_user');
  const url = value(cells, 'status_url');
  const id = value(cells, 'id_str');
  if (id === null && url === null && text === null) return { kind: 'rejected', at, reason: 'the row has no id, no address and no text' };
  if (text === null && author === null && url === null) return { kind: 'rejected', at, reason: 'the row has an id and nothing else' };
  const entities = parseOrNull(value(cells, 'entities_str') ?? 'null');
  return {
    kind: 'tweet',
    tweet: {
      at,
      id,
      url,
      author,
      authorName: value(cells, 'user_name'),
      authorId: value(cells, 'from_user_id_str'),
      // Never `time`: it is the clock of the spreadsheet, an hour off for half of the year.
      createdAt: value(cells, 'created_at'),
      text,
      encoded: true,
      truncated: isCutRetweet(text) || endsInOwnAddress(text, entities),
      replyTo: replyTo(cells),
      retweetOf: retweetByText(text),
      links: children(entities, 'urls').map(linkOf),
      media: children(entities, 'media').map(mediaOf),
      hashtags: names(entities, 'hashtags', 'text'),
      mentions: names(entities, 'user_mentions', 'screen_name'),
      counts: { likes: count(cells, 'favorite_count'), retweets: count(cells, 'retweet_count') },
      // Not `user_lang`: that is the language of the author's screen.
      lang: value(cells, 'lang'),
      client: value(cells, 'source'),
    },
  };
}

// Programs that saved the sheet again wrote their own word for an empty cell.
function value(cells: Cells, column: string): string | null {
  const cell = cells[column]?.trim() ?? '';
  return cell.length <= 4 && /^(?:|NA|N\/A|nan|NaN|None|null|NULL)$/.test(cell) ? null : cell;
}

function replyTo(cells: Cells): { id: string | null; author: string | null } | null {
  const id = value(cells, 'in_reply_to_status_id_str');
  const author = value(cells, 'in_reply_to_screen_name');
  return id === null && author === null ? null : { id, author };
}
