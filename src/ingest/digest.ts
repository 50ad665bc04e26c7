/** Which file it is that is read: told by its bytes, which are read once. */
import { createHash } from 'node:crypto';
import type { Source } from '../importers/importer.ts';
import type { FileDigest } from '../store/imports.ts';

/** The digest of a source, from reading it whole; `onChunk` is called now and then. */
export async function digest(source: Source, onChunk: () => void = () => {}): Promise<FileDigest> {
  const hash = hasher();
  for await (const chunk of source.open()) {
    hash.add(chunk);
    onChunk();
  }
  return hash.end();
}

/** A source whose bytes are looked at while somebody reads it. */
export interface Watched {
  readonly source: Source;
  /** The digest; the source is read again only when nobody read it from its beginning to its end. */
  readonly digest: () => Promise<FileDigest>;
}

/** Watches a source. */
export function watched(source: Source): Watched {
  let seen: FileDigest | null = null;
  async function* watch(): AsyncGenerator<Uint8Array> {
    const hash = hasher();
    for await (const chunk of source.open()) {
      hash.add(chunk);
      yield chunk;
    }
    seen ??= hash.end();
  }
  const { path, size, head } = source;
  const open = (start = 0) => (start === 0 && seen === null ? watch() : source.open(start));
  return {
    source: { path, size, head, open, sibling: (name) => source.sibling(name) },
    digest: async () => seen ?? digest(source),
  };
}

function hasher() {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add: (chunk: Uint8Array) => {
      hash.update(chunk);
      bytes += chunk.length;
    },
    end: (): FileDigest => ({ sha256: hash.digest('hex'), bytes }),
  };
}
