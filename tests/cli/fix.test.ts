import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveAt, DEMO, scratch } from './edchat.ts';

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
  ])('%j is answered with a sentence', (args, code, words) => {
    const run = edchat(['fix', ...args]);
    expect([run.code, run.stderr]).toEqual([code, expect.stringMatching(words)]);
  });
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

test('weeks --missing lists the dates of the timetable without a session', () => {
  edchat(['fix', 'session', '2016-04-10', '--drop']);
  expect(edchat(['weeks', '--missing']).stdout).toContain('Sun 2016-04-10');
  expect(JSON.parse(edchat(['weeks', '--missing', '--json']).stdout)).toMatchObject({ missing: ['2016-04-10'] });
});
