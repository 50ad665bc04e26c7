// A package of a peer, from a folder that NODE_PATH names: it is no part of this project.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export async function peer(name) {
  for (const folder of (process.env.NODE_PATH ?? '').split(':').filter((one) => one !== '')) {
    try {
      return await import(pathToFileURL(createRequire(join(folder, 'x.js')).resolve(name)));
    } catch {
      // Perhaps in the next one.
    }
  }
  console.error(`${name} is not installed in a folder of NODE_PATH`);
  process.exit(1);
}
