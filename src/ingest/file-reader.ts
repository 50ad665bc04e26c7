/** Reads the files of a run: many or large ones in a thread of their own, the others right here. Either way the same records in the same order. */
import type { Importer, Source } from '../importers/importer.ts';
import type { FileDigest } from '../store/imports.ts';
import { watched } from './digest.ts';
import { unpacked } from './packed-items.ts';
import { type Item, readItems, type ReadOptions } from './reader.ts';
import { errorOf, hasThreads, startThread } from './thread.ts';
import type { ReadMessage, ReadOrder, ReadWord } from './thread-messages.ts';

/** The records of a file, and which file it is once they are all read. */
export interface FileReading {
  readonly batches: () => AsyncIterable<readonly Item[]>;
  readonly digest: () => Promise<FileDigest>;
}

/** Begins to read files. What is begun must be read, to its end or not, in the order in which it was begun. */
export interface FileReader {
  readonly begin: (source: Source, importer: Importer, options: ReadOptions) => FileReading;
  readonly stop: () => Promise<void>;
}

/** Below this many bytes in all a thread costs more than it saves. */
const MUCH = 4 * 1024 * 1024;
const READING = { program: 'reading-thread.js', order: null };

/** Prepares the reading of the files of a run. */
export function fileReader(): FileReader {
  let bytes = 0;
  let thread: ReadingThread | null = null;
  return {
    begin: (source, importer, options) => {
      const { file, size, path } = source;
      bytes += size ?? 0;
      const here = readHere(source, importer, options);
      if (file === undefined || bytes < MUCH || !hasThreads()) return here;
      if (thread?.isBroken() !== false) thread = readingThread();
      return thread.begin({ file, path, format: importer.name, options }, here);
    },
    stop: async () => {
      await thread?.stop();
    },
  };
}

function readHere(source: Source, importer: Importer, options: ReadOptions): FileReading {
  const seen = watched(source);
  return { batches: () => readItems(seen.source, importer, options), digest: seen.digest };
}

type ReadingThread = ReturnType<typeof readingThread>;

function readingThread() {
  const thread = startThread<ReadMessage>(READING);
  const say = (word: ReadWord) => thread.say(word);
  let orders = 0;
  let isBroken = false;

  async function next(order: number): Promise<ReadMessage> {
    try {
      for (;;) {
        const { value, done } = await thread.messages.next();
        if (done === true) throw new Error('the thread that read the file stopped before its end');
        if (value.kind === 'items') say('taken');
        // What is left of one that nobody read to its end.
        if (value.order === order) return value;
      }
    } catch (error) {
      isBroken = true;
      throw error;
    }
  }

  async function* batches(order: number, onEnd: (digest: FileDigest) => void): AsyncGenerator<readonly Item[]> {
    let isOver = false;
    try {
      for (;;) {
        const message = await next(order);
        isOver = message.kind !== 'items';
        if (message.kind === 'unreadable') throw errorOf(message.failed);
        if (message.kind === 'end') return onEnd(message.digest);
        yield unpacked(message.items);
      }
    } finally {
      if (!isOver) say({ useless: order });
    }
  }

  return {
    isBroken: () => isBroken,
    begin: (what: Omit<ReadOrder, 'order'>, here: FileReading): FileReading => {
      const order = (orders += 1);
      let found: FileDigest | null = null;
      say({ order, ...what });
      return {
        // A file that breaks the thread takes down no other.
        batches: () => (isBroken ? here.batches() : batches(order, (end) => (found = end))),
        digest: async () => found ?? here.digest(),
      };
    },
    stop: thread.stop,
  };
}
