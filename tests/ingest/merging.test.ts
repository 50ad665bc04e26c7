/** However the exports of a chat come in, one archive comes of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../src/ingest/report.ts';
import { openInMemory } from '../../src/store/open.ts';
import { DEMO, scratch } from '../cli/edchat.ts';
import { archiveOf, importAll, truths } from './archives.ts';
import { runs } from '../runs.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const fixture = (name: string) => join(FIXTURES, name);

/** Small exports of many formats, with tweets that more than one has, that are cut, retweeted, quoted, or have no id. */
const FILES = [
  'twitter-v1.1-json/extended.json',
  'twitter-v1.1-json/stream-cut-last-line.jsonl',
  'tags-csv/v6.1-18-columns.csv',
  'tags-csv/scientific-ids.csv',
  'storify-html/via-retweets.html',
  'x-graphql-json/conversation.json',
  'twarc-csv/later-columns.csv',
  'mastodon-api-json/timeline.json',
  // One post, to the millisecond and to the second.
  'mastodon-api-json/cut.json',
  'mastodon-outbox/with-actor/outbox.json',
  'table/screen-name-and-tweet-text.csv',
  'har/recording.har',
].map(fixture);

function addsUp({ files, totals }: ImportReport): void {
  for (const { read, added, updated, unchanged, context, rejected } of files) {
    expect(read).toBe(added + updated + unchanged + context + rejected.length);
  }
  const { read, added, updated, unchanged, context, rejected } = totals;
  expect(read).toBe(added + updated + unchanged + context + rejected);
}

const LIMIT = { numRuns: runs(40), interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false };

test('posts that exports time to the second and to the millisecond are one row in any order', async () => {
  const pair = ['mastodon-api-json/cut.json', 'mastodon-outbox/with-actor/outbox.json'].map(fixture);
  expect(truths(await archiveOf(pair))).toEqual(truths(await archiveOf(pair.toReversed())));
});

test('any order of imports gives the same archive, and the numbers add up', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(FILES, { minLength: 2, maxLength: 5 }), async (files) => {
      const db = openInMemory();
      for (const report of await importAll(db, files)) addsUp(report);
      expect(truths(db)).toEqual(truths(await archiveOf(files.toSorted())));
    }),
    LIMIT,
  );
});

test('importing again changes nothing', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(FILES, { minLength: 1, maxLength: 4 }), async (files) => {
      const db = await archiveOf(files);
      const before = truths(db);
      for (const report of await importAll(db, files)) {
        addsUp(report);
        expect([report.totals.added, report.totals.updated]).toEqual([0, 0]);
      }
      expect(truths(db)).toEqual(before);
    }),
    LIMIT,
  );
});

/** Exports as their records, and how some of those make an export again. */
const text = (path: string) => readFileSync(path, 'utf8').trimEnd();
const [columns = '', ...rows] = text(join(DEMO, 'tags-iaedchat-april-2016.csv')).split(/\n(?=\d{15,},)/);
const SPLIT: readonly { name: string; records: readonly string[]; write: (records: readonly string[]) => string }[] = [
  {
    name: 'lines.jsonl',
    records: text(join(DEMO, 'iaedchat-weeks-2-and-3.jsonl')).split('\n').slice(0, 120),
    write: (records) => records.join('\n'),
  },
  { name: 'rows.csv', records: rows.slice(0, 120), write: (records) => [columns, ...records].join('\n') },
  {
    name: 'array.json',
    records: (JSON.parse(text(fixture('twitter-v1.1-json/extended.json'))) as unknown[]).map((one) => JSON.stringify(one)),
    write: (records) => `[${records.join(',')}]`,
  },
];

test.each(SPLIT)('any split of $name gives the same archive, in any order', { timeout: 30_000 }, async ({ name, records, write }) => {
  const folder = scratch();
  const save = (part: readonly string[], index: number | string) => {
    const path = join(folder, `${index}-${name}`);
    writeFileSync(path, write(part));
    return path;
  };
  const whole = truths(await archiveOf([save(records, 'whole')]));
  const owners = fc.array(fc.nat(3), { minLength: records.length, maxLength: records.length });
  await fc.assert(
    fc.asyncProperty(owners, fc.boolean(), async (owner, reversed) => {
      const parts = [0, 1, 2, 3]
        .map((part) => records.filter((_, place) => owner[place] === part))
        .filter((part) => part.length > 0)
        .map(save);
      expect(truths(await archiveOf(reversed ? parts.toReversed() : parts))).toEqual(whole);
    }),
    { ...LIMIT, numRuns: runs(12) },
  );
});
