// The queries, bundled from the sources they measure.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program of the queries into a folder of the repository, and returns its path. */
export async function buildQueries() {
  const bundle = await rolldown({ cwd: root, input: 'bench/queries/run.mjs', platform: 'node', external: ['better-sqlite3'] });
  const file = join(root, '.bench/queries.mjs');
  await bundle.write({ file, format: 'esm' });
  return file;
}
