/** The forms of what a search finds, what is near to a tweet, and searches after something was put right. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO } from './edchat.ts';
import { runInProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
const db = join(folder, 'archive.db');
const edchat = (...args: string[]) => runInProcess(db, args);
const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await edchat(...args, '--json')).stdout) as T;
beforeAll(async () => void (await edchat('import', DEMO)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Found {
  readonly total: number;
  readonly more: boolean;
  readonly hits: readonly { readonly id: string; readonly session: string | null }[];
}

test('a name that cannot be kept is refused before anything is shown', async () => {
  const { code, stdout, stderr } = await edchat('search', 'sbg', '--save', 'two words');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('a name is one word');
});

describe('--format', () => {
  test('csv and jsonl are the rows of export tweets', async () => {
    const { hits } = await json<Found>('search', 'feedback', '--limit', '5');
    const ids = hits.map(({ id }) => id);
    const { stdout: lines } = await edchat('search', 'feedback', '--limit', '5', '--format', 'jsonl');
    const exported = new Set((await edchat('export', 'tweets', '--format', 'jsonl')).stdout.trim().split('\n'));
    const own = lines.trim().split('\n');
    expect(own.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
    for (const line of own) expect(exported).toContain(line);
    const { stdout: csv } = await edchat('search', 'feedback', '--limit', '5', '--format', 'csv');
    expect(csv).toMatch(/^id,url,network,author,/);
    for (const id of ids) expect(csv).toContain(id);
  });

  test('markdown has a heading for each session', async () => {
    const { stdout } = await edchat('search', 'sbg', '--format', 'markdown');
    expect(stdout).toMatch(/^## Sunday, April 3, 2016: standards-based grading$/m);
    expect(stdout).toMatch(/^- \*\*@\w+\*\* \[7:\d\d\]\(https:\/\/twitter\.com\//m);
  });

  test('counts come in each form, too', async () => {
    const { stdout } = await edchat('search', 'sbg', '--count-by', 'topic', '--format', 'csv');
    expect(stdout.split('\r\n')[0]).toBe('topic,label,tweets');
    expect(stdout).toMatch(/^2016-04-03,standards-based grading,\d+\r$/m);
    expect((await edchat('search', 'sbg', '--count-by', 'topic', '--format', 'markdown')).stdout).toMatch(/^\| topic +\| tweets \|$/m);
    const [first = ''] = (await edchat('search', 'sbg', '--count-by', 'week', '--format', 'jsonl')).stdout.split('\n');
    expect(JSON.parse(first)).toMatchObject({ value: '2016-W13', label: null });
  });

  test('the weeks add up to what is found', async () => {
    const { total, more } = await json<Found>('search', 'learning');
    const { counts } = await json<{ counts: { tweets: number }[] }>('search', 'learning', '--count-by', 'week');
    expect(more).toBe(false);
    expect(counts.reduce((sum, { tweets }) => sum + tweets, 0)).toBe(total);
  });
});

test.each([
  [['zzyzx'], /^0 tweets found: zzyzx$/m],
  [['zzyzx', '--count-by', 'week'], /^0 tweets found: zzyzx$/m],
  [['choice menu', '--page', '90'], /^No page that far: \d+ tweets found/m],
  [['lerning'], /^0 tweets found: lerning. Did you mean: learning$/m],
  [['from:MsOakley'], /^0 tweets found: from @MsOakley. Did you mean: from:MsOakley_gr4x$/m],
  [['rubric', 'from:fernsbg_mrs1'], /from:FernSBG_mrs11$/m],
  [['@evermoor_nobody'], /^0 tweets found: \S+ @evermoor_nobody$/m],
  [['questoin', 'from:nobody'], /Did you mean: question from:nobody$/m],
])('nothing found is said, and what to do: %j', async (args, words) => {
  const { code, stdout } = await edchat('search', ...args);
  expect([code, stdout]).toEqual([1, expect.stringMatching(words)]);
});

test('two orders at once are refused', async () => {
  const { code, stderr } = await edchat('search', 'rubric', '--newest', '--oldest');
  expect([code, stderr]).toEqual([2, expect.stringContaining("'--newest' cannot be used with option '--oldest'")]);
});

describe('similar', () => {
  test('finds other tweets, never the tweet itself, and other sessions only', async () => {
    const { hits } = await json<Found>('search', 'is:question', 'feedback', '--limit', '1');
    const id = hits[0]?.id ?? '';
    const near = await json<{
      tweet: { id: string; session: string };
      tweets: { id: string }[];
      sessions: { session: { session: string } }[];
    }>('similar', id, '--limit', '4');
    expect(near.tweet.id).toBe(id);
    expect(near.tweets.length).toBeGreaterThan(0);
    expect(near.tweets.map((tweet) => tweet.id)).not.toContain(id);
    expect(near.sessions.map(({ session }) => session.session)).not.toContain(near.tweet.session);
    const { stdout } = await edchat('similar', `https://twitter.com/someone/status/${id}`, '--limit', '4');
    expect(stdout).toMatch(/near to it, nearest first/);
  });

  test('an unknown tweet is exit 1, none at all exit 2', async () => {
    expect((await edchat('similar', '123456')).code).toBe(1);
    expect((await edchat('similar', ' ')).code).toBe(2);
  });
});

describe('topics with words', () => {
  test.each([
    ['another form of the word', ['grade']],
    ['an acronym', ['SBG']],
    ['what an acronym stands for', ['standards-based', 'grading']],
  ])('%s leads to the session about it', async (_name, words) => {
    const { hits } = await json<{ hits: { session: { session: string } }[] }>('topics', ...words);
    expect(hits[0]?.session.session).toBe('2016-04-03');
  });
});

test('what is put right is found at once where it belongs', async () => {
  const { hits } = await json<Found>('search', 'a:1', 'session:2016-04-17', '--limit', '1');
  const id = hits[0]?.id ?? '';
  const ids = async (query: string) =>
    (await json<Found>('search', query, 'session:2016-04-17', '--limit', '500', '--no-fold')).hits.map((hit) => hit.id);
  expect((await edchat('fix', 'answer', id, 'Q4')).code).toBe(0);
  expect(await ids('a:1')).not.toContain(id);
  expect(await ids('a:4')).toContain(id);
  expect((await edchat('fix', 'role', id, 'talk')).code).toBe(0);
  expect(await ids('a:4')).not.toContain(id);
  expect(await ids('-is:answer')).toContain(id);
});
