/**
 * Makes an archive, or upgrades one by a step that no edchat has yet, as opening it for writing does; and says when it begins.
 * node upgrade.mjs FOLDER ARCHIVE make|upgrade, where FOLDER holds the compiled modules of src/.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

const [folder, path, what] = process.argv.slice(2);
const piece = (name) => import(pathToFileURL(join(folder, `store/${name}.js`)).href);
const { copyBeforeUpgrade, migrate } = await piece('migrations');
const { MIGRATIONS } = await piece('schema');

const NEXT = `
  ALTER TABLE tweets ADD COLUMN mood TEXT;
  UPDATE tweets SET mood = 'glad of ' || text;
  CREATE INDEX tweets_mood ON tweets (mood);
  CREATE TABLE moods (mood TEXT PRIMARY KEY, tweets INTEGER NOT NULL) STRICT;
  INSERT INTO moods SELECT mood, count(*) FROM tweets GROUP BY mood;
`;
const steps = what === 'make' ? MIGRATIONS : [...MIGRATIONS, NEXT];

process.stdout.write('begins\n');
const isNew = !existsSync(path);
const db = new Database(path);
if (!isNew) copyBeforeUpgrade(db, steps);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
migrate(db, steps);
db.close();
