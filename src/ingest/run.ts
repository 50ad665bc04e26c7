/** The import use case: read what the paths name, merge it into the archive, derive what that touched, and report. */
import { UserError } from '../errors.ts';
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { Interrupted } from '../steps.ts';
import { busiestOf, listChats } from '../store/chats.ts';
import { nextBatch } from '../store/imports.ts';
import { membershipWriter } from '../store/membership.ts';
import { type Database, storeFailure } from '../store/open.ts';
import { forgottenIn } from '../store/tombstones.ts';
import { saidWriter } from '../store/tweets.ts';
import { chooseImporter } from './choose.ts';
import { deriveMuch, type DeriveProgress } from './derive-stale.ts';
import { HashtagCount } from './hashtag-count.ts';
import { type Desk, importFile } from './import-file.ts';
import { Counter, type FileReport, fileReport, type ImportReport, totalsOf } from './report.ts';
import { failure, openSources } from './sources.ts';
import { FileFailure, type Transactions, transactions } from './transactions.ts';

/** How to import. */
export interface ImportOptions {
  /** The chat the exports are of: their tweets belong to it even without its hashtag. */
  readonly chat: string | null;
  /** An importer's name, when the format is not to be recognised. */
  readonly format: string | null;
  readonly dryRun: boolean;
  /** Keep posts that are for followers or friends only, too. */
  readonly includePrivate?: boolean;
  /** What the user says of the files that they do not say themselves. */
  readonly hints?: ExtractOptions;
  /** UTC, milliseconds. */
  readonly now: number;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
}

/** Signs of life. */
export interface ImportProgress {
  /** Another process is writing: this one waits. */
  readonly waiting?: (() => void) | undefined;
  readonly reading?: (path: string, records: number) => void;
  readonly deriving?: DeriveProgress;
}

/** Imports the paths. A file that fails is reported and undone, and the others go on. */
export async function runImport(
  db: Database,
  paths: readonly string[],
  options: ImportOptions,
  progress: ImportProgress = {},
): Promise<ImportReport> {
  const seen = new HashtagCount();
  const keeping = transactions(db, options.dryRun, { onWait: progress.waiting, signal: options.signal });
  const { files, skipped, interrupted } = await readAll(deskFor(db, options, seen, progress), keeping, paths, options);
  const derived = await derive(db, options, progress);
  const chat = options.chat ?? busiestOf(db, [...(derived?.keys() ?? [])]);
  const sessions = (chat === null ? undefined : derived?.get(chat))?.toSorted() ?? [];
  const unknownHashtag = seen.unclaimed(new Set(listChats(db).flatMap(({ hashtags }) => hashtags)));
  keeping.end();
  const stopped = { interrupted: interrupted || derived === null, allRead: !interrupted };
  return { files, skipped, totals: totalsOf(files), chat, sessions, unknownHashtag, dryRun: options.dryRun, ...stopped };
}

// Null when that was stopped: what is still to be derived is left for the next command.
async function derive(db: Database, { signal }: ImportOptions, { deriving }: ImportProgress): Promise<Map<string, string[]> | null> {
  try {
    return await deriveMuch(db, deriving, signal);
  } catch (error) {
    if (error instanceof Interrupted) return null;
    throw error;
  }
}

function deskFor(db: Database, options: ImportOptions, seen: HashtagCount, progress: ImportProgress): Desk {
  let batch: number | undefined;
  return {
    db,
    chat: options.chat,
    at: options.now,
    batch: () => (batch ??= nextBatch(db)),
    writer: saidWriter(db),
    members: membershipWriter(db, listChats(db)),
    hints: options.hints ?? {},
    includePrivate: options.includePrivate ?? false,
    forgotten: forgottenIn(db),
    signal: options.signal,
    onStored: (stored) => seen.note(stored),
    onProgress: progress.reading ?? (() => {}),
  };
}

type Read = Pick<ImportReport, 'files' | 'skipped' | 'interrupted'>;

async function readAll(desk: Desk, keeping: Transactions, paths: readonly string[], options: ImportOptions): Promise<Read> {
  const files: FileReport[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const fruitful = new Set<string>();
  try {
    for await (const found of openSources(paths, options.stdin)) {
      if (options.signal?.aborted) throw new Interrupted();
      const failed = (path: string, error: string) => files.push(fileReport(path, null, new Counter(), error));
      if ('leftAlone' in found) {
        skipped.push({ path: found.path, reason: found.leftAlone });
        continue;
      }
      if ('error' in found) failed(found.path, found.error);
      else {
        const { source, named } = found;
        const choice = chooseImporter(source, options.format, desk.hints);
        if ('importer' in choice) files.push(await keeping.file(() => readFile(desk, source, choice.importer, options.format !== null)));
        else if (named || choice.doubt) failed(source.path, `${source.path}: ${choice.reason}`);
        else {
          // A file in a folder that is no export is left alone.
          skipped.push({ path: source.path, reason: choice.reason });
          continue;
        }
      }
      fruitful.add(found.root);
    }
  } catch (error) {
    if (error instanceof Interrupted) return { files, skipped, interrupted: true };
    throw error;
  }
  // A folder or archive that was named and held nothing to import is a failure that must be said.
  const barren = paths.filter((path) => !fruitful.has(path));
  return {
    files: [...files, ...barren.map((path) => fileReport(path, null, new Counter(), nothingIn(path, skipped)))],
    skipped,
    interrupted: false,
  };
}

// One file that cannot be read to its end is a line in the report; a fault of the archive stops the run.
async function readFile(desk: Desk, source: Source, importer: Importer, forced: boolean): Promise<FileReport> {
  const failed = (error: string) => new FileFailure(fileReport(source.path, importer.name, new Counter(), error));
  try {
    const report = await importFile(desk, source, importer);
    if (forced && report.read === report.rejected.length)
      throw failed(`${source.path}: nothing in it could be read as ${importer.name}. Leave --format out to have it recognised`);
    return report;
  } catch (error) {
    if (error instanceof Interrupted || error instanceof FileFailure) throw error;
    const stored = storeFailure(error);
    if (stored !== null) throw new UserError(stored, { cause: error });
    throw failed(failure(source.path, error));
  }
}

function nothingIn(path: string, skipped: Read['skipped']): string {
  const first = skipped[0];
  if (first === undefined) return `${path}: no export found in it. See the list of formats with: edchat import --help`;
  return `${path}: no export found in it (${first.path}: ${first.reason})`;
}
