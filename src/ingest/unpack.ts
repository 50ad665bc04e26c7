/** Unpacking one file of a zip archive, as a stream. */
import { ERR_UNSUPPORTED_COMPRESSION, type FileEntry } from '@zip.js/zip.js';
import { UserError } from '../errors.ts';

/**
 * The bytes of a file in a zip archive. Ends with a UserError when the archive is damaged, has been closed, or when the
 * file is not as long, or not the same, as the archive's directory says.
 */
export async function* unpacked(entry: FileEntry, path: string): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stop = new AbortController();
  const done = entry.getData(writable, { signal: stop.signal, checkCrc32: true });
  // What fails before the first byte does not reach the readable end by itself, and would be waited for without end.
  done.catch((error: unknown) => writable.abort(error).catch(() => {}));
  try {
    yield* readable;
    await done;
  } catch (error) {
    throw new UserError(`${path}: ${sentence(error)}`, { cause: error });
  } finally {
    stop.abort();
  }
}

function sentence(error: unknown): string {
  if (error instanceof Error && error.message === ERR_UNSUPPORTED_COMPRESSION)
    return 'packed in a way edchat cannot read. Unpack it first, then import the folder';
  return 'damaged inside the zip archive. Download or copy the archive again';
}
