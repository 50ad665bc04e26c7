/** The reading half of an import: a source -> tweets ready to be written, in batches. It never sees the archive. */
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { normalise } from '../normalise/tweet.ts';
import { saidOf, type SaidTweet } from '../store/said-tweet.ts';
import type { RawTweet } from '../tweet.ts';

/** A tweet with those that came inside it. */
export interface TweetItem {
  readonly kind: 'tweets';
  readonly at: string;
  readonly said: readonly SaidTweet[];
  readonly disagrees: boolean;
}

/** One record of a file: its tweets, or why it is unusable or kept out on purpose; or a warning about the file. */
export type Item =
  | TweetItem
  | { readonly kind: 'rejected'; readonly at: string; readonly reason: string; readonly onPurpose?: boolean }
  | { readonly kind: 'warning'; readonly message: string };

/** How to read. */
export interface ReadOptions {
  /** What the user said of the file. */
  readonly hints: ExtractOptions;
  /** Whether posts that are not public are kept. */
  readonly includePrivate: boolean;
  /** UTC, milliseconds. */
  readonly now: number;
}

/** More than this (ms) between the id's clock and the stated time is worth a warning. */
const DISAGREEMENT = 120_000;
const BATCH = 250;

/** The records of a source in their order, some at a time. */
export async function* readItems(source: Source, importer: Importer, options: ReadOptions): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  try {
    for await (const extracted of importer.extract(source, options.hints)) {
      batch.push(extracted.kind === 'tweet' ? itemOf(extracted.tweet, options) : extracted);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    // Those before it may be reason enough not to read so far.
    if (batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
}

const PRIVATE = {
  followers: 'for followers only',
  direct: 'a private mention',
  protected: 'of a protected account',
} as const;

// What came along inside a public post may be private itself.
function publicParts(raw: RawTweet): RawTweet {
  if (!raw.context?.some(holdsPrivate)) return raw;
  return { ...raw, context: raw.context.filter(({ audience }) => audience == null).map(publicParts) };
}

function holdsPrivate(raw: RawTweet): boolean {
  return raw.audience != null || (raw.context?.some(holdsPrivate) ?? false);
}

function itemOf(read: RawTweet, { includePrivate, now }: ReadOptions): Item {
  if (read.audience != null && !includePrivate) {
    const reason = `${PRIVATE[read.audience]}: edchat keeps public posts (with --include-private these too)`;
    return { kind: 'rejected', at: read.at, reason, onPurpose: true };
  }
  const raw = includePrivate ? read : publicParts(read);
  const result = normalise(raw, now);
  if ('reason' in result) return { kind: 'rejected', at: raw.at, reason: result.reason };
  const { tweet, context, disagreement } = result;
  return {
    kind: 'tweets',
    at: raw.at,
    said: context.length === 0 ? [saidOf(tweet)] : [tweet, ...context].map(saidOf),
    disagrees: disagreement > DISAGREEMENT,
  };
}
