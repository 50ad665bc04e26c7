// What modules load before they do anything.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of ours (their paths) and the packages that modules load before they do anything: their imports, and theirs, less those of types alone. */
export function loadedModules(...paths) {
  const seen = new Set();
  const follow = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    const code = readFileSync(path, 'utf8');
    for (const [, what = '', named, bare] of code.matchAll(/^(?:import|export)\s([^;]*?)\sfrom '([^']+)'|^import '([^']+)'/gm)) {
      if (what.startsWith('type ')) continue;
      const from = named ?? bare;
      if (!from.startsWith('.')) seen.add(from);
      else if (from.endsWith('.ts')) follow(join(dirname(path), from));
    }
  };
  for (const path of paths) follow(path);
  return seen;
}
