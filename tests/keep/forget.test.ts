/** Who asks to be forgotten is gone from the very bytes of the archive, and does not come back. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenIn, withoutForgotten, type Fate, type Forgotten } from '../../src/normalise/forgotten.ts';
import { archiveAt, scratch } from '../cli/edchat.ts';
import { tweet } from '../normalise/tweets.ts';

const HANDLE = 'Zelda_Quince7';
const NAME = 'Zelda Quinceworth';
const WORDS = 'Portfolios taught my class more than any test ever did';
const ID = '721852617572552704';
const id = (n: number) => String(BigInt(ID) + BigInt(n) * 4_194_304_000n);

const user = (screen_name: string, name: string, id_str: string) => ({ screen_name, name, id_str });
const ZELDA = user(HANDLE, NAME, '777001');
const BEN = user('Ben_Ash_z9', 'Ben Ash', '777002');
const status = (n: number, by: typeof ZELDA, full_text: string, more: object = {}) => ({
  id_str: id(n),
  created_at: 'Mon Apr 18 00:07:30 +0000 2016',
  full_text,
  truncated: false,
  entities: { hashtags: [], urls: [] },
  user: by,
  ...more,
});

const own = status(0, ZELDA, `${WORDS} #iaedchat`);
const STATUSES = [
  own,
  status(1, ZELDA, 'A1 Look at https://t.co/zq1 #iaedchat', {
    entities: { urls: [{ url: 'https://t.co/zq1', expanded_url: 'http://only-hers.example/page' }], hashtags: [] },
  }),
  status(2, BEN, `RT @${HANDLE}: ${WORDS} #iaedchat`, { retweeted_status: own }),
  status(3, BEN, `So true! RT @${HANDLE.toLowerCase()}: ${WORDS} #iaedchat`),
  status(4, BEN, `@${HANDLE} thank you, ${NAME}! See https://twitter.com/${HANDLE}/status/${ID} #iaedchat`, {
    in_reply_to_status_id_str: ID,
    in_reply_to_screen_name: HANDLE,
  }),
  status(5, BEN, 'Quoting somebody #iaedchat', { quoted_status_id_str: ID, quoted_status: own }),
  status(6, BEN, 'A2 Small steps, every day #iaedchat'),
  status(7, user('zelda_before', NAME, '777001'), 'My handle was another then #iaedchat'),
];

/** The same in another export, which says less. */
const TAGS = `id_str,from_user,text,created_at,in_reply_to_status_id_str,status_url\n${id(0)},${HANDLE.toLowerCase()},"${WORDS.slice(0, 30)}…",Mon Apr 18 00:07:30 +0000 2016,,\n`;

let template: string;
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'edchat-forget-'));
  makeArchive(template);
});
afterAll(() => rmSync(template, { recursive: true }));

function archive() {
  const folder = scratch();
  cpSync(template, folder, { recursive: true });
  const db = join(folder, 'archive.db');
  return { folder, db, edchat: archiveAt(db), exports: [join(folder, 'tweets.jsonl'), join(folder, `${HANDLE}-tags.csv`)] as const };
}

function makeArchive(folder: string): void {
  const db = join(folder, 'archive.db');
  const edchat = archiveAt(db);
  const exports = [join(folder, 'tweets.jsonl'), join(folder, `${HANDLE}-tags.csv`)] as const;
  writeFileSync(exports[0], STATUSES.map((one) => JSON.stringify(one)).join('\n'));
  writeFileSync(exports[1], TAGS);
  edchat(['import', exports[1]]);
  edchat(['import', exports[0]]);
  edchat(['fix', 'role', ID, 'talk']);
  edchat(['fix', 'topic', '2016-04-17', `What @${HANDLE} said`]);
  edchat(['search', `from:${HANDLE}`, '--save', 'hers']);
  const raw = new Database(db);
  raw.exec(`INSERT INTO marks VALUES ('note', 'tweet', '${ID}', 'ask her', 1), ('note', 'tweet', '${id(6)}', 'ask @${HANDLE} about it', 1);
            INSERT INTO pages VALUES ('only-hers.example/page', 'http://only-hers.example/page', NULL, NULL, 'Page of ${NAME}', 'alive', 1, 1)`);
  raw.close();
}

/** Everything that lies on the disk of an archive. */
function bytesOf(db: string): string {
  return ['', '-wal', '-shm']
    .map((ending) => (existsSync(db + ending) ? readFileSync(db + ending, 'latin1') : ''))
    .join('')
    .toLowerCase();
}

const TRACES = [HANDLE, 'zelda_before', NAME, WORDS, 'taught my class', 'only-hers', 'Look at'];

function tracesIn(db: string): string[] {
  const bytes = bytesOf(db);
  return TRACES.filter((trace) => bytes.includes(trace.toLowerCase()));
}

describe('edchat forget @handle', () => {
  test('says first what would go, asks, and changes nothing until then', () => {
    const { db, edchat } = archive();
    const before = edchat(['export', 'tweets']).stdout;
    const plan = edchat(['forget', `@${HANDLE}`, '--dry-run']);
    expect(plan.stdout).toMatch(
      /To be forgotten: 3 tweets of their own, 1 tweet of others that pass their words on, the name in 2 tweets of others, 2 corrections, 2 stars, notes and tags and the saved search hers\./,
    );
    expect(plan.stdout).toContain('The same account wrote as');
    expect(edchat(['forget', `@${HANDLE}`])).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
    expect(edchat(['export', 'tweets']).stdout).toBe(before);
    const raw = new Database(db, { readonly: true });
    expect(raw.prepare("SELECT count(*) FROM settings WHERE name = 'salt'").pluck().get()).toBe(0);
    raw.close();
  });

  test('leaves no byte of them, and nothing brings them back', () => {
    const { folder, db, edchat, exports } = archive();
    const [backup, copy, page] = ['backup.db', 'copy', 'tweets.html'].map((name) => join(folder, name)) as [string, string, string];
    edchat(['backup', backup]);
    edchat(['export', 'archive', copy]);
    edchat(['export', 'tweets', '--format', 'html', '--out', page]);
    edchat(['export', 'week', '--out', join(folder, 'gone.md')]);
    expect(tracesIn(db)).toEqual(expect.arrayContaining([HANDLE, NAME, WORDS]));

    const run = edchat(['forget', `@${HANDLE.toUpperCase()}`, '--yes']);
    expect([run.code, run.stderr]).toEqual([0, '']);
    for (const file of [backup, copy, page]) expect(run.stdout).toContain(file);
    expect(tracesIn(db)).toEqual([]);
    const left = edchat(['export', 'tweets'])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string });
    expect(left.map(({ id: one, text }) => [one, text])).toEqual([
      [id(3), 'So true!'],
      [id(4), '@[forgotten] thank you, [forgotten]! See [forgotten] #iaedchat'],
      [id(5), 'Quoting somebody #iaedchat'],
      [id(6), 'A2 Small steps, every day #iaedchat'],
    ]);
    expect(edchat(['forget', '--list']).stdout).toMatch(/2 handles and \d tweets/);
    expect(edchat(['doctor']).code).toBe(0);

    const again = edchat(['import', ...exports]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('forgotten on request');
    expect(tracesIn(db)).toEqual([]);
    edchat(['undo', '1']);
    expect(tracesIn(db)).toEqual([]);
    for (const older of [backup, copy]) {
      expect(edchat(['restore', older]).code).toBe(0);
      expect(tracesIn(db)).toEqual([]);
      expect(edchat(['search', 'small']).stdout).toContain('every day');
    }
  });

  test('of a time only takes their tweets of that time', () => {
    const { db, edchat, exports } = archive();
    expect(edchat(['forget', `@${HANDLE}`, '2016-03', '--yes']).stdout).toContain('nothing was in the archive');
    expect(edchat(['forget', `@${HANDLE}`, '2016-04', '--yes']).stdout).toContain('3 tweets of their own');
    edchat(['import', ...exports]);
    expect(tracesIn(db)).not.toContain(WORDS);
    expect(edchat(['search', 'thank']).stdout).toContain(`@${HANDLE}`);
  });

  test('--alias keeps the conversation and hides the person', () => {
    const { db, edchat, exports } = archive();
    const run = edchat(['forget', `@${HANDLE}`, '--alias', '--yes']);
    const alias = /Hidden as @(person_[0-9a-f]{6})/.exec(run.stdout)?.[1] ?? 'none';
    const traces = () => tracesIn(db).filter((trace) => [HANDLE, 'zelda_before', NAME].includes(trace));
    expect(traces()).toEqual([]);
    edchat(['import', ...exports]);
    expect(traces()).toEqual([]);
    const lines = edchat(['export', 'tweets'])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(STATUSES.length);
    expect(lines[0]).toMatchObject({ author: alias, authorName: alias, url: null, text: `${WORDS} #iaedchat` });
    expect(lines[4]).toMatchObject({ replyTo: ID, text: `@${alias} thank you, ${alias}! See @${alias} #iaedchat` });
    expect(edchat(['thread', ID]).stdout).toContain('thank you');
    expect(edchat(['search', `from:${alias}`]).stdout).toContain('Portfolios');
  });
});

test('edchat forget ID takes one tweet and what others passed on of it', () => {
  const { db, edchat, exports } = archive();
  expect(edchat(['forget', ID, '--yes']).stdout).toMatch(/1 tweet of their own, 2 tweets of others/);
  edchat(['import', ...exports]);
  expect(tracesIn(db)).not.toContain(WORDS);
  expect(edchat(['export', 'tweets']).stdout).toContain('Look at');
  expect(edchat(['forget', '721800000000000000', '--yes'])).toMatchObject({ code: 1, stderr: expect.stringContaining('no tweet') });
});

test('edchat forget WHEN takes a time', () => {
  const { edchat } = archive();
  expect(edchat(['forget', '2016-04', '--yes']).code).toBe(0);
  expect(edchat(['export', 'tweets']).stdout).toBe('');
  expect(edchat(['forget', 'everything', '--yes'])).toMatchObject({ code: 2, stderr: expect.stringContaining('@everything') });
});

test.each(['tweets', 'week', 'links'])('edchat export %s --alias names nobody, in any form, and each by the same alias', (kind) => {
  const { edchat } = archive();
  const forms =
    { tweets: ['jsonl', 'csv', 'markdown', 'html'], week: ['jsonl', 'markdown', 'html'], links: ['jsonl', 'csv', 'markdown', 'html'] }[
      kind
    ] ?? [];
  const aliases = forms.map((form) => {
    const { code, stdout, stderr } = edchat(['export', kind, '--format', form, '--alias']);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of [HANDLE, 'Ben_Ash_z9', 'zelda_before', NAME, 'Ben Ash'])
      expect(stdout.toLowerCase()).not.toContain(name.toLowerCase());
    return new Set(stdout.match(/person_[0-9a-f]{6}/g));
  });
  expect(aliases[0]?.size).toBeGreaterThan(0);
  for (const some of aliases) expect([...some].filter((alias) => !aliases[0]?.has(alias))).toEqual([]);
});

describe('what is left of a tweet', () => {
  const fates: Record<string, Fate> = {
    zelda_q7: { alias: null },
    'zoe@school.example': { alias: null },
    'ray.bsky.social': { alias: 'person_aaaaaa' },
  };
  const forgotten: Forgotten = {
    person: (handle) => fates[handle.toLowerCase()] ?? null,
    account: () => null,
    tweet: () => null,
    name: (words) => (words.toLowerCase() === 'zelda quinceworth' ? { alias: null } : null),
    nameLengths: [2],
  };
  test.each([
    ['Thanks @zelda_q7.', 'Thanks @[forgotten].'],
    ['.@Zelda_Q7: yes! (@zelda_q7)', '.@[forgotten]: yes! (@[forgotten])'],
    ['@zelda_q77 is another', '@zelda_q77 is another'],
    ['I asked zelda_q7 about it', 'I asked [forgotten] about it'],
    ['Zelda Quinceworth’s book; ZELDA  QUINCEWORTH.', '[forgotten]’s book; [forgotten].'],
    ['see https://twitter.com/Zelda_q7/status/1 and http://example.org/zelda', 'see [forgotten] and http://example.org/zelda'],
    ['hello @zoe@school.example and @ray.bsky.social!', 'hello @[forgotten] and @person_aaaaaa!'],
    ['https://school.example/@zoe/12', '[forgotten]'],
  ])('%s', (text, left) => expect(hiddenIn(text, forgotten)).toBe(left));

  test('mentions and references go; a tweet that does not name them is the same object', () => {
    const other = tweet();
    expect(withoutForgotten(other, forgotten)).toBe(other);
    expect(withoutForgotten(tweet({ author: 'Zelda_Q7' }), forgotten)).toBeNull();
    expect(withoutForgotten(tweet({ mentions: ['ben', 'zelda_q7'], replyToAuthor: 'Zelda_q7', replyTo: '5' }), forgotten)).toMatchObject({
      mentions: ['ben'],
      replyTo: '5',
      replyToAuthor: null,
    });
    expect(
      withoutForgotten(
        tweet({ replyTo: 'mastodon:https://school.example/users/zoe/statuses/1', mentions: ['zoe@school.example'], text: '@zoe hi' }),
        forgotten,
      ),
    ).toMatchObject({
      replyTo: null,
      text: '@[forgotten] hi',
    });
  });
});
