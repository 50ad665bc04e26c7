import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.ts';
import type { Source } from '../importers/importer.ts';
import { firstOf, headOf, skipped } from './streams.ts';

/** The file inside a gzip file, read without unpacking it to disk. */
export async function gunzipped(file: string, path: string): Promise<Source> {
  const unpack = () => unpacked(file, path);
  return {
    path,
    size: null,
    head: await headOf((count) => firstOf(unpack(), count)),
    open: (start = 0) => skipped(unpack(), start),
    sibling: () => Promise.resolve(null),
  };
}

async function* unpacked(file: string, path: string): AsyncGenerator<Uint8Array> {
  const output = new PassThrough();
  const input = createReadStream(file);
  const done = pipeline(input, createGunzip(), output);
  // The failure is met below, through the output; here it must only not be left unhandled.
  done.catch(() => {});
  try {
    yield* output;
    await done;
  } catch (error) {
    throw new UserError(`${path}: the gzip file is damaged or cut off. Download or copy it again`, { cause: error });
  } finally {
    input.destroy();
  }
}
