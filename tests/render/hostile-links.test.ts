/** The forms that other programs read, with a text in them that tries to be more than text: they stay well-formed and add nothing. */
import * as bibtex from 'bibtex-parse';
import { load } from 'cheerio';
import * as sax from 'sax';
import { describe, expect, test } from 'vitest';
import { linksAtom } from '../../src/render/atom.ts';
import { linksBibtex } from '../../src/render/bibtex.ts';
import { bookmarksFile } from '../../src/render/bookmarks.ts';
import { linksCsl } from '../../src/render/csl.ts';
import { sitesOpml } from '../../src/render/opml.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import { chat, groupsOf, link } from './sample.ts';

/** The tags of a text that must be well-formed XML, with their attributes. */
function tagsOf(xml: string): { name: string; attributes: Readonly<Record<string, string>> }[] {
  const found: ReturnType<typeof tagsOf> = [];
  const refused = (error: Error) => {
    throw error;
  };
  const parser = Object.assign(sax.parser(true), { onerror: refused, onopentag: (tag: (typeof found)[number]) => found.push(tag) });
  parser.write(xml).close();
  return found;
}

describe.each(Object.entries(ATTACKS))('%s', (_name, text) => {
  const { weeks } = poisoned(text);
  // A page that can be opened, with everything else by a stranger.
  const links = [...weeks.flatMap((week) => week.links), { ...weeks[0]!.links[0]!, url: link.url, canonical: link.canonical }];
  const groups = [...groupsOf(weeks), { heading: { by: 'question' as const, number: 1, text }, links }];
  const evilChat = { ...chat, title: text };

  test('in bookmarks', () => {
    const file = bookmarksFile(groups, evilChat);
    const $ = load(file);
    const allowed = new Set(['html', 'head', 'body', 'meta', 'title', 'h1', 'h3', 'dl', 'dt', 'dd', 'p', 'a']);
    for (const node of $('*').toArray()) expect(allowed).toContain('tagName' in node ? node.tagName : '');
    for (const node of $('a').toArray()) {
      expect(Object.keys(node.attribs)).toEqual(['href', 'add_date', 'tags']);
      expect(node.attribs['href']).toMatch(/^https?:\/\//);
    }
    // A bookmark and its words stand on a line each.
    for (const line of file.trim().split('\n')) expect(line).toMatch(/^<(?:!DOCTYPE|META|TITLE|H1|\/?DL|DT|DD)/);
  });

  test('in OPML', () => {
    for (const { name, attributes } of tagsOf(sitesOpml(links, evilChat))) {
      expect(['opml', 'head', 'title', 'docs', 'body', 'outline']).toContain(name);
      for (const [attribute, value] of Object.entries(attributes))
        if (attribute === 'url' || attribute === 'htmlUrl') expect(value).toMatch(/^(?:https?:\/\/.*)?$/);
    }
  });

  test('in Atom', () => {
    const feed = linksAtom(links, evilChat);
    const allowed = ['feed', 'id', 'title', 'updated', 'generator', 'author', 'name', 'link', 'entry', 'summary', 'published', 'category'];
    for (const { name, attributes } of tagsOf(feed)) {
      expect(allowed).toContain(name);
      if (attributes['href'] !== undefined) expect(attributes['href']).toMatch(/^https?:\/\//);
    }
    const $ = load(feed, { xml: true });
    for (const node of $('entry > title, entry > summary').toArray())
      expect(load(`<p>${$(node).text()}</p>`)('p').children()).toHaveLength(0);
  });

  test('in BibTeX and CSL-JSON', () => {
    const bib = linksBibtex(links, evilChat);
    const entries = bibtex.entries(bib);
    expect(entries).toHaveLength(links.length);
    for (const entry of entries) {
      expect(Object.keys(entry).toSorted()).toEqual(['HOWPUBLISHED', 'KEYWORDS', 'NOTE', 'TITLE', 'URL', 'URLDATE', 'key', 'type']);
      // A backslash only begins what we wrote ourselves.
      expect(entry['TITLE']).not.toMatch(/\\(?!text(?:backslash|braceleft|braceright|asciitilde|asciicircum)\b|[&%$#_])/);
    }
    const items = JSON.parse(linksCsl(links, evilChat)) as { URL: string }[];
    expect(items).toHaveLength(links.length);
    for (const item of items) expect(item.URL).toMatch(/^(?:https?:\/\/.*)?$/);
  });
});
