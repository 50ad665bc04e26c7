/** Who is forgotten is gone from what the network told of pages, too, and does not come back with the next expansion. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { evening, imported, titled, to, world } from '../expand/world.ts';

const HANDLE = 'Zelda_Quince7';
const NAME = 'Zelda Quinceworth';

const WEB = {
  'bit.ly/her': to(`https://twitter.com/${HANDLE}`),
  'bit.ly/paper': to('https://paper.example/interview'),
  [`twitter.com/${HANDLE}`]: titled(`${NAME} (@${HANDLE})`),
  'paper.example/interview': titled(`A morning with ${NAME}`),
  'rubrics.example/': titled('Rubrics for everybody'),
};

async function archive() {
  const earth = await world(WEB);
  await imported(earth, [
    { minute: 1, author: HANDLE, text: 'Good evening' },
    { minute: 2, author: 'Ben_Ash_z9', urls: ['http://bit.ly/her', 'http://bit.ly/paper', 'http://rubrics.example/'] },
  ]);
  const raw = new Database(earth.db);
  raw.exec(`UPDATE tweets SET author_name = '${NAME}' WHERE author = '${HANDLE}'`);
  raw.close();
  expect((await earth.edchat(['expand'])).code).toBe(0);
  return earth;
}

/** What the files of an archive still hold of her. */
function tracesIn(db: string): string[] {
  const bytes = ['', '-wal', '-shm'].map((ending) => (existsSync(db + ending) ? readFileSync(db + ending, 'latin1') : '')).join('');
  return [HANDLE, NAME].filter((trace) => bytes.toLowerCase().includes(trace.toLowerCase()));
}

async function learned(db: string) {
  const raw = new Database(db, { readonly: true });
  const rows = raw.prepare('SELECT canonical, target, title, outcome FROM pages ORDER BY canonical').all();
  raw.close();
  return rows;
}

const LEFT = [
  { canonical: 'bit.ly/her', target: null, title: null, outcome: 'gone' },
  { canonical: 'bit.ly/paper', target: 'paper.example/interview', title: null, outcome: 'led' },
  { canonical: 'paper.example/interview', target: 'paper.example/interview', title: 'A morning with [forgotten]', outcome: 'answered' },
  { canonical: 'rubrics.example', target: 'rubrics.example', title: 'Rubrics for everybody', outcome: 'answered' },
];

test('pages of theirs go, titles lose the name, and expanding again brings nothing back', async () => {
  const { db, edchat } = await archive();
  const raw = new Database(db);
  raw.exec(`INSERT INTO checks VALUES ('paper.example/interview', '2026-01-01', 1, 'moved', 301, NULL, 'https://x.com/${HANDLE}/status/1');
            INSERT INTO copies VALUES ('bit.ly/her', 'https://web.archive.org/web/2016/https://twitter.com/${HANDLE}', 1, 1);
            INSERT INTO marks VALUES ('tag', 'link', 'blog.example/${HANDLE.toLowerCase()}', 'colleague', 1)`);
  raw.close();
  expect(tracesIn(db)).toEqual([HANDLE, NAME]);

  const run = await edchat(['forget', `@${HANDLE}`, '--yes']);
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(tracesIn(db)).toEqual([]);
  expect(await learned(db)).toEqual(LEFT);

  const again = new Database(db);
  again.exec('DELETE FROM pages');
  again.close();
  await edchat(['reindex']);
  expect((await edchat(['expand', '--again'])).code).toBe(0);
  expect(tracesIn(db)).toEqual([]);
  expect(await learned(db)).toEqual(LEFT);
  expect((await edchat(['links', '2016'])).stdout).toContain('A morning with [forgotten]');
});

test('notes of the user are listed: those of others lose the name, one on a page of theirs goes with it', async () => {
  const { db, edchat } = await archive();
  const raw = new Database(db);
  raw.exec(`INSERT INTO marks VALUES ('note', 'link', 'rubrics.example', 'from @${HANDLE}, I think', 1);
            INSERT INTO marks VALUES ('note', 'link', 'blog.example/${HANDLE.toLowerCase()}', 'her blog', 1)`);
  raw.close();
  const plan = await edchat(['forget', `@${HANDLE}`, '--dry-run']);
  for (const line of ['rubrics.example: from @[forgotten], I think', 'on a page of theirs: her blog  (goes with what it was on)'])
    expect(plan.stdout).toContain(line);
  expect((await edchat(['forget', `@${HANDLE}`, '--yes'])).stdout).toContain('from @[forgotten], I think');
  expect(tracesIn(db)).toEqual([]);
  expect((await edchat(['note'])).stdout).toContain('from @[forgotten], I think');
});

test('every file that was written with them in it is listed', async () => {
  const { db, folder, edchat } = await archive();
  const where = { db, folder, edchat } as Parameters<typeof imported>[0];
  await imported(where, [...evening(1), { minute: 20, week: 1, author: HANDLE, text: 'A1: Ask me', urls: ['http://rubrics.example/'] }]);
  const out = (name: string) => ['--out', join(folder, name)];
  const written = {
    'recap.md': ['recap', '2016-04-24', '--length', 'full', ...out('recap.md')],
    'links.html': ['export', 'links', '2016', '--format', 'html', ...out('links.html')],
    'week.md': ['export', 'week', '2016-04-24', ...out('week.md')],
    'tweets.csv': ['export', 'tweets', '--format', 'csv', ...out('tweets.csv')],
    site: ['site', join(folder, 'site')],
    copy: ['export', 'archive', join(folder, 'copy')],
    'backup.db': ['backup', join(folder, 'backup.db')],
  };
  for (const [name, words] of Object.entries(written)) expect([name, (await edchat(words)).code]).toEqual([name, 0]);
  const { stdout } = await edchat(['forget', `@${HANDLE}`, '--dry-run']);
  for (const name of Object.keys(written)) expect(stdout).toContain(join(folder, name));
});
