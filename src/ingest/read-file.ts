/** Reads a source: a large file in a thread of its own, anything else right here. Either way the same records in the same order. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { Importer, Source } from '../importers/importer.ts';
import type { FileDigest } from '../store/imports.ts';
import { watched } from './digest.ts';
import { type Item, readItems, type ReadOptions } from './reader.ts';
import type { Message, Order } from './thread-messages.ts';

/** The records of a file, and which file it is once they are all read. */
export interface FileReading {
  readonly batches: AsyncIterable<readonly Item[]>;
  readonly digest: () => Promise<FileDigest>;
}

/** Below this many bytes a thread costs more than it saves. */
const LARGE = 4 * 1024 * 1024;
const THREAD = new URL('./reading-thread.js', import.meta.url);

/** Begins to read a source. */
export function readFile(source: Source, importer: Importer, options: ReadOptions): FileReading {
  const { file, path, size } = source;
  if (file !== undefined && size !== null && size >= LARGE && existsSync(fileURLToPath(THREAD)))
    return readInThread({ file, path, format: importer.name, options });
  const { source: seen, digest } = watched(source);
  return { batches: readItems(seen, importer, options), digest };
}

function readInThread(order: Order): FileReading {
  let found: FileDigest | null = null;
  async function* batches(): AsyncGenerator<readonly Item[]> {
    const thread = new Worker(THREAD, { workerData: order });
    try {
      for await (const message of messagesOf(thread)) {
        if (message.kind === 'failed') throw failureOf(message);
        if (message.kind === 'end') {
          found = message.digest;
          return;
        }
        thread.postMessage('written');
        yield message.items;
      }
      throw new Error('the thread that read the file stopped before its end');
    } finally {
      await thread.terminate();
    }
  }
  return {
    batches: batches(),
    digest: () => (found === null ? Promise.reject(new Error('the file was not read to its end')) : Promise.resolve(found)),
  };
}

async function* messagesOf(thread: Worker): AsyncGenerator<Message> {
  const waiting: Message[] = [];
  let failure: Error | null = null;
  let ended = false;
  let wake = () => {};
  thread.on('message', (message: Message) => {
    waiting.push(message);
    wake();
  });
  thread.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  thread.on('exit', () => {
    ended = true;
    wake();
  });
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) yield next;
    else if (failure !== null) throw failure;
    else if (ended) return;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

// The same error as if the file had been read here.
function failureOf({ message, code, isForUser }: Extract<Message, { kind: 'failed' }>): Error {
  if (isForUser) return new UserError(message);
  return code === null ? new Error(message) : Object.assign(new Error(message), { code });
}
