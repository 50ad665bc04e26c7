import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where the archive is when nobody says otherwise: the platform's own data folder. */
export function defaultArchive(): string {
  return join(envPaths('edchat', { suffix: '' }).data, 'archive.db');
}
