/** Where results, hints and warnings go: files and pipes are written to without loading what a terminal needs. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { EXIT, isBrokenPipe } from './errors.ts';

/** What is written to. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** Writes a text; false when the next one should wait for `drain`. */
  readonly write: (text: string) => boolean;
  readonly once: (event: 'drain', listener: () => void) => unknown;
}

/** Never blocks: a pipe that nobody reads yet holds as much. */
const AT_ONCE = 65_536;

/** Standard output (1) or standard error (2). One that cannot be written to any more ends the run. */
export function outputTo(fd: 1 | 2): Output {
  return isPlain(fd) ? plain(fd) : stream(fd);
}

function isPlain(fd: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const found = fstatSync(fd);
    return found.isFile() || found.isFIFO() || found.isSocket() || (found.isCharacterDevice() && found.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

function plain(fd: 1 | 2): Output {
  let room = AT_ONCE;
  let broken = false;
  let rest: NodeJS.WriteStream | undefined;
  const write = (text: string): boolean => {
    if (broken) return false;
    const bytes = Buffer.from(text);
    const fits = bytes.length <= room && rest === undefined;
    room -= bytes.length;
    try {
      const done = fits ? writtenOf(fd, bytes) : 0;
      return done === bytes.length || (rest ??= stream(fd)).write(bytes.subarray(done));
    } catch (error) {
      broken = true;
      // As a stream does: what is going on may come to its end first.
      process.nextTick(failed, fd, error);
      return false;
    }
  };
  return { write, once: (event, listener) => rest?.once(event, listener) };
}

// How much could be written: a pipe that others share may be full, and may not be for waiting.
function writtenOf(fd: number, bytes: Buffer): number {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(fd, bytes, done);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
  }
  return done;
}

function stream(fd: 1 | 2): NodeJS.WriteStream {
  const whole = fd === 1 ? process.stdout : process.stderr;
  return whole.on('error', (error) => failed(fd, error));
}

function failed(fd: 1 | 2, error: Error): void {
  if (isBrokenPipe(error)) process.exit(EXIT.done);
  // A full disk behind `>`, most of the time.
  if (fd === 1) process.stderr.write(`edchat: the result cannot be written (${error.message})\n`);
  process.exit(EXIT.nothing);
}
