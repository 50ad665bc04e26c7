/**
 * What it takes to read one export format. To add one: write `src/importers/<name>.ts` exporting an `Importer`,
 * add it to the array in `index.ts`, and put `tests/fixtures/<name>/<case>.<ext>` with invented tweets beside its
 * `<case>.expected.json`.
 */
import type { RawTweet } from '../tweet.ts';

/**
 * The first 256 KB of a file, of a web page the first 8 MB, and what can be seen in them; every view is computed at most
 * once.
 */
export interface Head {
  /** Decoded (UTF-8 or UTF-16 by its mark), without a byte order mark. */
  readonly text: string;
  /** True when the head is the whole file. */
  readonly whole: boolean;
  /** The cells of the first row, trimmed and in lower case, when the head looks like a table; else null. */
  readonly columns: readonly string[] | null;
  /** The outline of a JSON document or of JSON Lines, also behind `window.x = ` or `const x = `; else null. */
  readonly json: JsonOutline | null;
  /** True when the head looks like a web page. */
  readonly html: boolean;
  /** The start tags of a web page, one a line, without its scripts and styles; empty for any other file. */
  readonly markup: string;
}

/** The outline of the JSON in a head. */
export interface JsonOutline {
  /** `array`: `[…]`; `object`: one `{…}`; `lines`: one document a line. */
  readonly container: 'array' | 'object' | 'lines';
  /** What stands before the first bracket: `window.YTD.tweets.part0 =`, `const search =`, or nothing. */
  readonly prefix: string;
  /** The keys of the outer object that are in sight; for lines, of the first line. */
  readonly keys: readonly string[];
  /**
   * The first record: the first element of the array (of the outer array, or of the first array of objects in the
   * outer object), the first line, or the object itself. Null when there is none or it is cut.
   */
  readonly record: Readonly<Record<string, unknown>> | null;
}

/** A file to read: on disk, inside a zip, or standard input. */
export interface Source {
  /** What the report calls it: `exports.zip > data/tweets.js`. */
  readonly path: string;
  /** Bytes, when known beforehand. */
  readonly size: number | null;
  /** Where it lies on disk, when it is a file of its own there. */
  readonly file?: string;
  readonly head: Head;
  /** The bytes from `start` on (default 0), unpacked. May be opened more than once, except standard input. */
  open(start?: number): AsyncIterable<Uint8Array>;
  /** A companion in the same container, by its path from this file's folder, such as `account.js` or `../user_details.js`. */
  sibling(name: string): Promise<Source | null>;
}

/** One thing an importer has to say of a file. */
export type Extracted =
  | { readonly kind: 'tweet'; readonly tweet: RawTweet }
  /** A record that should have been a tweet and is not usable: one sentence why. */
  | { readonly kind: 'rejected'; readonly at: string; readonly reason: string }
  /** Something about the whole file that the reader should know. */
  | { readonly kind: 'warning'; readonly message: string };

/** What the user says of a file that the file does not say itself. */
export interface ExtractOptions {
  /** Which column holds what, by header or by number from 1: `{ text: 'Tweet Text', author: '2' }`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The local date of tweets that have none: `2016-04-17`. */
  readonly date?: string;
  /** The IANA zone of times that name none. */
  readonly zone?: string;
  /** The handle of tweets whose author the file leaves out. */
  readonly author?: string;
}

export interface Importer {
  /** The name in reports and for `--format`: `tags-csv`. */
  readonly name: string;
  /** For people: `TAGS spreadsheet (CSV)`. */
  readonly title: string;
  /**
   * Whether the file is in this format, judged by content that only this format has, never by its name.
   * Exactly one importer may claim a file.
   */
  identify(head: Head): boolean;
  /** Reads the file as a stream; must not hold a file of unbounded size. */
  extract(source: Source, options?: ExtractOptions): AsyncIterable<Extracted>;
}

/** A format that edchat knows and has nothing to keep from: refused by name. */
export interface LookAlike {
  readonly name: string;
  identify(head: Head): boolean;
  /** One sentence that ends without a full stop: what the file is, and what to do instead. */
  readonly reason: string;
}
