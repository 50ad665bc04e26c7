/** What a site's folder says of itself: which files edchat wrote there, and from what. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';

/** The file that holds it. */
export const MANIFEST = 'edchat-site.json';

/** The pages of a session and the fingerprint they were made from; `later` says which tweets are on further parts. */
export interface BuiltSession {
  readonly print: string;
  readonly parts: number;
  readonly later: Readonly<Record<string, number>>;
}

/** A built site. */
export interface Manifest {
  readonly version: 1;
  readonly chat: string;
  /** What all pages depend on: the look of the site and the edchat that made it. */
  readonly look: string;
  /** Files by path, with the hash of their content. */
  readonly files: Readonly<Record<string, string>>;
  readonly sessions: Readonly<Record<string, BuiltSession>>;
  /** Files of the search index and the fingerprint each was made from. */
  readonly shards: Readonly<Record<string, string>>;
}

/** Paths that edchat can have written: whatever else a manifest names is not touched. */
export const OWN_PATH = /^(?!.*\.\.)[A-Za-z0-9_][\w.-]*(?:\/[\w][\w.-]*)?$/;

/** The manifest in a folder, or null; throws for one that cannot be read or is of something newer. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, MANIFEST);
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UserError(`${path}: cannot be read. Choose another folder for the site`, { cause: error });
  }
  const found = parsed(text);
  if (found === null)
    throw new UserError(`${path}: this is not what edchat wrote there. Empty the folder, or choose another one for the site`);
  return found;
}

function parsed(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    const { version, chat, look, files, sessions, shards } = value ?? {};
    if (version !== 1 || typeof chat !== 'string' || typeof look !== 'string') return null;
    return { version, chat, look, files: ownFiles(files), sessions: record(sessions), shards: record(shards) };
  } catch {
    return null;
  }
}

function ownFiles(files: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record<string>(files)).filter(([path, hash]) => OWN_PATH.test(path) && typeof hash === 'string'),
  );
}

function record<T>(value: unknown): Record<string, T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, T>) : {};
}
