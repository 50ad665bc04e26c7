import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { source as axeSource, type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO } from '../cli/edchat.ts';
import { ATTACKS } from '../render/attacks.ts';
import { CHROMIUM, REQUIRED, serve, watch } from './chromium.ts';
import { attackExport, workplace } from './sites.ts';

const PAGES = [
  'index.html',
  'sessions/2016-04-17.html',
  'sessions/2016-04-24.html',
  'topics/index.html',
  'topics/standards-based-grading.html',
  'links/index.html',
  'links/2016.html',
  'sites/index.html',
  'sites/evil.example.html',
  'people/index.html',
  'people/mrtomh_gr6sci.html',
  'search.html?q=choice',
];

/** What no tweet may become: elements, handlers, addresses of another kind. */
const SUSPICIOUS = `[...document.querySelectorAll('*')].flatMap((element) => [
  ...(['SCRIPT', 'IMG', 'IFRAME', 'OBJECT', 'FORM'].includes(element.tagName) ? [element.tagName] : []),
  ...[...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name),
  ...(element instanceof HTMLAnchorElement && !/^(?:https?|file):$/.test(element.protocol) ? [element.href] : []),
])`;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1200, height: 900 };

test('a browser is here where one is required', () => {
  const advice = 'install Chromium (apt-get install chromium), or name it in EDCHAT_CHROMIUM';
  expect(CHROMIUM !== null || !REQUIRED, advice).toBe(true);
});

const title = CHROMIUM === null ? 'in a browser (skipped: no Chromium here; install it or name it in EDCHAT_CHROMIUM)' : 'in a browser';

describe.skipIf(CHROMIUM === null)(title, () => {
  let browser: Browser;
  let server: Server;
  const bases = { file: '', http: '' };
  const place = workplace();

  beforeAll(async () => {
    place.edchat(['import', DEMO, place.file('attacks.json', attackExport('2016-04-25T00:00:00Z'))]);
    place.build('--people');
    place.edchat(['recap', '2016-04-24', '--format', 'html', '--length', 'full', '--out', join(place.site, 'recap.html')]);
    bases.file = `${pathToFileURL(place.site).href}/`;
    ({ base: bases.http, server } = await serve(place.site));
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    place.clean();
  });

  /** Opens pages one after the other, does something on each, and fails if one said, asked or fetched anything it should not. */
  async function tour(
    base: string,
    paths: readonly string[],
    work: (page: Page, path: string) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: DESK, ...options });
    try {
      const page = await context.newPage();
      const { problems } = watch(page, base);
      for (const path of paths) {
        await page.goto(base + path);
        await work(page, path);
        expect(problems, path).toEqual([]);
      }
    } finally {
      await context.close();
    }
  }

  const visit = (base: string, path: string, work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    tour(base, [path], work, options);

  describe.each(['file', 'http'] as const)('over %s:', (kind) => {
    test('every kind of page loads its own files and nothing else, and says nothing', async () => {
      await tour(bases[kind], [...PAGES, 'recap.html'], async (page, path) => {
        expect(await page.locator('h1').count(), path).toBeGreaterThan(0);
        if (path !== 'recap.html') expect(await page.evaluate('document.styleSheets.length'), path).toBe(1);
      });
    });

    test('the search finds tweets, and leads to them', async () => {
      await visit(bases[kind], 'search.html', async (page) => {
        await page.getByLabel('Words in tweets').fill('pineapple chart');
        await page.locator('#hits li').first().waitFor();
        await expect.poll(() => page.locator('#state').textContent()).toMatch(/^\d+ tweets$/);
        expect(await page.locator('#hits mark').first().textContent()).toMatch(/pineapple|chart/i);
        await page.locator('#hits a').first().click();
        await page.waitForURL(/sessions\/2016-04-17\.html#t\d+$/);
        expect(await page.locator(':target').textContent()).toMatch(/pineapple/i);
        expect(await page.locator(':target').isVisible()).toBe(true);
      });
    });

    test('attacks that are searched for are shown, not run', async () => {
      for (const words of ['onerror alert', 'javascript', 'script svg onload']) {
        await visit(bases[kind], `search.html?q=${encodeURIComponent(words)}`, async (page) => {
          await page.locator('#hits li').first().waitFor();
          expect(await page.locator('#hits img, #hits script, #hits svg').count()).toBe(0);
        });
      }
    });
  });

  test('no attack becomes anything but text: no element, no handler, no address but of the web', async () => {
    await tour(bases.file, ['sessions/2016-04-24.html', 'links/2016.html', 'recap.html', 'index.html'], async (page, path) => {
      const found = await page.evaluate<string[]>(SUSPICIOUS);
      expect(found, path).toEqual([]);
    });
    const shown = place.read('sessions/2016-04-24.html');
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(Object.keys(ATTACKS).length).toBeGreaterThan(20);
  });

  test.each([
    ['a desk, light', { viewport: DESK, colorScheme: 'light' }, [...PAGES, 'recap.html']],
    [
      'a phone, dark',
      { viewport: PHONE, colorScheme: 'dark' },
      ['index.html', 'sessions/2016-04-17.html', 'links/index.html', 'search.html?q=choice', 'recap.html'],
    ],
  ] satisfies [string, BrowserContextOptions, string[]][])('axe finds nothing on %s', async (_, options, paths) => {
    await tour(
      bases.file,
      paths,
      async (page, path) => {
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate<AxeResults>('axe.run({ preload: false })');
        expect(violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
      },
      options,
    );
  });

  test('no page is wider than a phone', async () => {
    await tour(
      bases.file,
      [...PAGES, 'recap.html'],
      async (page, path) => {
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(PHONE.width);
      },
      { viewport: PHONE },
    );
  });

  test('light and dark follow the reader, and paper is always white', async () => {
    const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const seen: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(bases.file, 'sessions/2016-04-17.html', async (page) => void seen.push(await background(page)), { colorScheme });
    expect(new Set(seen).size).toBe(2);
    await visit(
      bases.file,
      'sessions/2016-04-17.html',
      async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await background(page)).toBe('rgb(255, 255, 255)');
        expect(await page.locator('header').isVisible()).toBe(false);
        expect(await page.locator('#q1').isVisible()).toBe(true);
      },
      { colorScheme: 'dark' },
    );
  });

  test('the keyboard leads to the content, through the site and to a result of the search', async () => {
    await visit(bases.file, 'sessions/2016-04-17.html', async (page) => {
      const focused = () => page.evaluate<string>('document.activeElement.textContent');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('To the content');
      expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: expect.any(Number) as number });
      expect((await page.locator('.skip').boundingBox())?.x).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Q1');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    });
    await visit(bases.file, 'search.html', async (page) => {
      await page.locator('#words').focus();
      await page.keyboard.type('sourdough');
      await page.keyboard.press('Enter');
      await page.locator('#hits li').first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/sessions\/.*#t\d+$/);
    });
  });

  test('without JavaScript everything can be read, and the search says what else there is', async () => {
    await visit(bases.file, 'sessions/2016-04-17.html', async (page) => expect(await page.locator('#q3').isVisible()).toBe(true), {
      javaScriptEnabled: false,
    });
    await visit(
      bases.file,
      'search.html',
      async (page) => expect(await page.getByText('Searching needs JavaScript').isVisible()).toBe(true),
      {
        javaScriptEnabled: false,
      },
    );
  });
});
