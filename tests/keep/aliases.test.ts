/** `--alias`: what is written of the demo, in whatever form, holds no handle, no name and no profile of anybody in it. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { archiveAt } from '../cli/edchat.ts';
import { demoArchive } from '../site/sites.ts';

const demo = demoArchive();
afterAll(() => demo.clean());
const edchat = archiveAt(demo.path);
const [handles, names] = peopleIn(demo.path);

// Addresses that tell who somebody is, shared by somebody else, and a title and a moderator that do.
const [first = '', second = ''] = handles.filter((handle) => /\d/.test(handle));
const addresses = [`https://twitter.com/${first}/status/12`, `https://www.blog.example/${first}/post-1`, 'https://page.example/'];
const file = join(dirname(demo.path), 'more.json');
writeFileSync(
  file,
  JSON.stringify([
    {
      id_str: '721860000000000001',
      created_at: 'Mon Apr 18 00:36:51 +0000 2016',
      full_text: `A5: Read @${first} and ${names[0]} https://t.co/a1 https://t.co/a2 https://t.co/a3 #iaedchat`,
      entities: { hashtags: [], urls: addresses.map((url, at) => ({ url: `https://t.co/a${at + 1}`, expanded_url: url })) },
      user: { screen_name: second, name: second },
    },
  ]),
);
edchat(['import', file]);
const raw = new Database(demo.path);
raw.exec(
  `INSERT INTO pages VALUES ('page.example', 'https://page.example/', 'page.example', 'https://page.example/', 'By ${names[0]} (@${first})', 'answered', 1, 1)`,
);
raw.close();

function peopleIn(path: string): [string[], string[]] {
  const db = new Database(path, { readonly: true });
  const all = (sql: string) => db.prepare<[], string>(sql).pluck().all();
  const people = [
    all('SELECT DISTINCT author FROM tweets WHERE author IS NOT NULL ORDER BY 1'),
    all("SELECT DISTINCT author_name FROM tweets WHERE author_name LIKE '% %' ORDER BY 1"),
  ] as [string[], string[]];
  db.close();
  return people;
}

const LINKS = ['markdown', 'html', 'csv', 'jsonl', 'bookmarks', 'opml', 'bibtex', 'csl', 'atom'];
const WRITTEN = [
  ...LINKS.map((format) => ['export', 'links', '2016', '--format', format]),
  ['export', 'links', '2016', '--group', 'question'],
  ...['markdown', 'html', 'jsonl'].map((format) => ['export', 'week', '2016-04-17', '--format', format]),
  ...['markdown', 'html', 'csv', 'jsonl'].map((format) => ['export', 'tweets', '--format', format]),
  ...['markdown', 'html'].map((format) => ['recap', '2016-04-17', '--length', 'full', '--format', format]),
];

test.each(WRITTEN.map((words) => [words.join(' '), words] as const))('edchat %s --alias', (_, words) => {
  expect(handles.length).toBeGreaterThan(30);
  const { code, stdout, stderr } = edchat([...words, '--alias']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('page.example');
  const text = stdout.toLowerCase();
  expect([...handles, ...names].filter((name) => text.includes(name.toLowerCase()))).toEqual([]);
  expect(text.match(/(?:twitter|x)\.com\/\w+\/status/g) ?? []).toEqual([]);
});
