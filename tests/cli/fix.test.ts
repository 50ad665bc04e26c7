import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveAt, DEMO, scratch } from './edchat.ts';
import { statuses } from './exports.ts';

const folder = mkdtempSync(join(tmpdir(), 'edchat-test-'));
const imported = join(folder, 'archive.db');
beforeAll(() => void archiveAt(imported)(['import', DEMO]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let edchat: ReturnType<typeof archiveAt>;
beforeEach(() => {
  const db = join(scratch(), 'archive.db');
  copyFileSync(imported, db);
  edchat = archiveAt(db);
});

interface Line {
  readonly id: string;
  readonly session: string | null;
  readonly role: string;
  readonly question: number | null;
  readonly attributedBy: string | null;
}

const tweet = (id: string): Line => {
  const lines = edchat(['export', 'tweets']).stdout.trim().split('\n');
  const found = lines.map((line) => JSON.parse(line) as Line).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no tweet ${id}`);
  return found;
};
const topics = () =>
  (JSON.parse(edchat(['weeks', '--json']).stdout) as { sessions: { session: string; topic: { text: string; source: string } }[] }).sessions;

const ANSWER = '721855031465467906';

describe('what a person puts right', () => {
  test('an answer is moved to its question, and says by whom', () => {
    expect(edchat(['fix', 'answer', ANSWER, 'Q4']).stdout).toBe(`Put right: tweet ${ANSWER} answers Q4\n`);
    expect(tweet(ANSWER)).toMatchObject({ role: 'answer', question: 4, attributedBy: 'user' });
    edchat(['fix', 'answer', ANSWER, 'none']);
    expect(tweet(ANSWER)).toMatchObject({ role: 'talk', question: null, attributedBy: 'user' });
  });

  test('a role, by the address of the tweet', () => {
    edchat(['fix', 'role', `https://twitter.com/x/status/${ANSWER}`, 'talk']);
    expect(tweet(ANSWER)).toMatchObject({ role: 'talk', attributedBy: 'user' });
  });

  test('a topic', () => {
    edchat(['fix', 'topic', '2016-04-17', 'Choice and voice']);
    expect(topics()[2]?.topic).toMatchObject({ text: 'Choice and voice', source: 'user' });
  });

  test('the words of a question, also of one that no tweet asks', () => {
    edchat(['fix', 'question', 'Q4', 'Which structures work?']);
    edchat(['fix', 'question', 'q9', 'The one in the picture', '--session', '2016-04-10']);
    expect(edchat(['week', '2016-04-17']).stdout).toContain('Q4  Which structures work?');
    expect(edchat(['week', '2016-04-10']).stdout).toContain('Q9  The one in the picture');
  });

  test('a session that was two, was one, was held at another time, was none', () => {
    edchat(['fix', 'session', '2016-04-10', '--split', '19:30']);
    expect(topics().map(({ session }) => session)).toEqual(['2016-04-03', '2016-04-10', '2016-04-10b', '2016-04-17']);
    edchat(['fix', 'session', '2016-04-10', '--join', '2016-04-10b']);
    expect(topics().map(({ session }) => session)).toEqual(['2016-04-03', '2016-04-10', '2016-04-17']);
    edchat(['fix', 'session', '2016-04-03', '--starts', '19:30', '--ends', '20:00']);
    const first = JSON.parse(edchat(['weeks', '--json']).stdout) as { sessions: { startsAt: string; tweets: number }[] };
    expect(first.sessions[0]?.startsAt).toBe('2016-04-04T00:30:00Z');
    expect(first.sessions[0]?.tweets).toBeLessThan(160);
    edchat(['fix', 'session', '2016-04-17', '--drop']);
    expect(topics().map(({ session }) => session)).toEqual(['2016-04-03', '2016-04-10']);
  });

  test('survives imports, undo and reindex, and can be taken back', () => {
    edchat(['fix', 'answer', ANSWER, 'Q4']);
    edchat(['fix', 'topic', '2016-04-17', 'Choice and voice']);
    edchat(['undo']);
    edchat(['import', DEMO]);
    edchat(['reindex']);
    expect(tweet(ANSWER)).toMatchObject({ question: 4, attributedBy: 'user' });
    expect(topics()[2]?.topic.source).toBe('user');
    expect(edchat(['fix', '--list']).stdout).toMatch(/1 {2}tweet \d+ answers Q4\n {2}2 {2}2016-04-17 is about Choice and voice/);
    expect(edchat(['fix', '--undo']).stdout).toContain('Taken back: 2016-04-17 is about');
    expect(edchat(['fix', '--undo', '1']).stdout).toContain('answers Q4');
    expect(tweet(ANSWER)).toMatchObject({ question: 2, attributedBy: 'label' });
    expect(topics()[2]?.topic.source).toBe('stated');
    expect(edchat(['fix', '--undo']).code).toBe(1);
  });

  test.each([
    [['answer', '123', 'Q4'], 1, /holds no tweet 123/],
    [['answer', ANSWER, 'four'], 2, /write Q4/],
    [['role', ANSWER, 'joke'], 2, /choose one of question/],
    [['topic', '2015-01-01', 'x'], 1, /no session 2015-01-01/],
    [['topic', '2016-04-17', ' '], 2, /words are missing/],
    [['session', '2016-04-17'], 2, /--starts and --ends/],
    [['session', '2016-04-17', '--split', 'noon'], 2, /not a time of day/],
    [['session', '2016-04-17', '--join', '2016-04-03'], 2, /two sessions of one week/],
    [['session', '2016-04-17', '--join', '2016-04-17'], 2, /two sessions of one week/],
    [['session', '2016-04-17', '--join', '2016-04-17b'], 2, /two sessions of one week/],
    [['session', '2016-04-17', '--split', '25:00'], 2, /"25:00" is not a time of day/],
    [['session', '2016-04-17', '--split', '09:00'], 2, /on one side of that time/],
    [['session', '2016-04-17', '--starts', '03:00', '--ends', '03:30'], 2, /no tweet in that time/],
    [['session', '2016-04-17', '--starts', '20:00', '--ends', '19:00'], 2, /cannot end at 19:00/],
    [['session', '2016-13-45', '--drop'], 2, /not a session/],
    [['session', '2016-04-24', '--drop'], 1, /no session 2016-04-24/],
    [['question', 'Q99', 'words'], 2, /write Q4/],
    [['question', 'Q0', 'words'], 2, /write Q4/],
    [['question', 'Q1', 'words', '--session', '2016-04-24'], 1, /no session 2016-04-24/],
    [['--undo', 'abc'], 2, /whole number/],
    [['--undo', '99'], 2, /no correction 99/],
  ])('%j is answered with a sentence', (args, code, words) => {
    const run = edchat(['fix', ...args]);
    expect([run.code, run.stderr]).toEqual([code, expect.stringMatching(words)]);
  });
});

interface Asked {
  readonly label: string;
  readonly text: string;
  readonly id: string;
}
const questions = (session: string) =>
  (JSON.parse(edchat(['week', session, '--json']).stdout) as { sessions: { questionList: Asked[] }[] }).sessions[0]?.questionList ?? [];
const labels = (session: string) => questions(session).map(({ label }) => label);
const idOf = (label: string): string => questions('2016-04-17').find((one) => one.label === label)?.id ?? '';

describe('what a person says of questions', () => {
  test('a tweet that is no question is none, and what it gathered goes elsewhere', () => {
    const id = idOf('Q4');
    edchat(['fix', 'role', id, 'talk']);
    expect(questions('2016-04-17').map((one) => one.id)).not.toContain(id);
    expect(tweet(id)).toMatchObject({ role: 'talk', question: null });
    edchat(['fix', '--undo']);
    expect(labels('2016-04-17')).toContain('Q4');
  });

  test('a tweet that asks gets the next number, or the one that is said', () => {
    const { id } = tweet(ANSWER);
    edchat(['fix', 'role', id, 'question']);
    expect(questions('2016-04-17').map((one) => one.id)).toContain(id);
    edchat(['fix', 'answer', id, 'Q9']);
    expect(tweet(id)).toMatchObject({ role: 'question', question: 9, attributedBy: 'user' });
    expect(questions('2016-04-17').find((one) => one.id === id)?.label).toBe('Q9');
  });

  test('a question gets another number, and what passes it on goes with it', () => {
    const id = idOf('Q2');
    edchat(['fix', 'answer', id, 'Q12']);
    expect(questions('2016-04-17').find((one) => one.id === id)?.label).toBe('Q12');
    const lines = edchat(['export', 'tweets', '2016-04-17'])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line & { retweetOf: string | null });
    const retweets = lines.filter(({ retweetOf }) => retweetOf === id).map(({ question }) => question);
    expect(retweets.length).toBeGreaterThan(0);
    expect(new Set(retweets)).toEqual(new Set([12]));
  });

  test('an answer placed at a question that nobody asked shows that question, to be given its words', () => {
    edchat(['fix', 'answer', ANSWER, 'Q9']);
    expect(edchat(['week', '2016-04-17', '--all']).stdout).toMatch(/Q9 {2}\(no tweet holds its words\)/);
    edchat(['fix', 'question', 'Q9', 'The one on the poster']);
    expect(edchat(['week', '2016-04-17', '--all']).stdout).toMatch(/Q9 {2}The one on the poster/);
  });
});

test('a tweet of no session can be corrected, and it is said that nothing shows it yet', () => {
  edchat(['fix', 'session', '2016-04-17', '--drop']);
  const { code, stdout, stderr } = edchat(['fix', 'answer', ANSWER, 'Q3']);
  expect([code, stdout]).toEqual([0, `Put right: tweet ${ANSWER} answers Q3\n`]);
  expect(stderr).toMatch(/in no session of #IAedchat now/);
  edchat(['fix', '--undo', '1']);
  expect(tweet(ANSWER)).toMatchObject({ question: 3, attributedBy: 'user' });
});

test('a session is still the one that was meant when a longer export gives it another name', () => {
  const [evening, noon] = [join(scratch(), 'evening.json'), join(scratch(), 'noon.json')];
  writeFileSync(evening, JSON.stringify(statuses(40, { from: '2016-05-09T00:00:00Z', people: 8 })));
  edchat(['import', evening]);
  edchat(['fix', 'topic', '2016-05-08', 'The evening one']);
  edchat(['fix', 'question', 'Q1', 'Asked in the evening', '--session', '2016-05-08']);
  writeFileSync(noon, JSON.stringify(statuses(40, { from: '2016-05-08T17:00:00Z', people: 8 })));
  edchat(['import', noon]);
  expect(
    topics()
      .slice(-2)
      .map(({ session, topic }) => [session, topic.source]),
  ).toEqual([
    ['2016-05-08', 'derived'],
    ['2016-05-08b', 'user'],
  ]);
  expect(questions('2016-05-08b').map(({ text }) => text)).toEqual(['Asked in the evening']);
  edchat(['reindex']);
  expect(topics().at(-1)?.topic.text).toBe('The evening one');
});

test('an hour after midnight belongs to the evening before', () => {
  const file = join(scratch(), 'late.json');
  writeFileSync(file, JSON.stringify(statuses(60, { from: '2016-05-09T04:30:00Z', people: 8 })));
  edchat(['import', file]);
  edchat(['fix', 'session', '2016-05-08', '--starts', '23:30', '--ends', '00:30']);
  const last = (JSON.parse(edchat(['weeks', '--json']).stdout) as { sessions: { startsAt: string; endsAt: string }[] }).sessions.at(-1);
  expect(last).toMatchObject({ startsAt: '2016-05-09T04:30:00Z', endsAt: '2016-05-09T05:30:00Z' });
});

describe('why', () => {
  test('explains session, role and question of a tweet', () => {
    const { stdout } = edchat(['why', ANSWER]);
    expect(stdout).toMatch(/Session +2016-04-17.*timetable/);
    expect(stdout).toMatch(/Role +answer — it is labelled as an answer/);
    expect(stdout).toMatch(/carries the label A2/);
    edchat(['fix', 'answer', ANSWER, 'Q4']);
    expect(edchat(['why', ANSWER]).stdout).toMatch(/you said so/);
    expect(edchat(['why', '1']).code).toBe(1);
  });
});

test('what is missing cannot be told of a chat without sessions or without a timetable', () => {
  expect(edchat(['weeks', '--missing', '--chat', 'lthechat'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/no tweet of/) as string,
  });
  const file = join(scratch(), 'bean.json');
  writeFileSync(file, JSON.stringify(statuses(60, { tag: '#beanchat', people: 8 })));
  edchat(['import', file]);
  edchat(['chats', 'add', 'beanchat', '--zone', 'America/Chicago']);
  expect(edchat(['weeks', '--missing', '--chat', 'beanchat'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/does not know when #beanchat is due/) as string,
  });
});

test('weeks --missing lists the dates of the timetable without a session', () => {
  edchat(['fix', 'session', '2016-04-10', '--drop']);
  expect(edchat(['weeks', '--missing']).stdout).toContain('Sun 2016-04-10');
  expect(JSON.parse(edchat(['weeks', '--missing', '--json']).stdout)).toMatchObject({ missing: ['2016-04-10'] });
});
