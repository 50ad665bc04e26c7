/** The thread that reads a large file, while the main one writes. */
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import { importerNamed } from '../importers/identify.ts';
import { watched } from './digest.ts';
import { fileSource } from './file-source.ts';
import { readItems } from './reader.ts';
import { AHEAD, type Message, type Order } from './thread-messages.ts';

const say = (message: Message) => parentPort?.postMessage(message);

let ahead = 0;
let resume = () => {};
parentPort?.on('message', () => {
  ahead -= 1;
  resume();
});

async function read({ file, path, format, options }: Order): Promise<void> {
  const { source, digest } = watched(await fileSource(file, path));
  for await (const items of readItems(source, importerNamed(format), options)) {
    say({ kind: 'items', items });
    ahead += 1;
    if (ahead >= AHEAD) await new Promise<void>((resolve) => (resume = resolve));
  }
  say({ kind: 'end', digest: await digest() });
}

try {
  await read(workerData as Order);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  say({ kind: 'failed', message, code, isForUser: error instanceof UserError });
} finally {
  parentPort?.close();
}
