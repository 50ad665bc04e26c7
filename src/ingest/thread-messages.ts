/** What the thread that reads files and the one that writes them say to each other. */
import type { FileDigest } from '../store/imports.ts';
import type { PackedItems } from './packed-items.ts';
import type { ReadOptions } from './reader.ts';
import type { Failed } from './thread.ts';

/** What is to be read; orders are numbered, and carried out one after the other. */
export interface ReadOrder {
  readonly order: number;
  readonly file: string;
  /** What reports call it. */
  readonly path: string;
  /** The name of its importer. */
  readonly format: string;
  readonly options: ReadOptions;
}

/** What it is told: a file to read, that a batch was taken, that the rest of a file is of no use. */
export type ReadWord = ReadOrder | 'taken' | { readonly useless: number };

/** What it says of an order: some records; the end, with the digest of the file; or that it could not be read. */
export type ReadMessage = { readonly order: number } & (
  | { readonly kind: 'items'; readonly items: PackedItems }
  | { readonly kind: 'end'; readonly digest: FileDigest }
  | { readonly kind: 'unreadable'; readonly failed: Failed }
);

/** So many batches may wait to be written; the reading thread pauses then. */
export const AHEAD = 8;
