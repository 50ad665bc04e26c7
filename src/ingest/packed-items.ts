/** How records cross from the thread that reads to the one that writes: as one flat list, for copying many small objects is slow. */
import { COLUMNS, type Value } from '../store/tweet-row.ts';
import type { SaidTweet } from '../store/said-tweet.ts';
import type { Link } from '../tweet.ts';
import type { Item, TweetItem } from './reader.ts';

/** What a flat list holds: the parts of tweets, and other records as they are. */
type Cell = Value | boolean | undefined | Exclude<Item, TweetItem>;

/** Records in a flat list, their parts one behind the other. */
export type PackedItems = readonly Cell[];

/** Packs records. */
export function packed(items: readonly Item[]): PackedItems {
  const cells: Cell[] = [];
  for (const item of items) {
    if (item.kind === 'tweets') {
      cells.push(item.said.length, item.at, item.disagrees);
      for (const said of item.said) packTweet(cells, said);
    } else cells.push(0, item);
  }
  return cells;
}

function packTweet(cells: Cell[], { n, values, hashtags, links }: SaidTweet): void {
  cells.push(n);
  for (const value of values) cells.push(value);
  cells.push(hashtags.length);
  for (const tag of hashtags) cells.push(tag);
  cells.push(links.length);
  for (const { short, url, title } of links) cells.push(short, url, title);
}

/** The records of such a list again. */
export function unpacked(cells: PackedItems): Item[] {
  const items: Item[] = [];
  const reader = new CellReader(cells);
  while (!reader.ended) {
    const count = reader.next() as number;
    items.push(count === 0 ? (reader.next() as Exclude<Item, TweetItem>) : unpackTweets(reader, count));
  }
  return items;
}

function unpackTweets(reader: CellReader, count: number): TweetItem {
  const at = reader.next() as string;
  const disagrees = reader.next() as boolean;
  const said: SaidTweet[] = [];
  for (let left = count; left > 0; left--) said.push(unpackTweet(reader));
  return { kind: 'tweets', at, said, disagrees };
}

function unpackTweet(reader: CellReader): SaidTweet {
  const n = reader.next() as bigint;
  const values = reader.take(COLUMNS.length) as readonly Value[];
  const hashtags = reader.take(reader.next() as number) as readonly string[];
  const links: Link[] = [];
  for (let left = reader.next() as number; left > 0; left--)
    links.push({ short: reader.next() as string | null, url: reader.next() as string, title: reader.next() as string | null });
  return { n, values, hashtags, links };
}

// Reads what `packed` wrote, in the same order: so it knows of each cell what it is.
class CellReader {
  readonly #cells: PackedItems;
  #at = 0;

  constructor(cells: PackedItems) {
    this.#cells = cells;
  }

  get ended(): boolean {
    return this.#at >= this.#cells.length;
  }

  next(): Cell {
    return this.#cells[this.#at++];
  }

  take(count: number): PackedItems {
    const from = this.#at;
    this.#at += count;
    return this.#cells.slice(from, this.#at);
  }
}
