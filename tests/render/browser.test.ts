/** What edchat writes as HTML, opened in a real browser with attacks in every place that strangers fill: all of it stays text. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksPage, tweetsPage, weekPage } from '../../src/render/html.ts';
import { CHROMIUM, SUSPICIOUS, watch } from '../site/chromium.ts';
import { attackExport, workplace } from '../site/sites.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import { chat, groupsOf } from './sample.ts';

const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  week: ['export', 'week', '2016-04-24', '--format', 'html'],
  links: ['export', 'links', '2016', '--format', 'html'],
  tweets: ['export', 'tweets', '--format', 'html'],
  'tweets of aliases': ['export', 'tweets', '--format', 'html', '--alias'],
  recap: ['recap', '2016-04-24', '--format', 'html', '--length', 'full'],
};

const title = CHROMIUM === null ? 'in a browser (skipped: no Chromium here; install it or name it in EDCHAT_CHROMIUM)' : 'in a browser';

describe.skipIf(CHROMIUM === null)(title, () => {
  let browser: Browser;
  const place = workplace();

  beforeAll(async () => {
    place.edchat(['import', place.file('attacks.json', attackExport('2016-04-25T00:00:00Z'))]);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    place.clean();
  });

  /** Opens pages one after the other: none may run, fetch or say anything, or hold what a tweet must not become. */
  async function openAll(pages: ReadonlyMap<string, string>): Promise<void> {
    const page = await browser.newPage();
    const base = `${pathToFileURL(place.folder).href}/`;
    const { problems } = watch(page, base);
    for (const [name, html] of pages) {
      const file = join(place.folder, 'page.html');
      writeFileSync(file, html);
      await page.goto(pathToFileURL(file).href);
      // What a pointer, a key or the focus could set off.
      await page.evaluate(`for (const element of document.querySelectorAll('*'))
        for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle']) element.dispatchEvent(new Event(kind))`);
      expect(await page.evaluate<string[]>(SUSPICIOUS), name).toEqual([]);
      expect(problems, name).toEqual([]);
    }
    await page.close();
  }

  test('what the command line writes of an evening of attacks', async () => {
    const pages = new Map(
      Object.entries(WRITTEN).map(([name, words]) => {
        const { code, stdout, stderr } = place.edchat(words);
        expect([code, stderr], name).toEqual([0, '']);
        expect(stdout, name).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
        return [name, stdout];
      }),
    );
    await openAll(pages);
  });

  test('each attack in every field of a page', async () => {
    const pages = Object.entries(ATTACKS).flatMap(([name, text]) => {
      const { session, weeks, answers } = poisoned(text);
      return [
        [`${name} in a week`, weekPage(session)],
        [`${name} in links`, linksPage(groupsOf(weeks), { ...chat, title: text })],
        [`${name} in tweets`, tweetsPage(answers, { ...chat, title: text })],
      ] as const;
    });
    await openAll(new Map(pages));
  });
});
