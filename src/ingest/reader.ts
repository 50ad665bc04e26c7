/** The reading half of an import: a source -> tweets ready to be written, in batches. It never sees the archive. */
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { normalise } from '../normalise/tweet.ts';
import { saidOf, type SaidTweet } from '../store/said-tweet.ts';
import type { RawTweet } from '../tweet.ts';

/** One record of a file: the tweet with those that came inside it, or why it is unusable; or a warning about the file. */
export type Item =
  | { readonly kind: 'tweets'; readonly said: readonly SaidTweet[]; readonly disagrees: boolean }
  | { readonly kind: 'rejected'; readonly at: string; readonly reason: string }
  | { readonly kind: 'warning'; readonly message: string };

/** How to read. */
export interface ReadOptions {
  /** What the user said of the file. */
  readonly hints: ExtractOptions;
  /** UTC, milliseconds. */
  readonly now: number;
}

/** More than this (ms) between the id's clock and the stated time is worth a warning. */
const DISAGREEMENT = 120_000;
const BATCH = 250;

/** The records of a source in their order, some at a time. */
export async function* readItems(source: Source, importer: Importer, options: ReadOptions): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const extracted of importer.extract(source, options.hints)) {
    batch.push(extracted.kind === 'tweet' ? itemOf(extracted.tweet, options.now) : extracted);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function itemOf(raw: RawTweet, now: number): Item {
  const result = normalise(raw, now);
  if ('reason' in result) return { kind: 'rejected', at: raw.at, reason: result.reason };
  const { tweet, context, disagreement } = result;
  return {
    kind: 'tweets',
    said: context.length === 0 ? [saidOf(tweet)] : [tweet, ...context].map(saidOf),
    disagrees: disagreement > DISAGREEMENT,
  };
}
