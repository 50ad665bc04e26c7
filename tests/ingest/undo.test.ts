import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undoRun } from '../../src/ingest/undo-run.ts';
import { type Database, openInMemory } from '../../src/store/open.ts';
import { DEMO, scratch } from '../cli/edchat.ts';
import { importAll, truths } from './archives.ts';
import { runs } from '../runs.ts';

async function importInto(db: Database, path: string, chat: string | null = null): Promise<void> {
  for (const { files } of await importAll(db, [path], chat)) expect(files.every(({ error }) => error === null)).toBe(true);
}

/** All that an archive says, less the numbers of its imports. */
function contents(db: Database): unknown {
  const rows = (sql: string) => db.prepare(sql).safeIntegers().all();
  return {
    truths: truths(db),
    pages: rows('SELECT canonical, host FROM links ORDER BY canonical'),
    said: rows('SELECT c.n, i.path, c.said FROM contributions c JOIN imports i USING (import) ORDER BY c.n, i.path'),
  };
}

const FILES = ['tags-iaedchat-april-2016.csv', 'iaedchat-weeks-2-and-3.jsonl', 'storify-iaedchat-2016-04-17.html'].map((name) =>
  join(DEMO, name),
);

describe('undo leaves the archive as if the run had never been', () => {
  test.each([
    [[0, 1, 2], 1],
    [[0, 1, 2], 2],
    [[0, 1, 2], 3],
    [[2, 0, 1], 2],
    [[1, 2, 0], 1],
  ])('imports %j without run %i', async (order, run) => {
    const all = openInMemory();
    for (const index of order) await importInto(all, FILES[index] ?? '');
    await undoRun(all, run);
    const rest = openInMemory();
    for (const index of order.filter((_, place) => place + 1 !== run)) await importInto(rest, FILES[index] ?? '');
    expect(contents(all)).toEqual(contents(rest));
  });

  test('down to nothing', async () => {
    const db = openInMemory();
    for (const file of FILES) await importInto(db, file);
    for (const _ of FILES) await undoRun(db, null);
    expect(contents(db)).toEqual(contents(openInMemory()));
    await expect(undoRun(db, null)).rejects.toThrow(/no import to take back/);
  });

  test('a file imported for a chat takes its tweets out of the chat again', async () => {
    const file = join(scratch(), 'x.jsonl');
    writeFileSync(
      file,
      `${JSON.stringify({ id_str: '721852617572552704', created_at: 'Mon Apr 18 00:07:30 +0000 2016', full_text: 'No hashtag here', user: { screen_name: 'Ms_Alder_q4' } })}\n`,
    );
    const db = openInMemory();
    await importInto(db, file);
    const before = contents(db);
    await importInto(db, file, 'satchat');
    expect(contents(db)).not.toEqual(before);
    await undoRun(db, 2);
    expect(contents(db)).toEqual(before);
  });
});

/** A tiny TAGS sheet; every cell is one of a few values, so that files overlap and disagree. */
const sheet = fc.array(
  fc.record({
    id: fc.constantFrom('721852617572552704', '721852617572552705', '1001192579', ''),
    second: fc.constantFrom('10', '30', '31'),
    author: fc.constantFrom('Ms_Alder_q4', 'ms_alder_q4', 'Ben_Ash_z9'),
    text: fc.constantFrom(
      'What made it yours? #iaedchat',
      'What made it…',
      'RT @Ben_Ash_z9: What made it yours? #satchat',
      'See http://example.org/a #iaedchat',
    ),
    reply: fc.constantFrom('', '721852617572552704', '721852000000000000'),
  }),
  { minLength: 1, maxLength: 4 },
);

function tags(rows: readonly { id: string; author: string; text: string; reply: string; second: string }[]): string {
  const lines = rows.map(
    ({ id, author, text, reply, second }) => `${id},${author},"${text}",Mon Apr 18 00:07:${second} +0000 2016,${reply},`,
  );
  return ['id_str,from_user,text,created_at,in_reply_to_status_id_str,status_url', ...lines].join('\n');
}

test('undoing any one of several small exports is exact', async () => {
  const folder = scratch();
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 2, maxLength: 4 }), fc.nat(), async (sheets, pick) => {
      const files = sheets.map((rows, index) => {
        const file = join(folder, `${index}.csv`);
        writeFileSync(file, `${tags(rows)}\n${','.repeat(5 + index)}`);
        return file;
      });
      const gone = pick % files.length;
      const all = openInMemory();
      for (const file of files) await importInto(all, file);
      await undoRun(all, gone + 1);
      const rest = openInMemory();
      for (const [index, file] of files.entries()) if (index !== gone) await importInto(rest, file);
      expect(contents(all)).toEqual(contents(rest));
    }),
    { numRuns: runs(75) },
  );
});
