/** The beginning of a body, unpacked, however long, slow or densely packed it is. */
import { pipeline, type Readable } from 'node:stream';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';

/** What `beginning` can unpack, as the header says it. */
export const ACCEPTED_CODINGS = 'gzip, br';

/** What was read of a body. */
export interface Beginning {
  readonly bytes: Buffer;
  /** Whether it is the whole body. */
  readonly whole: boolean;
  /** What broke off the reading, or null when it ended in peace. */
  readonly broken: unknown;
}

/** When to stop reading. */
export interface BodyLimits {
  /** Bytes: neither what is sent nor what is unpacked from it goes beyond. */
  readonly bytes: number;
  /** Given each piece and what stands before it, whether the rest is not needed. */
  readonly isEnough: (soFar: number, piece: Buffer) => boolean;
}

/**
 * Reads a body until its end or a limit. Null when it is packed in a way that is not known. A body that breaks off, or is
 * damaged, gives what came before.
 */
export async function beginning(body: Readable, coding: string, limits: BodyLimits): Promise<Beginning | null> {
  const unpack = unpackerOf(coding);
  // It is destroyed before its end wherever enough is read, which is an error only to those who never read.
  body.on('error', () => {});
  if (unpack === null) {
    body.destroy();
    return null;
  }
  const pieces: Buffer[] = [];
  const sent = { cut: false };
  let size = 0;
  let whole = true;
  try {
    for await (const piece of unpack(bounded(body, limits.bytes, sent))) {
      const fitting = piece.subarray(0, limits.bytes - size);
      pieces.push(fitting);
      size += fitting.length;
      whole = fitting.length === piece.length;
      if (!whole || limits.isEnough(size, fitting)) {
        whole = false;
        break;
      }
    }
  } catch (broken) {
    return { bytes: Buffer.concat(pieces), whole: false, broken };
  } finally {
    body.destroy();
  }
  return { bytes: Buffer.concat(pieces), whole: whole && !sent.cut, broken: null };
}

type Pieces = AsyncIterable<Buffer>;

// What is packed can be endless and yet unpack to nothing.
async function* bounded(body: Readable, limit: number, sent: { cut: boolean }): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of body as Pieces) {
    const fitting = piece.subarray(0, limit - size);
    size += fitting.length;
    sent.cut = fitting.length < piece.length;
    yield fitting;
    if (sent.cut) return;
  }
}

function unpackerOf(coding: string): ((sent: Pieces) => Pieces) | null {
  switch (coding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return (sent) => sent;
    // What was cut off is unpacked as far as it goes.
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      return (sent) => through(sent, createUnzip({ finishFlush: constants.Z_SYNC_FLUSH }));
    case 'br':
      return (sent) => through(sent, createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }));
    default:
      return null;
  }
}

function through(sent: Pieces, unpack: NodeJS.ReadWriteStream & Readable): Pieces {
  // Its failure is met by the reader of what is unpacked.
  pipeline(sent, unpack, () => {});
  return unpack as Pieces;
}
