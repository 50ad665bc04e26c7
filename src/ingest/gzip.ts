import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.ts';
import type { Source } from '../importers/importer.ts';
import { isBomb, sizeText } from './limits.ts';
import { firstOf, headOf, skipped } from './streams.ts';

/** The file inside a gzip file, given what opens that, read without unpacking it to disk. */
export async function gunzipped(open: () => AsyncIterable<Uint8Array>, path: string): Promise<Source> {
  const unpack = () => unpacked(open(), path);
  return {
    path,
    size: null,
    head: await headOf((count) => firstOf(unpack(), count)),
    open: (start = 0) => skipped(unpack(), start),
    sibling: () => Promise.resolve(null),
  };
}

async function* unpacked(input: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const output = new PassThrough();
  const stop = new AbortController();
  const done = pipeline(input, gunzip, output, { signal: stop.signal });
  // The failure is met below, through the output; here it must only not be left unhandled.
  done.catch(() => {});
  let size = 0;
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      size += chunk.length;
      // What a gzip file says of its own size cannot be trusted, nor is it written at its beginning.
      if (isBomb(gunzip.bytesWritten, size)) throw tooLarge(path, size);
      yield chunk;
    }
    await done;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: the gzip file is damaged or cut off. Download or copy it again`, { cause: error });
  } finally {
    stop.abort();
  }
}

function tooLarge(path: string, size: number): UserError {
  return new UserError(
    `${path}: it unpacks to far more than an export does; reading was stopped after ${sizeText(size)}. If you trust it, unpack it and import the file`,
  );
}
