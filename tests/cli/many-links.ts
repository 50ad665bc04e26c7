/** An evening on which sixty pages were shared, and two weeks before it: invented people, invented pages, awkward titles. */
import { type Answer, DAY, evening, imported, NOON, type Sharing, titled, world, type World } from '../expand/world.ts';

const PEOPLE = ['ana_q1', 'ben_q2', 'cleo_q3', 'dee_q4', 'eli_q5', 'Fay_Teaches9'];

const TITLES: readonly (string | null)[] = [
  'Rubrics for oral exams',
  'Why *grades* lie [and what to do]',
  '=HYPERLINK("https://evil.example","free")',
  '100 % of nothing: a_b & c #1 {curly} ~ ^ \\ $5',
  'Zwölf Übungen — für „alle“ 🐸',
  '<script>alert(1)</script> in titles',
  null,
  'Line\u2028breaks\r\nand\ttabs, too',
  '1. Not a list',
  '@mentions and "quotes", commas; semicolons',
];

// So many that asking each at its own pace takes no time.
const HOSTS = 'rubrics maps stories labs songs games ponds trees clocks birds stars rocks coins knots seeds'.split(' ');

/** The address of the n-th page of the evening. */
function pageOf(n: number): string {
  const host = HOSTS[n % HOSTS.length];
  return n % 7 === 0 ? `https://${host}.example/unit/${n}?page=${n}&sort=new` : `https://${host}.example/unit/${n}`;
}

const SHARED: readonly Sharing[] = Array.from({ length: 60 }, (_, n): Sharing => {
  const question = (n % 3) + 1;
  const spelled = n % 5 === 0 ? `${pageOf(n)}${pageOf(n).includes('?') ? '&' : '?'}utm_source=twitter` : pageOf(n);
  const text = n % 4 === 3 ? 'From my own room' : `A${question}: this one`;
  return { minute: 6 + (question - 1) * 15 + (n % 9), author: PEOPLE[n % PEOPLE.length] ?? '', text, urls: [spelled] };
});

const AGAIN: readonly Sharing[] = Array.from({ length: 25 }, (_, n): Sharing => {
  return {
    minute: 52,
    author: PEOPLE[(n + 2) % PEOPLE.length] ?? '',
    text: 'Yes to that',
    urls: [pageOf(n % 12).replace('https://', 'http://www.')],
  };
});

const BEFORE: readonly Sharing[] = [
  { minute: 12, week: -1, author: 'ben_q2', text: 'A1: last week already', urls: [pageOf(1), pageOf(2), pageOf(3)] },
  { minute: 12, week: -2, author: 'cleo_q3', text: 'A1: and before', urls: [pageOf(1), pageOf(2)] },
];

const wayback: Answer = (response, request) => {
  const url = new URL(request.url ?? '', 'https://archive.org').searchParams.get('url');
  const closest = { status: '200', available: true, timestamp: '20160501120000', url: `http://web.archive.org/web/20160501120000/${url}` };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ archived_snapshots: { closest } }));
};

/** A world with an archive of those evenings, whose pages were asked for titles, looked at and, where dead, rescued. */
export async function manyLinks(after: (clean: () => void) => void): Promise<World> {
  const earth = await world({ 'archive.org/wayback/available': wayback }, after);
  for (let n = 0; n < 60; n += 1) {
    const title = TITLES[n % TITLES.length];
    const address = pageOf(n).replace('https://', '');
    const html = (title ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    if (n % 20 !== 6) earth.set(address, titled(title === null ? '' : `${html}${n < 10 ? '' : ` (${n})`}`));
  }
  await imported(earth, [...evening(-2), ...evening(-1), ...evening(), ...BEFORE, ...SHARED, ...AGAIN]);
  await earth.edchat(['check', '2016-04-17']);
  await earth.edchat(['check', '2016-04-17'], { now: NOON + DAY });
  await earth.edchat(['rescue'], { now: NOON + DAY });
  await earth.edchat(['star', pageOf(1), pageOf(4)]);
  await earth.edchat(['note', pageOf(1), 'for the *new* ones, {all} of them & more']);
  await earth.edchat(['tag', pageOf(1), 'start-here', 'assessment']);
  return earth;
}
