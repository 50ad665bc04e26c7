/** Reads a source: a large file in a thread of its own, anything else right here. Either way the same records in the same order. */
import type { Importer, Source } from '../importers/importer.ts';
import type { FileDigest } from '../store/imports.ts';
import { digest, watched } from './digest.ts';
import { unpacked } from './packed-items.ts';
import { type Item, readItems, type ReadOptions } from './reader.ts';
import { isLarge, READING } from './early-reading.ts';
import { hasThreads, startThread } from './thread.ts';
import type { ReadMessage, ReadOrder } from './thread-messages.ts';

/** The records of a file, and which file it is once they are all read. */
export interface FileReading {
  readonly batches: AsyncIterable<readonly Item[]>;
  readonly digest: () => Promise<FileDigest>;
}

/** Begins to read a source. */
export function readFile(source: Source, importer: Importer, options: ReadOptions): FileReading {
  const { file, path, size } = source;
  if (file !== undefined && size !== null && isLarge(size) && hasThreads())
    return readInThread(source, { file, path, format: importer.name, options });
  const seen = watched(source);
  return { batches: readItems(seen.source, importer, options), digest: seen.digest };
}

function readInThread(source: Source, order: ReadOrder): FileReading {
  let found: FileDigest | null = null;
  async function* batches(): AsyncGenerator<readonly Item[]> {
    const thread = startThread<ReadMessage>({ program: READING, order });
    try {
      for await (const message of thread.messages) {
        if (message.kind === 'end') {
          found = message.digest;
          return;
        }
        thread.say('taken');
        yield unpacked(message.items);
      }
      throw new Error('the thread that read the file stopped before its end');
    } finally {
      await thread.stop();
    }
  }
  return {
    batches: batches(),
    // Nobody read to the end of a file that turned out to be useless.
    digest: async () => found ?? digest(source),
  };
}
