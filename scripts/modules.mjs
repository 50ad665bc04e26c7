// Modules of src/ for scripts that work with parts of the program: dist/ holds nothing but the whole of it.
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Loads modules by their paths under src/, all of them with the same pieces below. Call it once in a process. */
export async function modules(...paths) {
  // One level down, as src/ is: from there the files that come with the program are found.
  const folder = join(root, `.modules-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const input = Object.fromEntries(paths.map((path) => [nameOf(path), join(root, 'src', path)]));
  const bundle = await rolldown({ cwd: root, input, platform: 'node', external: /^(?![./]|node:)[^\\:]+$/ });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  return Promise.all(paths.map((path) => import(pathToFileURL(join(folder, `${nameOf(path)}.mjs`)).href)));
}

function nameOf(path) {
  return `of-${basename(path, '.ts')}`;
}
