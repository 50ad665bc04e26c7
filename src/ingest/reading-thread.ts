/** The thread that reads a large file, while the main one writes. */
import { importerNamed } from '../importers/identify.ts';
import { watched } from './digest.ts';
import { fileSource } from './file-source.ts';
import { packed } from './packed-items.ts';
import { readItems } from './reader.ts';
import { inThread, pacer, say, toldOrder } from './thread.ts';
import { AHEAD, type ReadMessage, type ReadOrder } from './thread-messages.ts';

void inThread(async () => {
  const { file, path, format, options } = await toldOrder<ReadOrder>();
  const { source, digest } = watched(await fileSource(file, path));
  const paced = pacer(AHEAD);
  for await (const items of readItems(source, importerNamed(format), options)) {
    say({ kind: 'items', items: packed(items) } satisfies ReadMessage);
    await paced();
  }
  say({ kind: 'end', digest: await digest() } satisfies ReadMessage);
});
