/** `edchat expand`: the real command line against a server that stands for the world. */
import { describe, expect, test } from 'vitest';
import { evening, imported, NOON, status, titled, to, world, type World } from './world.ts';

interface LinkJson {
  readonly url: string;
  readonly canonical: string;
  readonly title: string | null;
  readonly sharedBy: readonly string[];
  readonly spellings: number;
}

async function linksOf(where: World): Promise<LinkJson[]> {
  const { stdout } = await where.edchat(['links', '2016', '--json']);
  return (JSON.parse(stdout) as { weeks: { links: LinkJson[] }[] }).weeks.flatMap(({ links }) => links);
}

test('short links become the page they lead to, with its title, in lists, in sessions and in search', async () => {
  const earth = await world({
    'bit.ly/abc': to('https://www.rubrics.example/oral?utm_source=bitly'),
    'ow.ly/def': to('http://tinyurl.com/ghi', 302),
    'tinyurl.com/ghi': to('http://rubrics.example/oral/'),
    'rubrics.example/oral': titled('Rubrics for oral exams &amp; vivas'),
  });
  await imported(earth, [
    ...evening(),
    { minute: 1, author: 'ana', urls: ['http://bit.ly/abc'] },
    { minute: 2, author: 'ben', urls: ['http://ow.ly/def'] },
    { minute: 3, author: 'cleo', urls: ['https://rubrics.example/oral'] },
  ]);
  expect(await linksOf(earth)).toHaveLength(3);
  const { code, stdout } = await earth.edchat(['expand']);
  expect(stdout).toBe('Followed 2 short links: 2 led to a page.\nAsked 1 page for a title: 1 title found.\n');
  expect(code).toBe(0);
  const links = await linksOf(earth);
  expect(links).toHaveLength(1);
  expect(links[0]).toMatchObject({ canonical: 'rubrics.example/oral', title: 'Rubrics for oral exams & vivas', spellings: 3 });
  expect(links[0]?.sharedBy).toEqual(['ana', 'ben', 'cleo']);
  expect((await earth.edchat(['search', 'vivas', '--json'])).stdout).toContain('"total":3');
  expect((await earth.edchat(['week', '--json'])).stdout).toContain('"links":1,');
  // Nothing is asked twice; a tweet imported later finds its page, and so does a tweet whose links are read again.
  const before = earth.asked.length;
  expect((await earth.edchat(['expand'])).stdout).toBe('Nothing to ask: every link is known.\n');
  await imported(earth, [{ minute: 9, author: 'dee', urls: ['http://bit.ly/abc'] }]);
  expect((await earth.edchat(['reindex'])).code).toBe(0);
  expect(await linksOf(earth)).toMatchObject([
    { canonical: 'rubrics.example/oral', spellings: 3, sharedBy: ['ana', 'ben', 'cleo', 'dee'] },
  ]);
  expect(earth.asked.length).toBe(before);
});

test('a page that only short links led to is shown by its own address', async () => {
  const earth = await world({ 'bit.ly/a': to('https://maps.example/lesson?page=2&utm_medium=x') });
  await imported(earth, [{ minute: 1, urls: ['http://bit.ly/a'] }]);
  await earth.edchat(['expand', '--no-titles']);
  expect(earth.asked).toEqual(['bit.ly/a']);
  expect(await linksOf(earth)).toMatchObject([{ url: 'https://maps.example/lesson?page=2', title: null }]);
});

test('what a short link led to is known also when nothing is there any more', async () => {
  const earth = await world({ 'bit.ly/a': to('http://closed.invalid/lesson') });
  await imported(earth, [{ minute: 1, urls: ['http://bit.ly/a'] }]);
  const { code } = await earth.edchat(['expand']);
  expect(code).toBe(0);
  expect(await linksOf(earth)).toMatchObject([{ canonical: 'closed.invalid/lesson', title: null }]);
});

test('a short link to a tweet, a picture or a hashtag page is no link any more', async () => {
  const earth = await world({
    'bit.ly/a': to('https://twitter.com/ana/status/721876543210987654'),
    'bit.ly/b': to('https://twitter.com/hashtag/iaedchat'),
  });
  await imported(earth, [{ minute: 1, urls: ['http://bit.ly/a', 'http://bit.ly/b', 'https://kept.example/'] }]);
  await earth.edchat(['expand', '--no-titles']);
  expect((await linksOf(earth)).map(({ canonical }) => canonical)).toEqual(['kept.example']);
  await earth.edchat(['reindex']);
  expect((await linksOf(earth)).map(({ canonical }) => canonical)).toEqual(['kept.example']);
});

test('a short link that leads nowhere stays as it is, and is not asked again', async () => {
  const earth = await world({ 'bit.ly/here': to('https://kept.example/') });
  await imported(earth, [{ minute: 1, urls: ['http://bit.ly/gone', 'http://bit.ly/here'] }]);
  expect((await earth.edchat(['expand', '--no-titles'])).stdout).toBe(
    'Followed 2 short links: 1 led to a page and 1 lead nowhere any more.\n',
  );
  expect((await linksOf(earth)).map(({ canonical }) => canonical).toSorted()).toEqual(['bit.ly/gone', 'kept.example']);
  await earth.edchat(['expand', '--no-titles']);
  expect(earth.asked.filter((address) => address === 'bit.ly/gone')).toHaveLength(1);
});

test('--dry-run says what would be asked and asks nothing; --limit asks for no more; links of closed services are told', async () => {
  const earth = await world({ 'bit.ly/1': to('https://a.example/'), 'bit.ly/2': to('https://b.example/') });
  await imported(earth, [{ minute: 1, urls: ['http://bit.ly/1', 'http://bit.ly/2', 'http://su.pr/3', 'https://c.example/x'] }]);
  const { stdout } = await earth.edchat(['expand', '--dry-run']);
  expect(stdout).toBe(
    'Of 4 links in all time, edchat would follow 2 short ones and ask 1 page for a title.\n1 short link of services that have closed: nobody can say any more where they led.\n',
  );
  expect(earth.asked).toEqual([]);
  await earth.edchat(['expand', '--limit', '1']);
  expect(earth.asked).toHaveLength(1);
});

test('a page whose title an export told is not asked', async () => {
  const earth = await world({ 'pages.example/a': titled('A'), 'pages.example/b': status(404) });
  await imported(earth, [{ minute: 1, urls: ['https://pages.example/a', 'https://pages.example/b'] }]);
  await earth.edchat(['expand']);
  const before = earth.asked.length;
  await earth.edchat(['expand']);
  expect(earth.asked).toHaveLength(before);
});

describe('what is not sure', () => {
  test('is asked again, three times at most', async () => {
    const earth = await world({ 'pages.example/a': status(503), 'pages.example/ok': titled('OK') });
    await imported(earth, [{ minute: 1, urls: ['https://pages.example/a', 'https://pages.example/ok'] }]);
    for (let run = 0; run < 5; run += 1) await earth.edchat(['expand']);
    // Each time with its own second and third attempt.
    expect(earth.asked.filter((address) => address === 'pages.example/a')).toHaveLength(9);
    await earth.edchat(['expand', '--again']);
    expect(earth.asked.filter((address) => address === 'pages.example/a')).toHaveLength(12);
  });

  test('ends with a host that is too busy; others go on', async () => {
    const earth = await world(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`slow.example/${at}`, status(429)])));
    earth.set('quick.example/a', titled('Quick'));
    const slow = Array.from({ length: 40 }, (_, at) => `https://slow.example/${at}`);
    await imported(earth, [{ minute: 1, urls: ['https://quick.example/a', ...slow] }]);
    const { code, stdout } = await earth.edchat(['expand']);
    expect(code).toBe(0);
    expect(new Set(earth.asked.filter((address) => address.startsWith('slow'))).size).toBeLessThan(12);
    expect(stdout).toContain('1 title found');
    expect(stdout).toContain('40 addresses did not say, or were too busy');
  });
});

test('without a network one sentence is said, and nothing is marked', async () => {
  const earth = await world({});
  await imported(earth, [{ minute: 1, urls: ['http://bit.ly/a', ...Array.from({ length: 20 }, (_, at) => `https://p${at}.example/`)] }]);
  const before = (await earth.edchat(['expand', '--dry-run'])).stdout;
  for (const verb of ['expand', 'check']) {
    // A port on which nobody listens.
    const { code, stderr } = await earth.edchat([verb], { env: { EDCHAT_TEST_SERVER: '1' } });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'edchat: No page can be reached: this computer seems to be offline. Nothing was marked; try again when it is connected\n',
    );
  }
  expect((await earth.edchat(['expand', '--dry-run'])).stdout).toBe(before);
  expect((await earth.edchat(['check', '--offline'])).stdout).toBe('No page of all time was looked at yet.\n');
});

test('Ctrl-C keeps what was learned, and the next run goes on there', async () => {
  const stop = new AbortController();
  const earth = await world({});
  const urls = Array.from({ length: 60 }, (_, at) => `http://bit.ly/n${at}`);
  for (const [at, url] of urls.entries()) {
    earth.set(url.slice('http://'.length), (response, request) => {
      if (at === 30) stop.abort();
      setTimeout(() => void to(`https://pages.example/${at}`)(response, request), 5);
    });
  }
  await imported(earth, [{ minute: 1, urls }]);
  const first = await earth.edchat(['expand', '--no-titles'], { signal: stop.signal });
  expect(first.code).toBe(130);
  expect(first.stderr).toContain('What was learned until now is kept');
  const learned = (await linksOf(earth)).filter(({ canonical }) => canonical.startsWith('pages.example')).length;
  expect(learned).toBeGreaterThan(5);
  expect(learned).toBeLessThan(60);
  const asked = earth.asked.length;
  await earth.edchat(['expand', '--no-titles']);
  expect(earth.asked.length - asked).toBe(60 - learned);
  expect((await linksOf(earth)).every(({ canonical }) => canonical.startsWith('pages.example'))).toBe(true);
});

test('WHEN limits it to the links of that time', async () => {
  const earth = await world({ 'bit.ly/a': to('https://a.example/'), 'bit.ly/b': to('https://b.example/') });
  await imported(earth, [
    { minute: 1, urls: ['http://bit.ly/a'] },
    { minute: 1, week: 1, urls: ['http://bit.ly/b'] },
  ]);
  await earth.edchat(['expand', '2016-04-24', '--no-titles'], { now: NOON });
  expect(earth.asked).toEqual(['bit.ly/b']);
});
