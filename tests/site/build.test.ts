import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statuses } from '../cli/exports.ts';
import { demoArchive, filesOf, workplace } from './sites.ts';

let demo: ReturnType<typeof demoArchive>;
beforeAll(() => {
  demo = demoArchive();
});
afterAll(() => demo.clean());
let place: ReturnType<typeof workplace>;
beforeEach(() => {
  place = workplace(demo.path);
});
afterEach(() => place.clean());

const OLD = 1_000_000;

/** Makes every file of the site look old, so that those which are written again can be told. */
function age(site: string): void {
  for (const path of filesOf(site).keys()) utimesSync(join(site, path), OLD, OLD);
}

function fresh(site: string): string[] {
  return [...filesOf(site)].filter(([, time]) => time > OLD * 1000).map(([path]) => path);
}

describe('a site', () => {
  test('has a page for every session, with a permalink for every question and every tweet', () => {
    const { code, stdout } = place.build();
    expect([code, stdout]).toEqual([0, `${join(place.site, 'index.html')}\n`]);
    const $ = load(place.read('sessions/2016-04-17.html'));
    for (const number of [1, 2, 3, 4, 5, 6, 7]) expect($(`h2#q${number}`).text()).toMatch(new RegExp(`^Q${number}: `));
    const lines = place.edchat(['export', 'tweets', '2016-04-17', '--format', 'jsonl']).stdout.trim().split('\n');
    const tweets = lines
      .map((line) => JSON.parse(line) as { id: string; kind: string; session: string | null })
      .filter(({ session }) => session === '2016-04-17');
    for (const { id, kind } of tweets) expect($(`#t${id}`)).toHaveLength(kind === 'retweet' ? 0 : 1);
    expect($('#t721853525984198656').parents('li').first().attr('id')).toBe('t721853450240880640');
  });

  test('every link within it leads to a file and an anchor that are there', () => {
    place.build('--people');
    const pages = new Map(
      [...filesOf(place.site).keys()].filter((path) => path.endsWith('.html')).map((path) => [path, load(place.read(path))]),
    );
    for (const [path, $] of pages) {
      for (const element of $('a, link').toArray()) {
        const href = element.attribs['href'] ?? '';
        if (/^https?:/.test(href)) continue;
        const { pathname, hash } = new URL(href, `http://site/${path}`);
        const target = pathname.slice(1);
        expect(existsSync(join(place.site, target)), `${path} -> ${href}`).toBe(true);
        if (hash !== '') expect(pages.get(target)?.(`[id="${hash.slice(1)}"]`).length, `${path} -> ${href}`).toBe(1);
      }
    }
  });

  test('people have pages only where that was asked for', () => {
    place.build('--people');
    expect([...filesOf(place.site).keys()].filter((path) => path.startsWith('people/')).length).toBeGreaterThan(40);
    place.build();
    expect([...filesOf(place.site).keys()].filter((path) => path.startsWith('people/'))).toEqual([]);
    expect(place.read('sessions/2016-04-17.html')).not.toContain('people/');
  });

  test('the feed lists the sessions, newest first, under the address of the site', () => {
    place.build('--address', 'https://chat.example.org/archive');
    const feed = load(place.read('feed.xml'), { xml: true });
    expect(
      feed('entry > link')
        .toArray()
        .map(({ attribs }) => attribs['href']),
    ).toEqual(['2016-04-17', '2016-04-10', '2016-04-03'].map((session) => `https://chat.example.org/archive/sessions/${session}.html`));
    expect(feed('entry > title').first().text()).toBe('personalized professional learning (Sunday, April 17, 2016)');
  });

  test('a long session is spread over pages below 150 KB, and search and links find the right one', () => {
    const many = statuses(1500, { every: 2 }).map((tweet, at) => ({
      ...tweet,
      full_text: `A1: number${at} ${'pond '.repeat(30)}#iaedchat`,
    }));
    const long = workplace();
    try {
      long.edchat(['import', long.file('long.json', JSON.stringify(many))]);
      long.build();
      const pages = [...filesOf(long.site).keys()].filter((path) => path.startsWith('sessions/'));
      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) expect(Buffer.byteLength(long.read(page))).toBeLessThan(150_000);
      const found = pages.flatMap((page) =>
        load(long.read(page))('.tweets li')
          .toArray()
          .map(({ attribs }) => attribs['id']),
      );
      expect(found).toHaveLength(1500);
      expect(new Set(found).size).toBe(1500);
    } finally {
      long.clean();
    }
  });
});

describe('building again', () => {
  test('writes nothing when nothing changed', () => {
    place.build();
    age(place.site);
    expect(place.build().stderr).toContain('0 files written');
    expect(fresh(place.site)).toEqual(['edchat-site.json']);
  });

  test('writes what a new week changes, and no session besides its neighbour', () => {
    place.build();
    age(place.site);
    const week = statuses(80, { from: '2016-05-02T00:00:00Z', every: 40 }).map((tweet) => ({
      ...tweet,
      full_text: `${tweet.full_text} in May`,
    }));
    place.edchat(['import', place.file('may.json', JSON.stringify(week))]);
    place.build();
    expect(fresh(place.site).filter((path) => /^(?:sessions|search)\//.test(path))).toEqual([
      'search/2016-05.js',
      'search/shards.js',
      'sessions/2016-04-17.html',
      'sessions/2016-05-01.html',
    ]);
  });

  test('takes out what was taken out of the archive, everywhere', () => {
    const week = statuses(80, { from: '2016-05-02T00:00:00Z', every: 40 }).map((tweet, at) => ({
      ...tweet,
      full_text: `${tweet.full_text} secretword${at}`,
    }));
    place.build('--people');
    const before = new Map([...filesOf(place.site).keys()].map((path) => [path, place.read(path)]));
    place.edchat(['import', place.file('may.json', JSON.stringify(week))]);
    place.build('--people');
    expect(place.read('sessions/2016-05-01.html')).toContain('secretword7');
    expect(place.read('search/2016-05.js')).toContain('secretword7');
    place.edchat(['undo']);
    expect(place.build('--people').stderr).toMatch(/[1-9]\d* removed/);
    const after = new Map([...filesOf(place.site).keys()].map((path) => [path, place.read(path)]));
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    for (const [path, text] of after) expect(text, path).toBe(before.get(path));
  });

  test('makes again what somebody deleted or a broken build left behind', () => {
    place.build();
    const page = place.read('sessions/2016-04-10.html');
    writeFileSync(join(place.site, 'sessions/2016-03-27.html'), page);
    writeFileSync(join(place.site, 'sessions/notes.txt'), 'mine');
    mkdirSync(join(place.site, 'empty'));
    const manifest = place.read('edchat-site.json');
    writeFileSync(join(place.site, 'edchat-site.json'), manifest.replace(/"sessions\/2016-04-03\.html":"[^"]+",?/, ''));
    place.build();
    const paths = [...filesOf(place.site).keys()];
    expect(paths).not.toContain('sessions/2016-03-27.html');
    expect(paths).toContain('sessions/2016-04-03.html');
    expect(place.read('sessions/notes.txt')).toBe('mine');
  });
});

test('a build that was killed in the middle of a file is taken up again, and leaves nothing behind', () => {
  mkdirSync(join(place.site, 'sessions'), { recursive: true });
  for (const path of ['.edchat-draft', 'sessions/.edchat-draft', 'people/.edchat-draft']) {
    mkdirSync(join(place.site, path, '..'), { recursive: true });
    writeFileSync(join(place.site, path), '<!doc');
  }
  expect(place.build().code).toBe(0);
  expect([...filesOf(place.site).keys()].filter((path) => path.includes('draft') || path.includes('people'))).toEqual([]);
  expect(existsSync(join(place.site, 'people'))).toBe(false);
});

describe('what edchat did not write', () => {
  test('is neither written over nor removed', () => {
    mkdirSync(place.site);
    writeFileSync(join(place.site, 'index.html'), 'my home page');
    expect(place.build()).toMatchObject({
      code: 2,
      stderr: `edchat: ${join(place.site, 'index.html')} is there and edchat did not write it: choose an empty folder for the site\n`,
    });
    expect([...filesOf(place.site).keys()]).toEqual(['index.html']);
  });

  test('stays although a manifest claims it', () => {
    place.build();
    const mine = place.file('mine.html', 'mine');
    const manifest = JSON.parse(place.read('edchat-site.json')) as { files: Record<string, string> };
    manifest.files['../mine.html'] = 'x';
    manifest.files['sessions/../../mine.html'] = 'x';
    manifest.files['topics/mine.html'] = 'x';
    writeFileSync(join(place.site, 'topics/mine.html'), 'mine');
    writeFileSync(join(place.site, 'edchat-site.json'), JSON.stringify(manifest));
    place.build();
    expect([readFileSync(mine, 'utf8'), place.read('topics/mine.html')]).toEqual(['mine', 'mine']);
  });

  test.each([
    ['{"version":2}', 'this is not what edchat wrote there'],
    ['nonsense', 'this is not what edchat wrote there'],
    [JSON.stringify({ version: 1, chat: 'edchat', look: '', files: {}, sessions: {}, shards: {} }), 'holds the site of edchat'],
  ])('a folder that says %j is refused', (manifest, words) => {
    mkdirSync(place.site);
    writeFileSync(join(place.site, 'edchat-site.json'), manifest);
    const { code, stderr } = place.build();
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test.each([
    [['site'], "missing required argument 'folder'"],
    [['site', 'x', '--address', 'javascript:alert(1)'], 'is not an address on the web'],
  ])('%j is refused', (args, words) => {
    expect(place.edchat(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(words) as string });
  });
});

describe('open', () => {
  test('builds a site in the cache folder and says where the page is', () => {
    const env = { EDCHAT_CACHE: join(place.folder, 'cache'), DISPLAY: '', WAYLAND_DISPLAY: '', WSL_DISTRO_NAME: '' };
    const { code, stdout } = place.edchat(['open', '2016-04-10', '--print'], { env });
    expect(code).toBe(0);
    expect(readFileSync(stdout.trim(), 'utf8')).toContain('student-led conferences');
    expect(place.edchat(['open', '2015'], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('edchat open 2016-04-03') as string,
    });
  });
});
