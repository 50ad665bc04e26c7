/** Random archives: imports that overlap, and everything a person can enter. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addCorrection } from '../../src/store/corrections.ts';
import { type Database, openForWriting } from '../../src/store/open.ts';
import { setSetting } from '../../src/store/settings.ts';
import { truthRows, truthTables } from '../../src/store/truth.ts';
import { importAll } from '../ingest/archives.ts';

const text = fc.oneof(
  fc.constantFrom(
    'A1 small steps #iaedchat',
    'Q1: What made it yours? #iaedchat',
    'RT @Ben_Ash_z9: What made it yours? #satchat',
    'See http://example.org/a #iaedchat',
    'line\u2028end "quoted" \u202e #iaedchat',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);

const tweet = fc.record({
  id_str: fc.integer({ min: 0, max: 40 }).map((n) => String(721852617572552704n + BigInt(n) * 1_000_000_000n)),
  full_text: text,
  in_reply_to_status_id_str: fc.constantFrom(null, '721852617572552704', '1001192579'),
  user: fc.record({
    screen_name: fc.constantFrom('Ms_Alder_q4', 'Ben_Ash_z9', 'cy_oak_x1'),
    name: fc.constantFrom('Ms Alder', 'Ben Ash', 'Cy Oak 🌳'),
  }),
});

/** What a random archive is made of. */
export const recipe = fc.record({
  files: fc.array(fc.array(tweet, { minLength: 1, maxLength: 6 }), { maxLength: 3 }),
  topics: fc.array(text, { maxLength: 3 }),
  marks: fc.uniqueArray(
    fc.record({ kind: fc.constantFrom('star', 'note', 'tag'), key: fc.constantFrom('721852617572552704', 'http://example.org/a'), text }),
    {
      maxLength: 4,
      selector: ({ kind, key, text: words }) => `${kind} ${key} ${words}`,
    },
  ),
  searches: fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1, maxLength: 8 }), query: text }), {
    maxLength: 2,
    selector: ({ name }) => name,
  }),
  settings: fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), text, { maxKeys: 2 }),
  pages: fc.boolean(),
});

export type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never;

/** Makes the archive of a recipe in a folder. */
export async function make(folder: string, { files, topics, marks, searches, settings, pages }: Recipe): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const db = openForWriting(join(folder, 'archive.db'));
  const paths = files.map((tweets, index) => {
    const path = join(folder, `${index}.jsonl`);
    const statuses = tweets.map((one) => ({ ...one, created_at: 'Mon Apr 18 00:07:30 +0000 2016', entities: { hashtags: [], urls: [] } }));
    writeFileSync(path, statuses.map((status) => JSON.stringify(status)).join('\n'));
    return path;
  });
  await importAll(db, paths);
  for (const words of topics)
    addCorrection(db, {
      chat: 'iaedchat',
      monday: '2016-04-11',
      madeAt: 1,
      correction: { kind: 'topic', session: '2016-04-17', text: words },
    });
  // The number of the last one must not be given again.
  db.exec('DELETE FROM corrections WHERE number = (SELECT max(number) FROM corrections) AND number > 1');
  const mark = db.prepare('INSERT INTO marks (kind, thing, key, text, made_at) VALUES (?, ?, ?, ?, 5)');
  for (const one of marks) mark.run(one.kind, one.key.startsWith('http') ? 'link' : 'tweet', one.key, one.text);
  const search = db.prepare('INSERT INTO saved_searches (name, query, saved_at) VALUES (?, ?, 9)');
  for (const { name, query } of searches) search.run(name, query);
  for (const [name, value] of Object.entries(settings)) setSetting(db, name, value);
  if (pages) {
    db.exec(`INSERT INTO pages VALUES ('example.org/a', 'http://example.org/a', 'example.org/b', 'http://example.org/b', 'A page', 'alive', 1460938050059, 1);
             INSERT INTO checks VALUES ('example.org/a', '2016-04-18', 1460938050059, 'alive', 200, NULL, NULL);
             INSERT INTO copies VALUES ('example.org/a', NULL, NULL, 1460938050059);
             INSERT INTO synonyms VALUES ('sbg', 'standards-based grading');
             INSERT INTO chats VALUES ('mychat', '{"name":"mychat","hashtags":["mychat"],"title":"#mychat","zone":"UTC","schedule":[],"moderators":[]}')`);
  }
  return db;
}

/** Every row of every table of truth; settings and files written, which tell when things were copied, only where asked for. */
export function everything(db: Database, { about = true }: { about?: boolean } = {}): Record<string, unknown[]> {
  const tables = truthTables(db).filter(({ name }) => about || !['settings', 'written'].includes(name));
  return Object.fromEntries(tables.map((table) => [table.name, [...truthRows(db, table)]]));
}
