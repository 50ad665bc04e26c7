/** What the thread that reads a file and the one that writes it say to each other. */
import type { FileDigest } from '../store/imports.ts';
import type { PackedItems } from './packed-items.ts';
import type { ReadOptions } from './reader.ts';

/** What is to be read. */
export interface ReadOrder {
  readonly file: string;
  /** What reports call it. */
  readonly path: string;
  /** The name of its importer. */
  readonly format: string;
  readonly options: ReadOptions;
}

/** What a thread that reads says: some records; the end, with the digest of the file. */
export type ReadMessage = { readonly kind: 'items'; readonly items: PackedItems } | { readonly kind: 'end'; readonly digest: FileDigest };

/** So many batches may wait to be written; the reading thread pauses then. */
export const AHEAD = 8;
