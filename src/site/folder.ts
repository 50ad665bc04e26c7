/** The folder of a site: only what changed is written, only what edchat wrote itself is written over or removed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { MARK } from '../render/site/shell.ts';
import { MANIFEST, type Manifest, OWN_PATH } from './manifest.ts';

/** The folders that edchat makes in a site. */
const FOLDERS = ['sessions', 'topics', 'links', 'sites', 'people', 'search'];
/** What a file is called while it is written; one that a broken-off build left says nothing of whose folder it is. */
const DRAFT = '.edchat-draft';
/** The mark stands this near to the beginning of each file. */
const HEAD = 400;

/** What became of the files of a build. */
export interface FolderReport {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

/** A site's folder while it is built. Paths are relative, with `/`. */
export interface SiteFolder {
  /** Sees to it that the file has this content. */
  readonly put: (path: string, content: string) => void;
  /** Keeps a file as it was built before; false when it is not there any more. */
  readonly keep: (path: string) => boolean;
  /** Removes what is left over from before, and returns the files there are now. */
  readonly finish: () => FolderReport & { readonly files: Record<string, string> };
}

/** Opens a folder for building; `before` is what its manifest says. Throws when it holds anything that edchat did not write. */
export function openFolder(folder: string, before: Manifest | null): SiteFolder {
  if (before === null) mustBeEmpty(folder);
  const known = before?.files ?? {};
  const files: Record<string, string> = {};
  const made = new Set<string>();
  const count = { written: 0, kept: 0 };

  const put = (path: string, content: string): void => {
    const hash = hashOf(content);
    files[path] = hash;
    const place = join(folder, path);
    if (known[path] === hash && existsSync(place)) {
      count.kept += 1;
      return;
    }
    if (known[path] === undefined && existsSync(place) && !isOurs(place)) throw foreign(place);
    if (!made.has(dirname(place))) mkdirSync(dirname(place), { recursive: true });
    made.add(dirname(place));
    writeWhole(place, content);
    count.written += 1;
  };

  const keep = (path: string): boolean => {
    const hash = known[path];
    if (hash === undefined || !existsSync(join(folder, path))) return false;
    files[path] = hash;
    count.kept += 1;
    return true;
  };

  const finish: SiteFolder['finish'] = () => {
    const stale = new Set([...Object.keys(known), ...strays(folder)].filter((path) => files[path] === undefined && OWN_PATH.test(path)));
    let removed = 0;
    for (const path of stale) if (remove(join(folder, path))) removed += 1;
    for (const name of ['', ...FOLDERS]) rmSync(join(folder, name, DRAFT), { force: true });
    for (const name of FOLDERS) removeEmpty(join(folder, name));
    return { ...count, removed, files };
  };

  return { put, keep, finish };
}

/** Writes the manifest of a built site; the last thing of a build, so that one that was broken off is made again. */
export function saveManifest(folder: string, manifest: Manifest): void {
  writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest)}\n`);
}

function mustBeEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  const others = readdirSync(folder).filter((name) => !name.startsWith('.') && !FOLDERS.includes(name) && !isOurs(join(folder, name)));
  if (others.length > 0) throw foreign(join(folder, others[0] ?? ''));
}

function foreign(path: string): UserError {
  return new UserError(`${path} is there and edchat did not write it: choose an empty folder for the site`);
}

// Files of a build that was broken off are in no manifest, but carry the mark.
function strays(folder: string): string[] {
  return FOLDERS.flatMap((name) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => `${name}/${file}`) : [],
  );
}

function remove(place: string): boolean {
  if (!existsSync(place) || !isOurs(place)) return false;
  rmSync(place);
  return true;
}

function removeEmpty(place: string): void {
  if (existsSync(place) && readdirSync(place).length === 0) rmdirSync(place);
}

function isOurs(place: string): boolean {
  try {
    return readFileSync(place, 'utf8').slice(0, HEAD).includes(MARK);
  } catch {
    return false;
  }
}

function writeWhole(place: string, content: string): void {
  const draft = join(dirname(place), DRAFT);
  try {
    writeFileSync(draft, content);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new UserError(`${place}: cannot write there. Choose another folder for the site`, { cause: error });
  }
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 20);
}
