import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveAt, DEMO, newArchive, scratch } from './edchat.ts';
import { statuses } from './exports.ts';

const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
const edchat = archiveAt(join(folder, 'archive.db'));
beforeAll(() => void edchat(['import', DEMO]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface WeeksJson {
  readonly version: number;
  readonly chat: string;
  readonly sessions: readonly Record<string, unknown>[];
}

const json = (args: readonly string[]): unknown => JSON.parse(edchat([...args, '--json']).stdout);

describe('weeks', () => {
  test('the JSON is the documented contract', () => {
    const { version, chat, sessions } = json(['weeks']) as WeeksJson;
    expect([version, chat, sessions.length]).toEqual([1, 'iaedchat', 3]);
    expect(sessions[2]).toMatchObject({
      session: '2016-04-17',
      week: '2016-W15',
      startsAt: '2016-04-18T00:00:00Z',
      endsAt: '2016-04-18T01:00:00Z',
      topic: { text: 'personalized professional learning', source: 'stated' },
      questions: 7,
    });
  });

  test.each([
    ['2016-W14', ['2016-04-10']],
    ['2016-04-03..2016-04-10', ['2016-04-03', '2016-04-10']],
    ['2016', ['2016-04-03', '2016-04-10', '2016-04-17']],
    ['latest', ['2016-04-17']],
  ])('weeks %s', (when, names) => {
    expect((json(['weeks', when]) as WeeksJson).sessions.map(({ session }) => session)).toEqual(names);
  });

  test('the list is one line a session, in the local evening', () => {
    const { stdout } = edchat(['weeks']);
    expect(stdout).toContain('all at 7:00 p.m. America/Chicago');
    expect(stdout).toMatch(/Sun 2016-04-17 .*▁|█/);
  });
});

describe('week', () => {
  test('shows the questions in order with their answers', () => {
    const { code, stdout } = edchat(['week', '2016-04-10', '--all']);
    expect(code).toBe(0);
    const places = ['Q1  ', 'Q2a  ', 'Q2b  ', 'Q3  ', 'Q4  ', 'Q5  ', 'Q6  '].map((label) => stdout.indexOf(`\n${label}`));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  test('a day without a session names the nearest', () => {
    const { code, stderr } = edchat(['week', '2016-04-12']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/nearest is 2016-04-10: edchat week 2016-04-10/);
  });

  test('a bad time is exit 2 with examples', () => {
    const { code, stderr } = edchat(['week', 'last sunday']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/2016-W15/);
  });
});

describe('search', () => {
  test.each([
    ['stemmed words', ['grades'], /grading|grade/i],
    ['a phrase', ['"choice menu"'], /choice menu/i],
    ['an author', ['from:LindqvistLeads7', 'focus'], /@LindqvistLeads7/],
    ['a week', ['microcredentials', 'week:2016-W15'], /2016-04-17/],
    ['without a word', ['badges', '-lunch'], /badge/i],
    ['either word', ['portfolio', 'OR', 'shoebox'], /portfolio|shoebox/i],
    ['days of the chat', ['welcome', 'since:2016-04-17', 'until:2016-04-18'], /2016-04-17/],
    ['a hashtag', ['#iaedchat', '--limit', '1'], /#\*iaedchat\*/i],
    ['an address', ['url:microcredentials'], /badge/i],
  ])('finds by %s', (_name, args, words) => {
    const { code, stdout, stderr } = edchat(['search', ...args]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(words);
  });

  test.each([
    ["don't"],
    ['why?'],
    ['standards-based'],
    ['"unclosed'],
    ['c++'],
    ['10:30'],
    ['*'],
    ['()'],
    ['🍍'],
    ["';--"],
    ['Q3:'],
    ['-retake'],
  ])('whatever is typed is answered: %s', (typed) => {
    const { code, stderr } = edchat(['search', typed]);
    expect(code).toBeLessThan(3);
    expect(stderr).not.toMatch(/should not have|SQLITE|fts5/i);
  });

  test('nothing found is exit 1, an unknown operator exit 2 with the nearest', () => {
    expect(edchat(['search', 'zzyzx']).code).toBe(1);
    const { code, stderr } = edchat(['search', 'form:dev_okafor_k12x']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean from:?')]);
  });

  test('newest first is in order of time, and words in a row are read from standard input too', () => {
    interface Hit {
      readonly createdAt: string;
    }
    const { hits } = json(['search', 'learning', '--newest']) as { hits: Hit[] };
    const times = hits.map(({ createdAt }) => createdAt);
    expect(times.length).toBeGreaterThan(2);
    expect(times.toSorted().toReversed()).toEqual(times);
    expect(edchat(['search', '-'], { input: '"choice menu"\n' }).stdout).toMatch(/choice menu/);
  });
});

describe('links', () => {
  test('one page is one link, whatever its spelling', () => {
    interface Links {
      readonly weeks: readonly { links: readonly { canonical: string; sharedBy: string[]; spellings: number }[] }[];
    }
    const [week] = (json(['links']) as Links).weeks;
    const menu = week?.links[0];
    expect(menu).toMatchObject({ canonical: 'pl.example.com/choice-menu', spellings: 5 });
    expect(menu?.sharedBy).toHaveLength(6);
    expect(week?.links.map(({ canonical }) => canonical)).not.toContain('twitter.com/hashtag/iaedchat');
  });

  test('as markdown they are a list under the topic', () => {
    const { stdout } = edchat(['links', '2016-04', '--markdown']);
    expect(stdout.match(/^## /gm)).toHaveLength(3);
    expect(stdout).toMatch(/^- \[pl\.example\.com\/choice-menu\]\(https:\/\/pl\.example\.com\/choice-menu\), shared by 6 people/m);
    expect(edchat(['export', 'links', '2016-04', '--format', 'markdown']).stdout).toBe(stdout);
  });
});

describe('threads', () => {
  test('a conversation is shown from any of its tweets', () => {
    interface Threads {
      readonly threads: readonly { thread: string; tweets: number }[];
    }
    const [longest] = (json(['threads', '2016-04-17']) as Threads).threads;
    expect(longest?.tweets).toBeGreaterThanOrEqual(7);
    const { stdout } = edchat(['thread', longest?.thread ?? '']);
    expect(stdout).toMatch(/[├└]/);
  });

  test('a parent that no export holds is a gap, and can be asked for', () => {
    const { code, stdout } = edchat(['thread', '716779902210703360']);
    expect(code).toBe(0);
    expect(stdout).toContain('(a tweet that no export holds)');
  });

  test('an unknown tweet is exit 1', () => {
    expect(edchat(['thread', '123456']).code).toBe(1);
  });
});

test('people lists who took part, moderators marked', () => {
  const { stdout } = edchat(['people', '2016-04-17']);
  expect(stdout).toMatch(/@LindqvistLeads7 .*moderator/);
});

describe('topics', () => {
  test('lists what was discussed when', () => {
    expect(edchat(['topics']).stdout).toMatch(/2016-04-03 +standards-based grading/);
  });

  test('with words finds the nearest past sessions and questions', () => {
    const { stdout } = edchat(['topics', 'feedback', 'and', 'grades']);
    expect(stdout).toContain('2016-04-03');
    expect(stdout).toMatch(/How do you give feedback/);
    expect(edchat(['topics', 'zzyzx']).code).toBe(1);
  });
});

describe('export tweets', () => {
  const KEYS = [
    'id',
    'url',
    'network',
    'author',
    'authorName',
    'createdAt',
    'text',
    'kind',
    'replyTo',
    'retweetOf',
    'session',
    'role',
    'question',
    'attributedBy',
    'certainty',
    'thread',
    'links',
  ];

  test('each line has the documented keys, and ids are exact', () => {
    const lines = edchat(['export', 'tweets', '--format', 'jsonl']).stdout.trim().split('\n');
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual(KEYS);
    expect(lines.some((line) => line.includes('"id":"721852617572552704"') && line.includes('"role":"question","question":1'))).toBe(true);
  });

  test.each(['csv', 'markdown', 'html'])('as %s it is written to a file', (format) => {
    const file = join(scratch(), `tweets.${format}`);
    expect(edchat(['export', 'tweets', '2016-04-17', '--format', format, '--out', file]).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('What made it yours?');
  });

  test('a place that cannot be written to is exit 2', () => {
    const { code, stderr } = edchat(['export', 'tweets', '--out', '/no/such/folder/x.jsonl']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot write there')]);
  });
});

describe('export week', () => {
  test.each([
    ['markdown', /^## Q1/m],
    ['html', /<!doctype html>/i],
    ['jsonl', /"session":"2016-04-17"/],
  ])('as %s', (format, words) => {
    const { code, stdout } = edchat(['export', 'week', '--format', format]);
    expect(code).toBe(0);
    expect(stdout).toMatch(words);
  });
});

describe('chats', () => {
  test('a chat can be added, and then has its sessions', () => {
    const own = newArchive();
    const file = join(scratch(), 'x.json');
    // A Monday at 20:00 in Denver is Tuesday at 02:00 UTC in summer.
    writeFileSync(file, JSON.stringify(statuses(40, { tag: '#BoulderEd', from: '2016-04-19T02:02:00Z' })));
    const { stdout } = own(['import', file]);
    expect(stdout).toMatch(/#bouldered, a chat that edchat does not know yet/);
    expect(own(['chats', 'add', 'BoulderEd', '--weekday', 'mon', '--time', '20:00', '--zone', 'America/Denver']).stdout).toContain(
      '40 tweets',
    );
    expect(JSON.parse(own(['weeks', '--json']).stdout)).toMatchObject({
      chat: 'bouldered',
      sessions: [{ session: '2016-04-18', startsAt: '2016-04-19T02:00:00Z' }],
    });
    expect(own(['chats', 'remove', 'bouldered']).code).toBe(0);
    expect(own(['--chat', 'bouldered', 'weeks']).code).toBe(2);
  });

  test.each([
    [['chats', 'add', 'x'], /--zone/],
    [['chats', 'add', 'x', '--zone', 'Iowa'], /not a time zone/],
    [['chats', 'add', 'x', '--zone', 'America/Chicago', '--weekday', 'someday'], /--weekday/],
    [['chats', 'add', 'x', '--zone', 'America/Chicago', '--weekday', 'sunday', '--time', '8pm'], /--time/],
    [['chats', 'add', '!', '--zone', 'America/Chicago'], /no name for a chat/],
    [['chats', 'remove', 'satchat'], /nothing to remove/],
  ])('%j is answered with a sentence', (args, words) => {
    const { code, stderr } = newArchive()(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });

  test('the shipped ones are listed before there is an archive', () => {
    expect(newArchive()(['chats']).stdout).toContain('#IAedchat');
  });
});

test('a session is found where the clock disagrees with the timetable', () => {
  const own = newArchive();
  const file = join(scratch(), 'x.json');
  writeFileSync(file, JSON.stringify(statuses(50, { from: '2016-04-20T17:00:00Z', people: 6 })));
  own(['import', file]);
  expect(JSON.parse(own(['weeks', '--json']).stdout)).toMatchObject({ sessions: [{ session: '2016-04-20', tweets: 50 }] });
});

test('reindex gives the same archive', () => {
  const before = edchat(['export', 'tweets']).stdout + edchat(['weeks', '--json']).stdout + edchat(['links', '2016', '--json']).stdout;
  expect(edchat(['reindex']).stdout).toContain('3 sessions');
  expect(edchat(['export', 'tweets']).stdout + edchat(['weeks', '--json']).stdout + edchat(['links', '2016', '--json']).stdout).toBe(
    before,
  );
});

test('sessions that a killed import left underived are derived by the next command', () => {
  const db = join(scratch(), 'archive.db');
  const own = archiveAt(db);
  own(['import', DEMO]);
  const before = own(['weeks', '--json']).stdout;
  const raw = new Database(db);
  raw.exec(
    'INSERT INTO stale_weeks SELECT DISTINCT chat, monday FROM sessions; DELETE FROM sessions; DELETE FROM questions; DELETE FROM placements',
  );
  raw.close();
  expect(own(['weeks', '--json']).stdout).toBe(before);
});

test('the demo runs the whole tour without touching the archive of the user', () => {
  const db = join(scratch(), 'archive.db');
  const { code, stdout } = archiveAt(db)(['demo']);
  expect(code).toBe(0);
  for (const part of [
    '$ edchat import',
    '495 tweets were added',
    'nothing new',
    '$ edchat weeks',
    '$ edchat week',
    'Q7',
    '$ edchat search',
    '$ edchat thread',
    '$ edchat links --markdown',
    '- [',
  ]) {
    expect(stdout).toContain(part);
  }
  expect(archiveAt(db)(['weeks']).code).toBe(1);
});

test('tweets of a chat among which no meeting stands out are still listed by week', () => {
  const own = newArchive();
  const file = join(scratch(), 'x.json');
  writeFileSync(file, JSON.stringify(statuses(6, { every: 7200, from: '2016-04-19T15:00:00Z' })));
  own(['import', file]);
  expect(own(['people']).stdout).toContain('@Teacher_0_zq');
  for (const verb of ['week', 'weeks', 'topics']) {
    const { code, stderr } = own([verb]);
    expect([verb, code]).toEqual([verb, 1]);
    expect(stderr).toMatch(/has tweets of #IAedchat, the latest of 2016-04-19, but no meeting stands out/);
  }
});
