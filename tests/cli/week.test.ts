/** A session as it is shown and as `--json` gives it, through everything that changes it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evening, imported, type Sharing, world, type World } from '../expand/world.ts';
import { DEMO, newArchive } from './edchat.ts';

interface Person {
  readonly author: string;
  readonly tweets: number;
}

interface Answer {
  readonly id: string;
  readonly under: string | null;
}

interface WeekJson {
  readonly sessions: readonly { session: string; topPeople: Person[]; questionList: { answers: Answer[] }[] }[];
}

type Edchat = ReturnType<typeof newArchive>;

function sessionsOf(edchat: Edchat): WeekJson['sessions'] {
  return (JSON.parse(edchat(['week', '2016', '--json']).stdout) as WeekJson).sessions;
}

interface Exported {
  readonly author: string | null;
  readonly session: string | null;
}

function exported(edchat: Edchat): Exported[] {
  const lines = edchat(['export', 'tweets', '--format', 'jsonl']).stdout.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Exported);
}

/** Who wrote most in a session, counted in exported tweets. */
function counted(tweets: readonly Exported[], session: string): Person[] {
  const people = new Map<string, number>();
  for (const { author, session: its } of tweets) if (its === session && author !== null) people.set(author, (people.get(author) ?? 0) + 1);
  return Array.from(people, ([author, number]) => ({ author, tweets: number }))
    .toSorted((a, b) => b.tweets - a.tweets || (a.author.toLowerCase() < b.author.toLowerCase() ? -1 : 1))
    .slice(0, 10);
}

/** The people of a session as a terminal shows them. */
const shownIn = (text: string): string[] => [...(text.split('\nPeople\n')[1] ?? '').matchAll(/@(\w+)/g)].map(([, name = '']) => name);

function expectBusiest(edchat: Edchat): void {
  const sessions = sessionsOf(edchat);
  expect(sessions.length).toBeGreaterThan(0);
  const all = exported(edchat);
  for (const { session, topPeople } of sessions) {
    const people = counted(all, session);
    expect(topPeople.map(({ author, tweets }) => ({ author, tweets }))).toEqual(people);
    expect(shownIn(edchat(['week', session]).stdout)).toEqual(people.map(({ author }) => author));
  }
}

describe('the busiest people of a session are those with most of its tweets', () => {
  test('after an import, another, one that is taken back, and a rebuild', () => {
    const edchat = newArchive();
    edchat(['import', join(DEMO, 'tags-iaedchat-april-2016.csv')]);
    expectBusiest(edchat);
    edchat(['import', DEMO]);
    expectBusiest(edchat);
    edchat(['undo']);
    expectBusiest(edchat);
    const before = sessionsOf(edchat);
    edchat(['reindex']);
    expect(sessionsOf(edchat)).toEqual(before);
  });

  test.each([
    ['forgotten', []],
    ['hidden behind an alias', ['--alias']],
  ])('after the busiest was %s', (_name, way) => {
    const edchat = newArchive();
    edchat(['import', DEMO]);
    const busiest = sessionsOf(edchat)[0]?.topPeople[0]?.author ?? '';
    edchat(['forget', `@${busiest}`, ...way, '--yes']);
    expectBusiest(edchat);
    expect(edchat(['week', '2016', '--json']).stdout).not.toContain(busiest);
  });
});

test('under each question the same answers come first, whether few of them are shown or all', () => {
  const edchat = newArchive();
  edchat(['import', DEMO]);
  for (const { session, questionList } of sessionsOf(edchat)) {
    const own = questionList.flatMap(({ answers }) => answers.filter(({ under }) => under === null)).length;
    const all = edchat(['week', session, '--all']).stdout.split('\n');
    const most = edchat(['week', session, '--answers', '500']).stdout.split('\n');
    // Side talk is counted under what it speaks to, and stands there when all is shown.
    const texts = most.filter((line) => /^ {4}@\w+ +\d+:\d\d /.test(line)).map((line) => line.replace(/ ↳.*/, ''));
    expect(texts.length).toBeGreaterThan(own / 2);
    for (const text of texts) expect(all.some((line) => line.startsWith(text.slice(0, 60)))).toBe(true);
  }
});

describe('a page that comes back week after week', () => {
  const page = (week: number, minute: number): Sharing => ({
    minute,
    week,
    author: `reader_${minute}`,
    text: 'A1: this one',
    urls: ['https://again.example/'],
  });
  // Several times in each week, as such pages are.
  const WEEKS = [-6, -5, -3, -2, -1, 0];
  let earth: World;
  beforeAll(async () => {
    earth = await world({}, afterAll);
    await imported(earth, [...WEEKS.flatMap((week) => evening(week)), ...WEEKS.flatMap((week) => [8, 9, 10].map((at) => page(week, at)))]);
  });

  test('is shown with its first weeks and the last, and listed with all', async () => {
    expect((await earth.edchat(['links'])).stdout).toContain('before in 2016-W09, 2016-W10 … 2016-W14');
    const { stdout } = await earth.edchat(['links', '--json']);
    const { weeks } = JSON.parse(stdout) as { weeks: { links: { before: string[] }[] }[] };
    expect(weeks.map(({ links }) => links.map(({ before }) => before))).toEqual([
      [['2016-W09', '2016-W10', '2016-W12', '2016-W13', '2016-W14']],
    ]);
  });

  test('is shown with three weeks where there are no more', async () => {
    expect((await earth.edchat(['links', '2016-W13'])).stdout).toContain('before in 2016-W09, 2016-W10 and 2016-W12');
  });
});
