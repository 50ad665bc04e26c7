import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Keeps standard input in a file while it is worked on: importers may need to look twice. */
export async function* spooled<T>(input: AsyncIterable<Uint8Array>, use: (file: string) => AsyncIterable<T>): AsyncGenerator<T> {
  const folder = await mkdtemp(join(tmpdir(), 'edchat-'));
  try {
    const file = join(folder, 'input');
    await pipeline(input, createWriteStream(file));
    yield* use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
