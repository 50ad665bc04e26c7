/**
 * Spoils every fixture of every importer in many ways: whatever a file holds, it gives rows or rejections, in bounded
 * time, and never an error that is not meant for the reader. `FUZZ_RUNS=1000` looks longer, with `FUZZ_SEED` elsewhere.
 */
import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { identify } from '../../src/importers/identify.ts';
import type { Importer, Source } from '../../src/importers/importer.ts';
import { importers } from '../../src/importers/index.ts';
import { lookAlikes } from '../../src/importers/look-alikes.ts';
import { normalise } from '../../src/normalise/tweet.ts';
import { rowNumberOf } from '../../src/row-number.ts';
import type { RawTweet, Tweet } from '../../src/tweet.ts';
import { type Mutation, mutate, mutation } from './mutations.ts';
import { figure } from '../runs.ts';
import { fileSource, memorySource } from './source.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20160417);
/** What a run may take on average; a busy machine looks at less, not for longer. */
const MS_A_RUN = 8;
/** A fixture of a few kilobytes is read in milliseconds; this is for a machine that is busy. */
const PATIENCE = 5000;

const fixtures = importers.flatMap((importer) =>
  documents(importer.name).map((path) => ({ name: path.slice(FIXTURES.length), path, importer })),
);

function documents(importer: string): string[] {
  const folder = join(FIXTURES, importer);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.expected.json') && extname(entry.name) !== '')
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

let tried = 0;
afterAll(() => figure('spoilt exports read', tried));

describe('a spoilt file gives tweets or reasons', () => {
  test.each(fixtures)('$name', async ({ path, importer }) => {
    const bytes = readFileSync(path);
    const original = await fileSource(path);
    const changes = fc.array(mutation, { minLength: 1, maxLength: 3 });
    const pieces = fc.constantFrom(1 << 16, 4099, 257);
    const heads = fc.constantFrom(1 << 18, 1 << 18, 4096);
    const property = fc.asyncProperty(changes, pieces, heads, async (mutations, piece, head) => {
      tried += 1;
      const source = spoilt(bytes, mutations, piece, head, original);
      expectNoBug(() => identify(source.head));
      for (const format of lookAlikes) format.identify(source.head);
      const readers = importers.filter((candidate) => candidate.identify(source.head) || candidate === importer);
      for (const reader of readers) await readAll(reader, source);
    });
    await fc.assert(property, {
      numRuns: RUNS,
      seed: SEED,
      endOnFailure: true,
      interruptAfterTimeLimit: Math.max(10_000, RUNS * MS_A_RUN),
      markInterruptAsFailure: false,
    });
  });
});

// A file that two formats could be is told to the reader; every other error is a bug.
function expectNoBug(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

function spoilt(bytes: Buffer, mutations: readonly Mutation[], piece: number, head: number, original: Source): Source {
  return { ...memorySource(mutations.reduce(mutate, bytes), piece, head), sibling: (name) => original.sibling(name) };
}

async function readAll(importer: Importer, source: Source): Promise<void> {
  const begun = performance.now();
  try {
    for await (const item of importer.extract(source)) {
      if (item.kind === 'tweet') check(item.tweet);
      else if (item.kind === 'rejected')
        expect([item.at, item.reason].every((words) => typeof words === 'string' && words !== '')).toBe(true);
      else expect(item.message).not.toBe('');
      expect(performance.now() - begun).toBeLessThan(PATIENCE);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  expect(performance.now() - begun).toBeLessThan(PATIENCE);
}

function check(raw: RawTweet): void {
  const result = normalise(raw);
  if ('reason' in result) expect(result.reason).not.toBe('');
  else for (const tweet of [result.tweet, ...result.context]) checkTweet(tweet);
}

const KEY = /^(?:\d{1,19}|(?:note|mastodon|bluesky|other):[^]+)$/;
const INT_64 = 2n ** 63n;

function checkTweet(tweet: Tweet): void {
  expect(tweet.key).toMatch(KEY);
  expect(Number.isFinite(tweet.createdAt)).toBe(true);
  expect(typeof tweet.text).toBe('string');
  const where = JSON.stringify(tweet);
  // The archive keeps both as 64-bit integers.
  const row = rowNumberOf(tweet.key, tweet.createdAt);
  expect(row < INT_64 && row >= -INT_64, where).toBe(true);
  const { author, authorName, authorId, lang, client, conversation, replyTo, retweetOf, quoteOf, likes, retweets, replies, quotes } = tweet;
  for (const words of [author, authorName, authorId, lang, client, conversation, replyTo, retweetOf, quoteOf]) {
    expect(words === null || typeof words === 'string', where).toBe(true);
  }
  for (const count of [likes, retweets, replies, quotes]) expect(count === null || Number.isFinite(count), where).toBe(true);
}
