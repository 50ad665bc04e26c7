import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';

/** Writes a file whole or not at all; one that is there already only with `force`. */
export async function writeWhole(path: string, text: string, force: boolean): Promise<void> {
  if (!force && existsSync(path)) throw new UserError(`${path} is there already: name another file, or write over it with --force`);
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UserError(`${path}: cannot write there. Choose another place with --out FILE`, { cause: error });
  }
}
