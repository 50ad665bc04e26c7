#!/usr/bin/env node
// Writes tests/archives/schema-N.db.gz: a small archive of the present schema, from one of the invented exports, with something in
// every table that people fill. Archives of released schemas stay; the present one is made again when the schema changes before
// its release (tests/store/migrations.test.ts tells).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { modules } from './modules.mjs';

const [{ runImport }, { copyInto }, { SCHEMA_VERSION }, { openForWriting }] = await modules(
  'ingest/run.ts',
  'store/copy.ts',
  'store/schema.ts',
  'store/open.ts',
);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'edchat-fixture-'));
const db = openForWriting(join(folder, 'archive.db'));
const path = 'data/demo/storify-iaedchat-2016-04-17.html';
process.chdir(root);
await runImport(db, [path], { chat: null, format: null, dryRun: false, now: Date.UTC(2026, 0, 1), stdin: (async function* () {})() });
db.exec(`
  INSERT INTO corrections (chat, monday, made_at, correction) VALUES ('iaedchat', '2016-04-11', 1, '{"kind":"topic","session":"2016-04-17","text":"Choice"}');
  INSERT INTO marks (kind, thing, key, text, made_at) VALUES ('note', 'tweet', '721852617572552704', 'for the blog', 1);
  INSERT INTO saved_searches (name, query, saved_at) VALUES ('choice', 'choice OR menu', 1);
  INSERT INTO synonyms (word, meaning) VALUES ('sbg', 'standards-based grading');
  INSERT INTO settings (name, value) VALUES ('inbox', '/home/ms-alder/inbox');
  INSERT INTO stale_weeks (chat, monday) VALUES ('iaedchat', '2016-04-11');
`);
copyInto(db, join(folder, 'copy.db'));
db.close();
const target = join(root, `tests/archives/schema-${SCHEMA_VERSION}.db.gz`);
const packed = gzipSync(readFileSync(join(folder, 'copy.db')), { level: 9 });
writeFileSync(target, packed);
rmSync(folder, { recursive: true });
console.log(`${target}: ${Math.round(packed.length / 1024)} KB`);
