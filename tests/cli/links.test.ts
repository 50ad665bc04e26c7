/** Lists of links: which pages stand in them, in which order, under which headings, and what is said of each. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evening, imported, type Sharing, world, type World } from '../expand/world.ts';

const TWEETS: readonly Sharing[] = [
  ...[-2, -1, 0].flatMap((week) => evening(week)),
  { minute: 8, week: -2, author: 'ana_q1', text: 'A1: my rubric', urls: ['https://always.example/rubric'] },
  { minute: 9, week: -1, author: 'ben_q2', text: 'A1: hers', urls: ['http://www.always.example/rubric/'] },
  { minute: 8, author: 'cleo_q3', text: 'A1: the one', urls: ['https://always.example/rubric?utm_source=t'] },
  { minute: 9, author: 'dee_q4', text: 'A1: the one again', urls: ['https://always.example/rubric'] },
  { minute: 24, author: 'ana_q1', text: 'A2: a portfolio', urls: ['https://blog.maps.example/portfolio'] },
  { minute: 25, author: 'ben_q2', text: 'A2: that portfolio', urls: ['https://blog.maps.example/portfolio'] },
  { minute: 26, author: 'ANA_q1', text: 'A2: and that', urls: ['https://blog.maps.example/portfolio'] },
  { minute: 40, author: 'eli_q5', text: 'A3: conference form', urls: ['https://maps.example/form', 'https://xmaps.example/other'] },
  { minute: 41, author: 'eli_q5', text: 'A3: cut off here https://t.co/abc… and there https:/…' },
  // Twice a week, for two weeks, is no evergreen.
  { minute: 30, week: -1, author: 'ana_q1', text: 'A2: x', urls: ['https://twice.example/'] },
  { minute: 31, author: 'ana_q1', text: 'A2: x', urls: ['https://twice.example/'] },
];

let earth: World;

beforeAll(async () => {
  earth = await world({}, afterAll);
  await imported(earth, TWEETS);
});

interface LinkJson {
  readonly canonical: string;
  readonly weeks: readonly string[];
  readonly before: readonly string[];
  readonly sharedBy: readonly string[];
  readonly question: number | null;
}

async function listed(...args: readonly string[]): Promise<string[]> {
  const { stdout } = await earth.edchat(['links', ...args, '--json']);
  const json = JSON.parse(stdout) as { weeks?: { links: LinkJson[] }[]; links?: LinkJson[] };
  return [...(json.weeks ?? []).flatMap(({ links }) => links), ...(json.links ?? [])].map(({ canonical }) => canonical);
}

const RUBRIC = 'always.example/rubric';
const PORTFOLIO = 'blog.maps.example/portfolio';
const FORM = 'maps.example/form';
const OTHER = 'xmaps.example/other';
const TWICE = 'twice.example';

test.each<[string, readonly string[], readonly string[]]>([
  ['the latest week, most people first', [], [PORTFOLIO, RUBRIC, TWICE, FORM, OTHER]],
  ['in the order of time', ['--sort', 'date'], [RUBRIC, PORTFOLIO, TWICE, FORM, OTHER]],
  ['by site', ['--sort', 'site'], [RUBRIC, PORTFOLIO, FORM, TWICE, OTHER]],
  ['by question', ['--sort', 'question'], [RUBRIC, PORTFOLIO, TWICE, FORM, OTHER]],
  ['what was there three weeks', ['--evergreen'], [RUBRIC]],
  ['what was there three weeks, of the last one', ['--evergreen', 'latest'], [RUBRIC]],
  ['what is new', ['--new'], [PORTFOLIO, FORM, OTHER]],
  ['what was new the week before', ['--new', '2016-W14'], [TWICE]],
  ['a site with its subdomains and no look-alikes', ['--site', 'maps.example'], [PORTFOLIO, FORM]],
  ['a site as an address', ['--site', 'https://www.maps.example/'], [PORTFOLIO, FORM]],
  ['one question', ['--question', 'Q2'], [PORTFOLIO, TWICE]],
  ['a person, however spelled', ['--by', '@Ana_Q1'], [RUBRIC, PORTFOLIO, TWICE]],
  ['a person in one week', ['--by', 'ana_q1', '2016-W14'], [TWICE]],
  ['a week of the past', ['2016-W13'], [RUBRIC]],
])('%s', async (_name, args, wanted) => {
  expect(await listed(...args)).toEqual(wanted);
});

test('each link says who shared it, first and after, in which question, and in which weeks before', async () => {
  expect((await earth.edchat(['links'])).stdout).toMatchInlineSnapshot(`
    "#IAedchat  5 links

    2016-04-17  ≈ portfolios, conferences, rubrics
      2  https://blog.maps.example/portfolio
         shared by 2 people: @ANA_q1, then @ben_q2, under Q2
      2  https://always.example/rubric
         shared by 2 people: @cleo_q3, then @dee_q4, under Q1; before in 2016-W13
         and 2016-W14
      1  https://twice.example/
         shared by @ana_q1, under Q2; before in 2016-W14
      1  https://maps.example/form
         shared by @eli_q5, under Q3
      1  https://xmaps.example/other
         shared by @eli_q5, under Q3

    2 addresses were cut short by their export (https://t.co/abc…): where they led
    is lost
    "
  `);
});

test('a list of all time names the weeks of each page', async () => {
  expect((await earth.edchat(['links', '--evergreen'])).stdout).toMatchInlineSnapshot(`
    "#IAedchat  1 link

      4  https://always.example/rubric
         shared by 4 people: @ana_q1, then @ben_q2, @cleo_q3 and @dee_q4, under Q1
         of 2016-04-03; in 3 weeks: 2016-W13, 2016-W14 and 2016-W15
    "
  `);
});

test('under their questions, and under sites', async () => {
  expect((await earth.edchat(['links', '--group', 'question'])).stdout).toMatchInlineSnapshot(`
    "#IAedchat  5 links

    2016-04-17  ≈ portfolios, conferences, rubrics

    Q1: What do rubrics look like in your room?
      2  https://always.example/rubric
         shared by 2 people: @cleo_q3, then @dee_q4; before in 2016-W13 and 2016-W14

    Q2: What do portfolios look like in your room?
      2  https://blog.maps.example/portfolio
         shared by 2 people: @ANA_q1, then @ben_q2
      1  https://twice.example/
         shared by @ana_q1; before in 2016-W14

    Q3: What do conferences look like in your room?
      1  https://maps.example/form
         shared by @eli_q5
      1  https://xmaps.example/other
         shared by @eli_q5

    2 addresses were cut short by their export (https://t.co/abc…): where they led
    is lost
    "
  `);
  const { stdout } = await earth.edchat(['links', '2016', '--group', 'site']);
  expect(stdout.match(/^\S+\.example$/gm)).toEqual([
    'always.example',
    'blog.maps.example',
    'maps.example',
    'twice.example',
    'xmaps.example',
  ]);
});

test('a page shared in several weeks stands under each, with what came before that week', async () => {
  const { stdout } = await earth.edchat(['links', '2016', '--json']);
  const { weeks } = JSON.parse(stdout) as { weeks: { week: string; links: LinkJson[] }[] };
  const rubric = weeks.map(({ week, links }) => [week, links.find(({ canonical }) => canonical === RUBRIC)?.before]);
  expect(rubric).toEqual([
    ['2016-W15', ['2016-W13', '2016-W14']],
    ['2016-W14', ['2016-W13']],
    ['2016-W13', []],
  ]);
});

describe('addresses that were cut short', () => {
  test('are counted, and never listed', async () => {
    const { stdout } = await earth.edchat(['links', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ lost: 2 });
    expect(await listed('2016')).not.toContainEqual(expect.stringContaining('t.co'));
    expect((await earth.edchat(['links', '2016-W13', '--json'])).stdout).toContain('"lost":0');
  });
});

test('--topic finds the sessions that are about something', async () => {
  await earth.edchat(['fix', 'topic', '2016-04-10', 'Assessment without grades']);
  expect(await listed('--topic', 'assessment')).toEqual([RUBRIC, TWICE]);
  const nothing = await earth.edchat(['links', '--topic', 'quantum physics']);
  expect([nothing.code, nothing.stderr]).toEqual([
    1,
    'edchat: No session of #IAedchat is about "quantum physics". List them with: edchat topics\n',
  ]);
});

test.each<[readonly string[], RegExp, number]>([
  [['--question', 'seven'], /Write the number of a question, such as Q3/, 2],
  [['--site', '  '], /Write a host, such as edutopia\.org/, 2],
  [['--sort', 'fame'], /Allowed choices are people, date, site, question/, 2],
  [['--dead'], /No page shared on #IAedchat in all time is known to be dead. Look first: edchat check/, 1],
  [['--starred'], /Nothing you marked so was shared/, 1],
  [['--site', 'nowhere.example'], /No such link was shared on #IAedchat in all time/, 1],
  [['2011'], /Nobody shared a link on #IAedchat in 2011/, 1],
])('links %j is answered in a sentence', async (args, words, code) => {
  const run = await earth.edchat(['links', ...args]);
  expect([run.code, run.stdout]).toEqual([code, '']);
  expect(run.stderr).toMatch(words);
});
