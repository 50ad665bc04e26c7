/** Archives of every schema open, are copied before they change, and are whole whatever happens on the way. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { copyBeforeUpgrade, migrate, schemaVersion } from '../../src/store/migrations.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/schema.ts';
import { openInMemory } from '../../src/store/open.ts';
import { archiveAt, scratch } from '../cli/edchat.ts';

const ARCHIVES = fileURLToPath(new URL('../archives/', import.meta.url));

function unpacked(schema: number): string {
  const path = join(scratch(), 'archive.db');
  writeFileSync(path, gunzipSync(readFileSync(join(ARCHIVES, `schema-${schema}.db.gz`))));
  return path;
}

/** What the tables of an archive look like. */
function schemaOf(db: Database.Database): unknown[] {
  return db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name").all();
}

describe.each(MIGRATIONS.map((_, index) => index + 1))('an archive of schema %i', (schema) => {
  test('opens, and says what it said', () => {
    const path = unpacked(schema);
    const edchat = archiveAt(path);
    const weeks = edchat(['weeks', '--json']);
    expect([weeks.code, weeks.stderr]).toEqual([0, '']);
    expect(JSON.parse(weeks.stdout)).toMatchObject({ sessions: [{ session: '2016-04-17', topic: { text: 'Choice', source: 'user' } }] });
    expect(edchat(['search', 'saved:choice', '--limit', '1']).code).toBe(0);
    expect(edchat(['doctor']).code).toBe(0);
    expect(readdirSync(join(path, '..')).some((name) => name.includes(`schema-${schema}.db`))).toBe(schema < SCHEMA_VERSION);
  });
});

test('the archive of the present schema is up to date: if not, run node scripts/make-archive-fixture.mjs', () => {
  const kept = new Database(unpacked(SCHEMA_VERSION));
  expect(schemaOf(kept)).toEqual(schemaOf(openInMemory()));
  kept.close();
});

const NEXT = [...MIGRATIONS, 'ALTER TABLE tweets ADD COLUMN mood TEXT; CREATE TABLE moods (mood TEXT PRIMARY KEY) STRICT'];
const BROKEN = [...MIGRATIONS, `${NEXT.at(-1)}; INSERT INTO moods VALUES ('glad'); INSERT INTO no_such_table VALUES (1)`];

describe('an upgrade', () => {
  test('is made of a copied archive, and the copy is whole', () => {
    const path = unpacked(SCHEMA_VERSION);
    const db = new Database(path);
    const tweets = db.prepare('SELECT count(*) FROM tweets').pluck().get();
    const copy = copyBeforeUpgrade(db, NEXT) ?? '';
    migrate(db, NEXT);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION + 1);
    db.close();
    expect(copy).toBe(path.replace('.db', `.schema-${SCHEMA_VERSION}.db`));
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    const old = new Database(copy, { readonly: true });
    expect([schemaVersion(old), old.prepare('SELECT count(*) FROM tweets').pluck().get()]).toEqual([SCHEMA_VERSION, tweets]);
    expect(old.pragma('integrity_check', { simple: true })).toBe('ok');
    old.close();
    const again = new Database(copy);
    expect(copyBeforeUpgrade(again, NEXT)).toMatch(/\.schema-1\.schema-1\.db$|-2\.db$/);
    again.close();
  });

  test('that was killed while its copy was written leaves nothing that looks like a copy, and the next one makes it', () => {
    const path = unpacked(SCHEMA_VERSION);
    const [db, copy] = [new Database(path), path.replace('.db', `.schema-${SCHEMA_VERSION}.db`)];
    writeFileSync(`${copy}.partial`, readFileSync(path).subarray(0, 9000));
    expect(copyBeforeUpgrade(db, NEXT)).toBe(copy);
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('partial'))).toEqual([]);
    expect(new Database(copy).pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('that fails half-way leaves the archive of before, whole', () => {
    const path = unpacked(SCHEMA_VERSION);
    const db = new Database(path);
    const before = schemaOf(db);
    expect(() => migrate(db, BROKEN)).toThrow(/no_such_table/);
    expect([schemaVersion(db), schemaOf(db)]).toEqual([SCHEMA_VERSION, before]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    expect(archiveAt(path)(['weeks']).code).toBe(0);
  });

  test('is made once when two processes come for it at the same time', () => {
    const path = join(scratch(), 'archive.db');
    const [one, other] = [new Database(path), new Database(path)];
    migrate(one, MIGRATIONS);
    migrate(other, NEXT);
    migrate(one, NEXT);
    expect([schemaVersion(one), schemaVersion(other)]).toEqual([NEXT.length, NEXT.length]);
    one.close();
    other.close();
  });

  test('of a newer archive is refused by name, and nothing is copied', () => {
    const path = unpacked(SCHEMA_VERSION);
    const db = new Database(path);
    db.pragma('user_version = 7');
    expect(copyBeforeUpgrade(db, NEXT)).toBeNull();
    expect(() => migrate(db, NEXT)).toThrow(/newer edchat \(schema 7, this one knows/);
    db.close();
    expect(readdirSync(join(path, '..'))).toEqual(['archive.db']);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});
