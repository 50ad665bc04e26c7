/** The import use case: read what the paths name, merge it into the archive, derive what that touched, and report. */
import { UserError } from '../errors.ts';
import { identify, importerNamed } from '../importers/identify.ts';
import type { ExtractOptions, Importer, Source } from '../importers/importer.ts';
import { busiestOf, listChats } from '../store/chats.ts';
import { membershipWriter } from '../store/membership.ts';
import { type Database, storeFailure } from '../store/open.ts';
import { type Stored, tweetWriter } from '../store/tweets.ts';
import { deriveStale } from './derive-stale.ts';
import { type Desk, importFile, Interrupted } from './import-file.ts';
import { Counter, type FileReport, fileReport, type ImportReport, totalsOf } from './report.ts';
import { failure, openSources } from './sources.ts';

/** How to import. */
export interface ImportOptions {
  /** The chat the exports are of: their tweets belong to it even without its hashtag. */
  readonly chat: string | null;
  /** An importer's name, when the format is not to be recognised. */
  readonly format: string | null;
  readonly dryRun: boolean;
  /** What the user says of the files that they do not say themselves. */
  readonly hints?: ExtractOptions;
  /** UTC, milliseconds. */
  readonly now: number;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
}

/** Signs of life. */
export interface ImportProgress {
  readonly reading?: (path: string, records: number) => void;
  readonly deriving?: (done: number, all: number) => void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Imports the paths. A file that fails is reported and undone, and the others go on. */
export async function runImport(
  db: Database,
  paths: readonly string[],
  options: ImportOptions,
  progress: ImportProgress = {},
): Promise<ImportReport> {
  const files: FileReport[] = [];
  const skipped: Mutable<ImportReport['skipped'][number]>[] = [];
  const fruitful = new Set<string>();
  const seen = new HashtagCount();
  const desk: Desk = {
    db,
    chat: options.chat,
    at: options.now,
    write: tweetWriter(db),
    members: membershipWriter(db, listChats(db)),
    hints: options.hints ?? {},
    signal: options.signal,
    onStored: (stored) => seen.note(stored),
    onProgress: progress.reading ?? (() => {}),
  };
  const transaction = transactions(db, options.dryRun);
  let interrupted = false;
  try {
    for await (const found of openSources(paths, options.stdin)) {
      const choice = 'error' in found ? { reason: found.error } : chooseImporter(found.source, options.format);
      const path = 'error' in found ? found.path : found.source.path;
      if ('importer' in choice && 'source' in found) files.push(await transaction.file(() => guarded(desk, found.source, choice.importer)));
      else if ('reason' in choice && ('error' in found || found.named))
        files.push(fileReport(path, null, new Counter(), 'error' in found ? found.error : `${path}: ${choice.reason}`));
      else if ('reason' in choice) {
        skipped.push({ path, reason: choice.reason });
        continue;
      }
      fruitful.add(found.root);
      if (options.signal?.aborted) throw new Interrupted();
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    interrupted = true;
  }
  if (!interrupted) {
    for (const path of paths.filter((root) => !fruitful.has(root)))
      files.push(fileReport(path, null, new Counter(), nothingIn(path, skipped)));
  }
  const derived = deriveStale(db, progress.deriving);
  const chat = options.chat ?? busiestOf(db, [...derived.keys()]);
  const report = {
    files,
    skipped,
    totals: totalsOf(files),
    chat,
    sessions: (chat === null ? undefined : derived.get(chat))?.toSorted() ?? [],
  };
  transaction.end();
  return {
    ...report,
    unknownHashtag: seen.unclaimed(new Set(listChats(db).flatMap(({ hashtags }) => hashtags))),
    dryRun: options.dryRun,
    interrupted,
  };
}

const UNKNOWN = 'not a format edchat knows. See the list with: edchat import --help';

type Choice = { readonly importer: Importer } | { readonly reason: string };

function chooseImporter(source: Source, format: string | null): Choice {
  if (format !== null) return { importer: importerNamed(format) };
  const { head } = source;
  if (head.whole && head.text.trim() === '') return { reason: 'the file is empty. Export it again, or name another file' };
  const claim = identify(head);
  if (claim === null) return { reason: UNKNOWN };
  if ('lookAlike' in claim) return { reason: claim.lookAlike.reason };
  return claim;
}

// One file that cannot be read to its end is a line in the report; a fault of the archive stops the run.
async function guarded(desk: Desk, source: Source, importer: Importer): Promise<FileReport> {
  try {
    return await importFile(desk, source, importer);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const stored = storeFailure(error);
    if (stored !== null) throw new UserError(stored, { cause: error });
    throw new FileFailure(fileReport(source.path, importer.name, new Counter(), failure(source.path, error)));
  }
}

class FileFailure extends Error {
  readonly report: FileReport;
  constructor(report: FileReport) {
    super(report.error ?? '');
    this.report = report;
  }
}

// Each file is a transaction; in a dry run each is a savepoint in one that is taken back at the end.
function transactions(db: Database, dryRun: boolean) {
  const [begin, commit, rollback] = dryRun
    ? ['SAVEPOINT file', 'RELEASE file', 'ROLLBACK TO file; RELEASE file']
    : ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'];
  if (dryRun) db.exec('BEGIN');
  return {
    file: async (work: () => Promise<FileReport>): Promise<FileReport> => {
      db.exec(begin);
      try {
        const report = await work();
        db.exec(commit);
        return report;
      } catch (error) {
        if (db.inTransaction) db.exec(rollback);
        if (error instanceof FileFailure) return error.report;
        throw error;
      }
    },
    end: () => {
      if (dryRun) db.exec('ROLLBACK');
    },
  };
}

// A folder or archive that was named and held nothing to import is a failure that must be said.
function nothingIn(path: string, skipped: ImportReport['skipped']): string {
  const first = skipped[0];
  const why = first === undefined ? '' : ` (${first.path}: ${first.reason})`;
  return `${path}: no export found in it${why || '. See the list of formats with: edchat import --help'}`;
}

/** Counts the hashtags of what comes in, to notice a chat that nobody told edchat about. */
class HashtagCount {
  readonly #counts = new Map<string, number>();
  #tweets = 0;

  note({ outcome, tweet }: Stored): void {
    if (outcome !== 'added') return;
    this.#tweets += 1;
    for (const tag of tweet.hashtags) this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
  }

  /** The commonest hashtag, when half of the tweets have it and no chat claims it. */
  unclaimed(known: ReadonlySet<string>): string | null {
    const [first] = [...this.#counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return first !== undefined && first[1] * 2 >= this.#tweets && this.#tweets >= 10 && !known.has(first[0]) ? first[0] : null;
  }
}
