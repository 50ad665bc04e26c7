import { expect, it } from 'vitest';
import { packed, unpacked } from '../../src/ingest/packed-items.ts';
import { type Item, readItems } from '../../src/ingest/reader.ts';
import { importerNamed } from '../../src/importers/identify.ts';
import { readHead } from '../../src/importers/head.ts';

const person = { id_str: '11', screen_name: 'ada', name: 'Ada Ömer' };
const original = {
  id_str: '721000000000000001',
  created_at: 'Sun Apr 17 23:59:00 +0000 2016',
  user: person,
  full_text: 'Q1: which books? https://t.co/abc https://t.co/def #IaEdChat #reading',
  entities: {
    urls: [
      { url: 'https://t.co/abc', expanded_url: 'https://example.org/a' },
      { url: 'https://t.co/def', unwound: { url: 'https://example.org/d' } },
    ],
    hashtags: [{ text: 'IaEdChat' }, { text: 'reading' }],
  },
};
const lines = [
  original,
  { ...original, id_str: '721000000000000002', created_at: 'Sun Apr 17 03:59:00 +0000 2016', full_text: 'no tag' },
  { ...original, id_str: '721000000000000003', full_text: 'RT @ada: cut', retweeted_status: original },
  { id_str: '721000000000000004' },
  { ...original, id_str: '12', created_at: 'Sun Apr 17 23:59:00 +0000 2016', user: { ...person, protected: true } },
];

async function itemsOf(text: string): Promise<Item[]> {
  const bytes = Buffer.from(text);
  const source = {
    path: 'answers.jsonl',
    size: bytes.length,
    head: readHead(bytes, true),
    open: async function* () {
      yield bytes;
    },
    sibling: async () => null,
  };
  const items: Item[] = [];
  const options = { hints: {}, includePrivate: false, now: Date.UTC(2016, 5) };
  for await (const batch of readItems(source, importerNamed('twitter-v1.1-json'), options)) items.push(...batch);
  return items;
}

it('gives back what was packed and copied between threads', async () => {
  const items = await itemsOf(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const warning = { kind: 'warning', message: 'the page was cut' } as const;
  const all: Item[] = [...items, warning];
  expect(items.map((item) => (item.kind === 'tweets' ? item.said.length : item.kind))).toEqual([1, 1, 2, 'rejected', 'rejected']);
  expect(unpacked(structuredClone(packed(all)))).toStrictEqual(all);
});

it('gives back nothing for nothing', () => {
  expect(unpacked(packed([]))).toEqual([]);
});
