import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where the archive is when nobody says otherwise: the platform's own data folder. */
export function defaultArchive(): string {
  return join(envPaths('edchat', { suffix: '' }).data, 'archive.db');
}

/** Where edchat keeps what it can make again: EDCHAT_CACHE, else the platform's folder for that. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env['EDCHAT_CACHE'] || envPaths('edchat', { suffix: '' }).cache;
}
