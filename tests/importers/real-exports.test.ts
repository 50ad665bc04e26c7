/** Reads real exports, where they are at hand, and compares the number of tweets with a count made without edchat. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { identify } from '../../src/importers/identify.ts';
import { importers } from '../../src/importers/index.ts';
import { extractAll, fileSource } from './source.ts';

const SAMPLES = new URL('../../../shared/corpus/', import.meta.url);
const FOLDERS =
  /^(?:storify-html|tags|twarc-csv|twint-csv|getoldtweets-csv|twitter-v1\.1-json|mastodon-api-json|bluesky-json|negative|storify-profile-html)\//;

function expectedCounts(): [string, number][] {
  const list = new URL('EXPECTED.tsv', SAMPLES);
  if (!existsSync(list)) return [];
  const rows = readFileSync(list, 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.split('\t'))
    .flatMap(([path = '', count]): [string, number][] => (FOLDERS.test(path) ? [[path, Number(count)]] : []));
}

describe.skipIf(!existsSync(SAMPLES))('a real export', () => {
  test.each(expectedCounts())('%s has %i tweets', async (path, count) => {
    const source = await fileSource(fileURLToPath(new URL(path, SAMPLES)));
    const claim = identify(source.head);
    if (count === 0) {
      expect(claim !== null && 'importer' in claim).toBe(false);
      return;
    }
    if (claim === null || !('importer' in claim)) throw new Error('no importer claims it');
    expect(importers.filter((importer) => importer.identify(source.head))).toHaveLength(1);
    const extracted = await extractAll(claim.importer, source);
    expect(new Set(extracted.flatMap((item) => (item.kind === 'tweet' ? [item.tweet.id] : []))).size).toBe(count);
    expect(extracted.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  });
});
