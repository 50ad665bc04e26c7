/** `edchat check` and `edchat rescue`: the real command line against a server that stands for the world. */
import { expect, test } from 'vitest';
import { type Answer, DAY, imported, NOON, status, titled, to, world, type World } from './world.ts';

interface Page {
  readonly canonical: string;
  readonly verdict: { readonly state: string; readonly at: string; readonly movedTo: string | null };
  readonly copy: { readonly url: string; readonly at: string } | null;
}

async function verdicts(where: World): Promise<Record<string, string>> {
  const { pages } = JSON.parse((await where.edchat(['check', '--offline', '--json'])).stdout) as { pages: Page[] };
  return Object.fromEntries(pages.map(({ canonical, verdict }) => [canonical, verdict.state]));
}

const HANGS: Answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).flushHeaders();

test.each<[string, Answer, string, string]>([
  ['is there', titled('Here'), 'alive', 'alive'],
  ['moved for good', to('https://new.example/page'), 'moved', 'moved'],
  ['is elsewhere for now', to('https://new.example/page', 302), 'alive', 'alive'],
  ['was replaced by a front page', to('https://new.example/'), 'unsure', 'unsure'],
  ['says 404', status(404), 'unsure', 'dead'],
  ['says 410', status(410), 'unsure', 'dead'],
  ['says 403', status(403), 'blocked', 'blocked'],
  ['says 401', status(401), 'blocked', 'blocked'],
  ['says 429', status(429), 'blocked', 'blocked'],
  ['says 405', status(405), 'blocked', 'blocked'],
  ['says 999', status(999), 'blocked', 'blocked'],
  ['says 500', status(500), 'unsure', 'unsure'],
  ['hangs up', (response) => response.destroy(), 'unsure', 'unsure'],
  ['sends in a circle', to('https://pages.example/it', 302), 'unsure', 'unsure'],
])('a page that %s', async (_name, answer, first, later) => {
  const earth = await world({
    'pages.example/it': answer,
    'new.example/page': titled('New'),
    'new.example/': titled('Welcome'),
    'there.example/a': titled('There'),
  });
  await imported(earth, [{ minute: 1, urls: ['https://pages.example/it', 'https://there.example/a'] }]);
  expect((await earth.edchat(['check'])).code).toBe(0);
  expect((await verdicts(earth))['pages.example/it']).toBe(first);
  // A second look on one day counts for nothing.
  await earth.edchat(['check', '--again']);
  expect((await verdicts(earth))['pages.example/it']).toBe(first);
  await earth.edchat(['check', '--again'], { now: NOON + DAY });
  expect((await verdicts(earth))['pages.example/it']).toBe(later);
});

test('a name that does not exist is dead on the second day, and a name that came back is alive', async () => {
  const earth = await world({ 'there.example/a': titled('There') });
  await imported(earth, [{ minute: 1, urls: ['https://closed.invalid/a', 'https://there.example/a', 'https://pages.example/it'] }]);
  await earth.edchat(['check']);
  const { stdout } = await earth.edchat(['check'], { now: NOON + DAY });
  expect(stdout).toContain('dead   https://closed.invalid/a (2026-06-02)');
  expect(await verdicts(earth)).toEqual({ 'closed.invalid/a': 'dead', 'there.example/a': 'alive', 'pages.example/it': 'dead' });
  earth.set('pages.example/it', titled('Back'));
  await earth.edchat(['check', '--again'], { now: NOON + 2 * DAY });
  expect((await verdicts(earth))['pages.example/it']).toBe('alive');
});

test('pages seen lately are left in peace, what was not found is asked again on another day, and titles are learned on the way', async () => {
  const earth = await world({ 'there.example/a': titled('Seating charts') });
  await imported(earth, [{ minute: 1, urls: ['https://there.example/a', 'https://pages.example/gone', 'http://bit.ly/x'] }]);
  const { stdout } = await earth.edchat(['check']);
  expect(stdout).toBe(
    `Looked at 2 pages: 1 alive and 1 unsure.
Not found for the first time: 1 page. Dead is what is not found on another day as well.
1 short link not followed yet: edchat expand
Known of the links of all time: 1 alive and 1 unsure.
`,
  );
  expect((await earth.edchat(['links', '2016'])).stdout).toContain('Seating charts');
  const asked = earth.asked.length;
  await earth.edchat(['check']);
  expect(earth.asked).toHaveLength(asked);
  expect((await earth.edchat(['check', '--dry-run'], { now: NOON + DAY })).stdout).toContain('would look at 1 page');
  await earth.edchat(['check'], { now: NOON + DAY });
  expect(earth.asked.slice(asked)).toEqual(['pages.example/gone']);
  expect((await earth.edchat(['check', '--dry-run'], { now: NOON + 31 * DAY })).stdout).toContain('would look at 1 page');
});

/** A Wayback Machine that has copies of some pages. */
function wayback(copies: Readonly<Record<string, readonly string[]>>): Answer {
  return (response, request) => {
    const { searchParams } = new URL(request.url ?? '', 'https://archive.org');
    const [url, wanted] = [searchParams.get('url') ?? '', Number(searchParams.get('timestamp'))];
    const [nearest] = (copies[url] ?? []).toSorted((a, b) => Math.abs(Number(a) - wanted) - Math.abs(Number(b) - wanted));
    const closest =
      nearest === undefined
        ? {}
        : { closest: { status: '200', available: true, url: `http://web.archive.org/web/${nearest}/${url}`, timestamp: nearest } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ url, archived_snapshots: closest }));
  };
}

test('a dead page is rescued by the copy nearest the evening it was shared, and by none that shows an error', async () => {
  const earth = await world({
    'archive.org/wayback/available': wayback({
      'https://pages.example/unit': ['20120101000000', '20160501120000', '20240101000000'],
      'https://pages.example/never': [],
    }),
  });
  await imported(earth, [{ minute: 1, urls: ['https://pages.example/unit?utm_source=x', 'https://pages.example/never'] }]);
  expect((await earth.edchat(['rescue'])).stdout).toBe('No page of all time is known to be dead. Look first: edchat check\n');
  await earth.edchat(['check']);
  await earth.edchat(['check'], { now: NOON + DAY });
  const { code, stdout } = await earth.edchat(['rescue'], { now: NOON + DAY });
  expect(code).toBe(0);
  expect(stdout).toBe(`Asked the Wayback Machine for 2 pages: 1 copy found.

dead   https://pages.example/never (2026-06-02)

dead   https://pages.example/unit (2026-06-02)
  copy https://web.archive.org/web/20160501120000/https://pages.example/unit
`);
  const asked = earth.asked.length;
  await earth.edchat(['rescue'], { now: NOON + DAY });
  expect(earth.asked).toHaveLength(asked);
  expect((await earth.edchat(['links', '--dead'])).stdout).toContain('web.archive.org/web/20160501120000');
});

test.each<[string, string]>([
  ['no JSON', 'nothing'],
  ['JSON of another shape', '{"answer":[1]}'],
  ['a copy elsewhere', '{"archived_snapshots":{"closest":{"status":"200","url":"http://evil.example/web/","timestamp":"20160501120000"}}}'],
  [
    'a copy of an error',
    '{"archived_snapshots":{"closest":{"status":"404","url":"http://web.archive.org/web/1/x","timestamp":"20160501120000"}}}',
  ],
  [
    'a time that is none',
    '{"archived_snapshots":{"closest":{"status":"200","url":"http://web.archive.org/web/1/x","timestamp":"99999999999999"}}}',
  ],
])('an answer with %s rescues nothing', async (_name, body) => {
  const earth = await world({
    'archive.org/wayback/available': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
  });
  await imported(earth, [{ minute: 1, urls: ['https://pages.example/unit'] }]);
  await earth.edchat(['check']);
  await earth.edchat(['check'], { now: NOON + DAY });
  const { code, stdout } = await earth.edchat(['rescue'], { now: NOON + DAY });
  expect(code).toBe(0);
  expect(stdout).not.toContain('copy ');
});

test('a page that never answers is given up in its time', async () => {
  const earth = await world({ 'slow.example/a': HANGS, 'there.example/a': titled('There') });
  await imported(earth, [{ minute: 1, urls: ['https://slow.example/a', 'https://there.example/a'] }]);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 500);
  const { code } = await earth.edchat(['check'], { signal: stop.signal });
  expect(code).toBe(130);
  expect(await verdicts(earth)).toEqual({ 'there.example/a': 'alive' });
});
