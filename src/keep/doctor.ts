/** The examining use case: is the archive sound, and what should be done about it? Nothing is changed. */
import { UserError } from '../errors.ts';
import { kindOfFile } from '../store/copy.ts';
import { fileFaults, indexFaults, tieFaults } from '../store/integrity.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { type Database, openForReading } from '../store/open.ts';
import { openInTurn, type Waiting } from '../store/turns.ts';
import { housekeeping } from './housekeeping.ts';
import { bad, type Finding, FIX, good } from './findings.ts';

/** What examining takes. */
export interface ExamineOptions {
  /** UTC, milliseconds. */
  readonly now: number;
  readonly waiting?: Waiting;
  readonly step?: (text: string) => void;
}

/** Examines the archive at a path, the gravest matters first. A damaged one is read only, and no further than it can be. */
export async function examine(path: string, { now, waiting = {}, step = () => {} }: ExamineOptions): Promise<Finding[]> {
  step('Looking at the file…');
  const kind = kindOfFile(path);
  if (kind.kind === 'foreign') return [bad('file', 'this is not an edchat archive, or its beginning is destroyed', SALVAGE)];
  if (kind.kind === 'damaged') return [bad('file', 'the file is damaged and cannot be read in the usual way', SALVAGE)];
  if (kind.kind === 'newer')
    return [bad('file', `it was written by a newer edchat (schema ${kind.schema}, this one knows ${SCHEMA_VERSION})`, 'update edchat')];
  const db = openForReading(path);
  try {
    step('Reading every page of the file…');
    const faults = fileFaults(db);
    if (faults.length > 0) return [fileFinding(faults)];
    step('Reading the full-text indexes…');
    return [
      good('file', `the file is whole, every page of it; schema ${kind.schema}`),
      await indexFinding(path, waiting),
      tiesFinding(db),
      ...housekeeping(db, path, now),
    ];
  } finally {
    db.close();
  }
}

/** What to do about an archive that SQLite cannot read. */
const SALVAGE =
  'bring a backup back with edchat restore FILE, or save what can be read with edchat doctor --salvage NEW-FILE; keep the damaged file';

// Whether faults of the file are of its b-tree indexes alone, which can be made again from the rows.
function onlyIndexes(faults: readonly string[]): boolean {
  return faults.every((fault) => /^(?:wrong # of entries in index|row -?\d+ missing from index|non-unique entry in index)/.test(fault));
}

function fileFinding(faults: readonly string[]): Finding {
  if (onlyIndexes(faults))
    return bad('file', `a look-up table of the file disagrees with its rows (${faults[0]}); no tweet is lost`, FIX, true);
  return bad('file', `the file is damaged (${(faults[0] ?? '').split('\n').at(-1)})`, SALVAGE);
}

async function indexFinding(path: string, waiting: Waiting): Promise<Finding> {
  let db: Database;
  try {
    db = await openInTurn(path, waiting);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return good('index', 'the full-text indexes were not looked at, for the archive cannot be written to');
  }
  try {
    const faults = indexFaults(db);
    return faults.length === 0
      ? good('index', 'the full-text indexes are whole, and every tweet is in them')
      : bad('index', `searching may miss tweets: ${faults[0]}`, FIX, true);
  } finally {
    db.close();
  }
}

function tiesFinding(db: Database): Finding {
  const faults = tieFaults(db);
  return faults.length === 0 ? good('ties', 'every tweet belongs to an import') : bad('ties', faults.join('; '), FIX, true);
}
