/** The thread that reads files, one after the other, while the main one writes. It runs until it is stopped. */
import { parentPort } from 'node:worker_threads';
import { importerNamed } from '../importers/identify.ts';
import { watched } from './digest.ts';
import { fileSource } from './file-source.ts';
import { packed } from './packed-items.ts';
import { readItems } from './reader.ts';
import { failedOf, inThread, say } from './thread.ts';
import { AHEAD, type ReadMessage, type ReadOrder, type ReadWord } from './thread-messages.ts';

const orders: ReadOrder[] = [];
let ahead = 0;
let useless = -1;
let resume = () => {};
parentPort?.on('message', (word: ReadWord) => {
  if (word === 'taken') ahead -= 1;
  else if ('useless' in word) useless = word.useless;
  else orders.push(word);
  resume();
});

const tell = (message: ReadMessage) => say(message);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise<void>((resolve) => (resume = resolve));
}

async function obey({ order, file, path, format, options }: ReadOrder): Promise<void> {
  const { source, digest } = watched(await fileSource(file, path));
  for await (const items of readItems(source, importerNamed(format), options)) {
    tell({ order, kind: 'items', items: packed(items) });
    ahead += 1;
    await until(() => ahead < AHEAD || useless >= order);
    if (useless >= order) return;
  }
  tell({ order, kind: 'end', digest: await digest() });
}

void inThread(async () => {
  for (;;) {
    await until(() => orders.length > 0);
    const next = orders.shift();
    if (next !== undefined)
      await obey(next).catch((error: unknown) => tell({ order: next.order, kind: 'unreadable', failed: failedOf(error) }));
  }
});
