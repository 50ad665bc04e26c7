/** Every form that links are exported to: right to the letter, and read back by somebody else's parser. */
import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as bibtex from 'bibtex-parse';
import { load } from 'cheerio';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseDocument, parseFeed } from 'htmlparser2';
import type { Link, ListItem, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import parseBookmarks from 'node-bookmarks-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manyLinks } from './many-links.ts';
import type { World } from '../expand/world.ts';

interface LinkJson {
  readonly url: string;
  readonly title: string | null;
  readonly host: string;
  readonly sharedBy: readonly string[];
  readonly firstQuestion: number | null;
  readonly question: number | null;
  readonly firstSharedAt: string;
  readonly tags: readonly string[];
  readonly copy: { readonly url: string } | null;
}

const EVENING = '2016-04-17';

let earth: World;
let links: readonly LinkJson[];

beforeAll(async () => {
  earth = await manyLinks(afterAll);
  const { stdout } = await earth.edchat(['links', EVENING, '--json']);
  links = (JSON.parse(stdout) as { weeks: { links: LinkJson[] }[] }).weeks.flatMap((week) => week.links);
  expect(links).toHaveLength(60);
});

async function exported(format: string, ...more: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await earth.edchat(['export', 'links', EVENING, '--format', format, ...more]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

/** All nodes of a kind in a tree of Markdown, in order. */
function every<T extends Nodes>(tree: Nodes, type: T['type']): T[] {
  const own = tree.type === type ? [tree as T] : [];
  return [...own, ...('children' in tree ? tree.children.flatMap((child) => every<T>(child, type)) : [])];
}

const urls = (all: readonly LinkJson[]): string[] => all.map(({ url }) => url);
const sorted = (all: readonly string[]): string[] => all.toSorted();
const titleOf = ({ title, url }: LinkJson): string => title ?? decodeURI(url.replace(/^https?:\/\/(?:www\.)?/, ''));

test('Markdown of a session with 60 links', async () => {
  const text = await exported('markdown');
  await expect(text).toMatchFileSnapshot('../golden/links.md');
  const tree = fromMarkdown(text);
  const items = every<ListItem>(tree, 'listItem');
  expect(items).toHaveLength(60);
  const first = items.map((item) => every<Link>(item, 'link')[0]);
  expect(first.map((link) => link?.url)).toEqual(urls(links));
  expect(first.map((link) => (link === undefined ? '' : wordsOf(link)))).toEqual(links.map(titleOf));
  expect(every(tree, 'html')).toEqual([]);
  expect(text).toBe((await earth.edchat(['links', EVENING, '--markdown'])).stdout);
});

test('Markdown by question, by topic, by site, and flat', async () => {
  for (const group of ['question', 'topic', 'site', 'none']) {
    const text = await exported('markdown', '--group', group);
    await expect(text).toMatchFileSnapshot(`../golden/links-by-${group}.md`);
    const tree = fromMarkdown(text);
    const found = every<ListItem>(tree, 'listItem').map((item) => every<Link>(item, 'link')[0]?.url ?? '');
    expect(sorted(found)).toEqual(sorted(urls(links)));
    const headings = every(tree, 'heading').map((node) => wordsOf(node));
    const expected = { question: 4, topic: 1, site: 15, none: 0 }[group];
    expect(headings).toHaveLength(expected ?? -1);
  }
});

test('CSV', async () => {
  const text = await exported('csv');
  await expect(text).toMatchFileSnapshot('../golden/links.csv');
  const rows: Record<string, string>[] = parseCsv(text, { columns: true });
  expect(rows.map((row) => row['url'])).toEqual(urls(links));
  // A spreadsheet shows the apostrophe's cell as text.
  expect(rows.map((row) => row['title']?.replace(/^'/, ''))).toEqual(links.map(({ title }) => title ?? ''));
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@]/);
});

test('JSON Lines', async () => {
  const text = await exported('jsonl');
  await expect(text).toMatchFileSnapshot('../golden/links.jsonl');
  const lines = text.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as LinkJson).url)).toEqual(urls(links));
});

interface Bookmark {
  readonly title: string;
  readonly url?: string;
  readonly children?: readonly Bookmark[];
}

function bookmarksIn(all: readonly Bookmark[]): Bookmark[] {
  return all.flatMap((one) => (one.children === undefined ? [one] : bookmarksIn(one.children)));
}

test('bookmarks', async () => {
  const text = await exported('bookmarks', '--group', 'question');
  await expect(text).toMatchFileSnapshot('../golden/bookmarks.html');
  const roots = parseBookmarks(text) as unknown as Bookmark[];
  const found = bookmarksIn(roots);
  expect(sorted(found.map(({ url }) => url ?? ''))).toEqual(sorted(urls(links)));
  const titles = new Map(found.map(({ url, title }) => [url, title]));
  for (const link of links) expect(titles.get(link.url)).toBe(titleOf(link));
  expect(roots.flatMap(({ children = [] }) => children.map(({ title }) => title))).toEqual(['Links of #IAedchat']);
  const $ = load(text);
  expect($('script')).toHaveLength(0);
  expect($('a[tags="assessment,start-here"]')).toHaveLength(1);
});

test('OPML of the sites', async () => {
  const text = await exported('opml');
  await expect(text).toMatchFileSnapshot('../golden/sites.opml');
  const document = parseDocument(text, { xmlMode: true });
  const $ = load(document, { xml: true });
  expect($('opml').attr('version')).toBe('2.0');
  expect($('head > title').text()).toBe('Sites of #IAedchat');
  expect($('body > outline').length).toBe(new Set(links.map(({ host }) => host)).size);
  const pages = $('outline[type="link"]').toArray();
  expect(sorted(pages.map((page) => page.attribs['url'] ?? ''))).toEqual(sorted(urls(links)));
  for (const page of pages) expect(page.attribs['text']).not.toBe('');
});

test('BibTeX', async () => {
  const text = await exported('bibtex');
  await expect(text).toMatchFileSnapshot('../golden/links.bib');
  const entries = bibtex.entries(text);
  expect(entries).toHaveLength(60);
  expect(new Set(entries.map((entry) => entry['key'])).size).toBe(60);
  expect(sorted(entries.map((entry) => entry['URL'] ?? ''))).toEqual(sorted(urls(links)));
  for (const entry of entries) {
    expect(entry['NOTE']).toMatch(/^As shared by @\w+/);
    expect(entry['urldate'.toUpperCase()]).toBe(EVENING);
    expect(entry['TITLE']).not.toBe('');
  }
  expect(text).toContain('As shared by @ana\\_q1 answering Q1 of \\#IAedchat, 17 April 2016');
});

test('CSL-JSON', async () => {
  const text = await exported('csl');
  await expect(text).toMatchFileSnapshot('../golden/links.csl.json');
  const items = JSON.parse(text) as Record<string, unknown>[];
  expect(items).toHaveLength(60);
  expect(new Set(items.map(({ id }) => id)).size).toBe(60);
  // The variables of the schema, and what they may hold: https://github.com/citation-style-language/schema
  const STRINGS = new Set(['id', 'title', 'container-title', 'URL', 'note', 'keyword', 'archive', 'archive_location', 'status']);
  for (const { type, accessed, ...rest } of items) {
    expect(type).toBe('webpage');
    expect(accessed).toEqual({ 'date-parts': [[2016, 4, 17]] });
    for (const [name, value] of Object.entries(rest)) {
      expect(STRINGS).toContain(name);
      expect(typeof value).toBe('string');
    }
  }
  const byUrl = new Map(items.map((item) => [item['URL'], item]));
  for (const link of links) expect(byUrl.get(link.url)?.['title']).toBe(titleOf(link));
  expect(text).toContain('as shared by @ana_q1 answering Q1 of #IAedchat, 17 April 2016');
});

test('Atom', async () => {
  const text = await exported('atom');
  await expect(text).toMatchFileSnapshot('../golden/links.atom');
  const feed = parseFeed(text);
  expect(feed).toMatchObject({ type: 'atom', title: 'Links of #IAedchat', id: 'urn:edchat:iaedchat:links' });
  expect(feed?.items).toHaveLength(60);
  expect(sorted(feed?.items.map(({ link }) => link ?? '') ?? [])).toEqual(sorted(urls(links)));
  const $ = load(text, { xml: true });
  // What RFC 4287 asks for.
  for (const needed of ['feed > id', 'feed > title', 'feed > updated', 'feed > author > name']) expect($(needed)).toHaveLength(1);
  for (const entry of $('entry').toArray()) {
    for (const needed of ['id', 'title', 'updated']) expect($(entry).children(needed)).toHaveLength(1);
    expect(Date.parse($(entry).children('updated').text())).not.toBeNaN();
    // HTML within: read once more, it holds words and no element.
    const title = load(`<p>${$(entry).children('title').text()}</p>`);
    expect(title('p').children()).toHaveLength(0);
  }
  const titles = $('entry > title')
    .toArray()
    .map((node) => load(`<p>${$(node).text()}</p>`)('p').text());
  expect(sorted(titles)).toEqual(sorted(links.map(titleOf)));
  expect(
    new Set(
      $('entry > id')
        .toArray()
        .map((node) => $(node).text()),
    ).size,
  ).toBe(60);
});

describe('--out', () => {
  test('writes the whole file, and leaves nothing else', async () => {
    const folder = join(earth.folder, 'out');
    const file = join(earth.folder, 'april.md');
    const { code, stdout } = await earth.edchat(['export', 'links', EVENING, '--out', file]);
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe(await exported('markdown'));
    expect(readdirSync(earth.folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test('never writes over a file without --force', async () => {
    const file = join(earth.folder, 'mine.md');
    writeFileSync(file, 'my own words');
    const refused = await earth.edchat(['export', 'links', EVENING, '--out', file]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /mine\.md: there is a file of that name already\. Choose another with --out FILE, or replace it with --force/,
    );
    expect(readFileSync(file, 'utf8')).toBe('my own words');
    expect((await earth.edchat(['export', 'links', EVENING, '--out', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('## ');
  });

  test('leaves the old file whole when there is nothing to write', async () => {
    const file = join(earth.folder, 'kept.md');
    writeFileSync(file, 'last year');
    const { code } = await earth.edchat(['export', 'links', '2011', '--out', file, '--force']);
    expect(code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('last year');
    expect(readdirSync(earth.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('writes into the file that a link leads to, not over a folder, and into a device', async () => {
    const [file, link] = [join(earth.folder, 'real.md'), join(earth.folder, 'link.md')];
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    expect((await earth.edchat(['export', 'links', EVENING, '--out', link, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('## ');
    const folder = await earth.edchat(['export', 'links', EVENING, '--out', earth.folder, '--force']);
    expect(folder.code).toBe(2);
    expect(folder.stderr).toContain('this is a folder');
    // A device is no file that somebody may still want.
    expect((await earth.edchat(['export', 'links', EVENING, '--out', '/dev/null'])).code).toBe(0);
    const nowhere = await earth.edchat(['export', 'links', EVENING, '--out', join(earth.folder, 'no', 'such', 'x.md')]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('cannot write there');
  });
});
