/** What the thread that reads a file and the one that writes it say to each other. */
import type { FileDigest } from '../store/imports.ts';
import type { Item, ReadOptions } from './reader.ts';

/** What is to be read. */
export interface Order {
  readonly file: string;
  /** What reports call it. */
  readonly path: string;
  /** The name of its importer. */
  readonly format: string;
  readonly options: ReadOptions;
}

/** What the reading thread says: some records; the end, with the digest of the file; or why it failed. */
export type Message =
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'end'; readonly digest: FileDigest }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null; readonly isForUser: boolean };

/** So many batches may wait to be written; the reading thread pauses then. */
export const AHEAD = 8;
