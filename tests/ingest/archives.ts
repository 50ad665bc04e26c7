/** Archives in memory, and all they say, for tests of importing. */
import { runImport } from '../../src/ingest/run.ts';
import type { ImportReport } from '../../src/ingest/report.ts';
import { type Database, openInMemory } from '../../src/store/open.ts';
import { INDEXES } from '../../src/store/search-index.ts';

/** The clock of these imports, UTC in milliseconds. */
const NOW = Date.UTC(2026, 0, 1);
const NOTHING = (async function* () {})();

/** Imports files into an archive, one run each. */
export async function importAll(db: Database, paths: readonly string[], chat: string | null = null): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const path of paths) {
    reports.push(await runImport(db, [path], { chat, format: null, dryRun: false, now: NOW, stdin: NOTHING }));
  }
  return reports;
}

/** A new archive in memory of these files. */
export async function archiveOf(paths: readonly string[]): Promise<Database> {
  const db = openInMemory();
  await importAll(db, paths);
  return db;
}

/** What an archive says of tweets, links and sessions, but not from which files. */
export function truths(db: Database): unknown {
  const rows = (sql: string) => db.prepare(sql).safeIntegers().all();
  return {
    tweets: rows('SELECT * FROM tweets ORDER BY n'),
    members: rows('SELECT * FROM chat_tweets ORDER BY chat, n'),
    sessions: rows('SELECT * FROM sessions ORDER BY chat, session'),
    questions: rows('SELECT * FROM questions ORDER BY chat, session, n'),
    placements: rows('SELECT * FROM placements ORDER BY chat, n'),
    unfed: rows('SELECT * FROM stale_rows ORDER BY n'),
    shares: rows('SELECT s.n, l.canonical, s.url, s.title FROM shares s JOIN links l USING (link) ORDER BY s.n, l.canonical'),
    indexed: INDEXES.map((index) => indexed(db, index)),
    stale: rows('SELECT * FROM stale_weeks ORDER BY chat, monday'),
  };
}

/** Every word of a full-text index: where it stands in which tweet. */
function indexed(db: Database, index: string): unknown {
  db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}_places USING fts5vocab(main, ${index}, instance)`);
  return db.prepare(`SELECT term, doc, col, offset FROM temp.${index}_places ORDER BY doc, col, offset, term`).raw().safeIntegers().all();
}
