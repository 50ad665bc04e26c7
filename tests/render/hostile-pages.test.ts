import { load } from 'cheerio/slim';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { afterAll, describe, expect, test } from 'vitest';
import { linksPage, tweetsPage, weekPage, weeksPage } from '../../src/render/html.ts';
import { linksMarkdown, tweetsMarkdown, weekMarkdown } from '../../src/render/markdown.ts';
import { figure } from '../runs.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import { chat, groupsOf } from './sample.ts';

const TAGS = new Set([
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'h1',
  'h2',
  'p',
  'section',
  'article',
  'ul',
  'li',
  'strong',
  'time',
  'span',
  'small',
  'br',
  'a',
]);
const ATTRIBUTES = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'datetime', 'dir', 'href', 'rel']);
const NODES = new Set(['root', 'heading', 'paragraph', 'list', 'listItem', 'strong', 'link', 'text']);

function nodes(markdown: string): Nodes[] {
  const all: Nodes[] = [];
  const open: Nodes[] = [fromMarkdown(markdown)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    all.push(node);
    if ('children' in node) open.push(...node.children);
  }
  return all;
}

afterAll(() => figure('attack strings through a renderer', 7 * Object.keys(ATTACKS).length));

describe.each(Object.entries(ATTACKS))('%s', (_, text) => {
  const { answers, session, weeks } = poisoned(text);
  const evilChat = { ...chat, title: text };

  test.each([
    ['week', weekPage({ ...session, chat: evilChat })],
    ['weeks', weeksPage([session, session], evilChat)],
    ['links', linksPage(groupsOf(weeks), evilChat)],
    ['tweets', tweetsPage(answers, evilChat)],
  ])('adds nothing to the page of a %s', (_name, page) => {
    const $ = load(page);
    for (const element of $('*')
      .toArray()
      .filter((node) => 'tagName' in node)) {
      expect(TAGS).toContain(element.tagName);
      for (const name of Object.keys(element.attribs)) expect(ATTRIBUTES).toContain(name);
    }
    for (const link of $('a').toArray()) expect(link.attribs['href']).toMatch(/^https?:\/\//);
    expect($('style').text()).not.toContain('<');
    expect(page).toMatch(/<\/html>\n$/);
  });

  test.each([
    ['week', weekMarkdown(session), { heading: 1 + 2 + 1, listItem: 3 + 3 + 2 }],
    ['links', linksMarkdown(groupsOf(weeks), evilChat), { heading: 2, listItem: 3 }],
    ['tweets', tweetsMarkdown(answers, chat), { heading: 0, listItem: 3 }],
  ])('adds nothing to the Markdown of a %s', (_name, markdown, expected) => {
    const found = nodes(markdown);
    for (const node of found) expect(NODES).toContain(node.type);
    for (const node of found) if (node.type === 'link') expect(node.url).toMatch(/^https?:\/\//);
    expect(found.filter(({ type }) => type === 'heading')).toHaveLength(expected.heading);
    expect(found.filter(({ type }) => type === 'listItem')).toHaveLength(expected.listItem);
    expect(markdown).toMatch(/[^\n]\n$/);
  });
});

test('what a tweet says is still read on the page, letter by letter', () => {
  const { answers } = poisoned('1 < 2 && "quotes" & <b>tags</b>');
  expect(load(tweetsPage(answers.slice(0, 1), chat))('.text').text()).toBe('1 < 2 && "quotes" & <b>tags</b>');
});
