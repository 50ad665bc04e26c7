/** Results in a file: the whole of them, or nothing; and never in the place of a file that somebody may still want. */
import { createWriteStream, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';

/** Writes a piece of a result. */
export type Write = (text: string) => Promise<void>;

/**
 * Lets work write a file. Nothing is there under its name before all of it is; when the work fails, what was there before is
 * untouched. A file that is there is replaced only with `force`.
 */
export async function intoFile(path: string, force: boolean, work: (write: Write) => Promise<void>): Promise<void> {
  const target = targetOf(path, force);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const stream = createWriteStream(draft, { flags: 'wx' });
  // Told by `once` below; a later failure is told by the next write.
  let failure: unknown;
  stream.on('error', (error) => (failure = error));
  try {
    await once(stream, 'open');
    await work(async (text) => {
      if (failure !== undefined) throw failure;
      if (!stream.write(text)) await once(stream, 'drain');
    });
    stream.end();
    await once(stream, 'finish');
    targetOf(path, force);
    renameSync(draft, target);
  } catch (error) {
    stream.destroy();
    rmSync(draft, { force: true });
    throw explained(error, path);
  }
}

// A link to a file stands for the file.
function targetOf(path: string, force: boolean): string {
  if (!existsSync(path)) return path;
  if (!statSync(path).isFile()) throw new UserError(`${path}: this is no file that can be written. Choose another name with --out FILE`);
  if (!force)
    throw new UserError(`${path}: there is a file of that name already. Choose another with --out FILE, or replace it with --force`);
  return realpathSync(path);
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return new UserError(`${path}: the disk is full; nothing was written`, { cause: error });
  if (!/^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|ENAMETOOLONG|EINVAL|EBUSY)$/.test(code)) return error;
  return new UserError(`${path}: cannot write there. Choose another place with --out FILE`, { cause: error });
}
