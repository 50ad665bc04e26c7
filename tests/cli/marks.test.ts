import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evening, imported, sharing, to, world, type World } from '../expand/world.ts';

interface Marks {
  readonly starred: boolean;
  readonly note: string | null;
  readonly tags: readonly string[];
}

const SHARED = [...evening(), { minute: 9, author: 'ana_q1', text: 'A1 this', urls: ['https://www.rubrics.example/oral?utm_source=x'] }];

async function marksOf(earth: World): Promise<{ link: Marks | undefined; tweet: Marks | undefined }> {
  const links = JSON.parse((await earth.edchat(['links', '2016', '--group', 'none', '--json'])).stdout) as { links: Marks[] };
  const tweets = (await earth.edchat(['export', 'tweets'])).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Marks & { text: string });
  const pick = ({ starred, note, tags }: Marks): Marks => ({ starred, note, tags });
  const tweet = tweets.find(({ text }) => text.startsWith('Q2'));
  return { link: links.links.map(pick)[0], tweet: tweet === undefined ? undefined : pick(tweet) };
}

async function idOfQuestion(earth: World): Promise<string> {
  const { stdout } = await earth.edchat(['week', '--json']);
  const { sessions } = JSON.parse(stdout) as { sessions: { questionList: { label: string; id: string }[] }[] };
  return sessions[0]?.questionList.find(({ label }) => label === 'Q2')?.id ?? '';
}

test('stars, notes and tags are put on, changed, listed and taken off', async () => {
  const earth = await world({});
  await imported(earth, SHARED);
  const id = await idOfQuestion(earth);
  const say = async (...args: string[]) => (await earth.edchat(args)).stdout;
  expect(await say('star', id, 'rubrics.example/oral')).toBe(`Put on ${id}: ★\nPut on rubrics.example/oral: ★\n`);
  expect(await say('star', `https://twitter.com/ModHeron_zz1/status/${id}`)).toBe(`Already on ${id}: ★\n`);
  expect(await say('note', 'http://www.rubrics.example/oral/', 'for', 'the new ones')).toBe(
    'Put on rubrics.example/oral: for the new ones\n',
  );
  expect(await say('note', 'rubrics.example/oral', 'for everybody')).toBe('Put on rubrics.example/oral: for everybody\n');
  expect(await say('tag', 'rubrics.example/oral', '#Assessment', 'start here')).toBe(
    'Put on rubrics.example/oral: tag assessment\nPut on rubrics.example/oral: tag start-here\n',
  );
  await say('note', id, 'ask again');
  expect(await marksOf(earth)).toEqual({
    link: { starred: true, note: 'for everybody', tags: ['assessment', 'start-here'] },
    tweet: { starred: true, note: 'ask again', tags: [] },
  });
  expect(await say('note')).toMatchInlineSnapshot(`
    "@ModHeron_zz1  2016-04-17  Q2: What do portfolios look like in your room?
      #iaedchat [721855763076612102]
      ★ ask again

    https://www.rubrics.example/oral
      ★ for everybody; tags: assessment, start-here
    "
  `);
  expect(await say('links', '--tag', 'assessment')).toMatchInlineSnapshot(`
    "#IAedchat  1 link

      1  https://www.rubrics.example/oral
         shared by @ana_q1, under Q1 of 2016-04-17; in 2016-W15
         ★ for everybody; tags: assessment, start-here
    "
  `);
  expect(await say('tag', 'rubrics.example/oral', '--remove', 'assessment')).toBe('Taken off rubrics.example/oral: tag assessment\n');
  await say('star', '--remove', 'rubrics.example/oral');
  await say('note', 'rubrics.example/oral', '--remove');
  expect((await marksOf(earth)).link).toEqual({ starred: false, note: null, tags: ['start-here'] });
  expect((await earth.edchat(['star', '--remove', 'rubrics.example/oral'])).code).toBe(1);
});

test('marks survive another import, undo, reindex and the following of a short link', async () => {
  const earth = await world({ 'bit.ly/r': to('https://rubrics.example/oral') });
  const file = join(earth.folder, 'evening.json');
  writeFileSync(file, sharing([...evening(), { minute: 9, author: 'ana_q1', text: 'A1 this', urls: ['http://bit.ly/r'] }]));
  await earth.edchat(['import', file]);
  const id = await idOfQuestion(earth);
  await earth.edchat(['star', 'http://bit.ly/r']);
  await earth.edchat(['tag', 'bit.ly/r', 'rubrics']);
  await earth.edchat(['note', id, 'ask again']);
  const before = await marksOf(earth);
  expect(before).toEqual({
    link: { starred: true, note: null, tags: ['rubrics'] },
    tweet: { starred: false, note: 'ask again', tags: [] },
  });
  const same = async () => expect(await marksOf(earth)).toEqual(before);
  await earth.edchat(['import', file]);
  await same();
  await earth.edchat(['reindex']);
  await same();
  await earth.edchat(['expand', '--no-titles']);
  await same();
  expect((await earth.edchat(['links', '--starred'])).stdout).toContain('https://rubrics.example/oral');
  while ((await earth.edchat(['undo'])).code === 0);
  expect((await earth.edchat(['star', '--json'])).stdout).toContain('"tweet":null,"link":null');
  expect((await earth.edchat(['star'])).stdout).toContain('(not in the archive now)');
  await earth.edchat(['import', file]);
  await same();
  // It was marked under its short address, and can be taken off under its own.
  expect((await earth.edchat(['star', '--remove', 'rubrics.example/oral'])).code).toBe(0);
  expect((await marksOf(earth)).link?.starred).toBe(false);
});

test('marks come along in every export', async () => {
  const earth = await world({});
  await imported(earth, SHARED);
  const id = await idOfQuestion(earth);
  await earth.edchat(['star', id, 'rubrics.example/oral']);
  await earth.edchat(['note', 'rubrics.example/oral', 'for all']);
  await earth.edchat(['tag', 'rubrics.example/oral', 'start']);
  for (const format of ['markdown', 'html', 'csv', 'jsonl', 'bookmarks', 'bibtex', 'csl', 'atom']) {
    const { stdout } = await earth.edchat(['export', 'links', '2016', '--format', format]);
    expect([format, stdout]).toEqual([format, expect.stringContaining('for all')]);
    expect([format, stdout]).toEqual([format, expect.stringMatching(/start/)]);
  }
  for (const format of ['markdown', 'html', 'csv', 'jsonl']) {
    const { stdout } = await earth.edchat(['export', 'tweets', '2016', '--format', format]);
    expect([format, stdout]).toEqual([format, expect.stringMatching(/★|yes|"starred":true/)]);
  }
  expect((await earth.edchat(['thread', id])).stdout).toContain('★');
});

test.each<[string, readonly string[], RegExp, number]>([
  ['a thing nobody knows', ['star', 'nowhere.example/x'], /no tweet of this archive, and no link that was shared in it/, 1],
  ['a note without words', ['note', 'rubrics.example/oral'], /The note is missing/, 2],
  ['a tag that is none', ['tag', 'rubrics.example/oral', '<b>'], /is no tag/, 2],
  ['nothing to list', ['tag'], /There is no tag yet/, 1],
])('%s is told in a sentence', async (_name, args, words, code) => {
  const earth = await world({});
  await imported(earth, SHARED);
  const run = await earth.edchat(args);
  expect([run.code, run.stdout]).toEqual([code, '']);
  expect(run.stderr).toMatch(words);
});
