import { load } from 'cheerio/slim';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { RecapView } from '../../src/recap-views.ts';
import { recapPage } from '../../src/render/html/recap.ts';
import { recapMarkdown } from '../../src/render/markdown/recap.ts';
import { ATTACKS, poisoned } from './attacks.ts';
import { chat } from './sample.ts';

/** A recap with the text in every place that strangers fill. */
function recapOf(text: string): RecapView {
  const { answers, session, summary } = poisoned(text);
  const [tweet, linked] = answers;
  if (tweet === undefined || linked === undefined) throw new Error('no tweets');
  const person = { author: text, name: text };
  const question = { label: text, text, key: text, askedBy: person, answers: 3, people: 2, links: session.topLinks };
  return {
    chat: { ...chat, title: text },
    session: summary,
    moderators: [person, { author: null, name: text }],
    answers: 4,
    hour: {
      startsAt: summary.startsAt,
      endsAt: summary.endsAt,
      bars: Array.from({ length: 60 }, () => 3),
      marks: [{ label: text, bar: 3 }],
    },
    questions: [{ ...question, best: answers.map((one) => ({ tweet: one, replies: 2, sharers: 2 })) }],
    otherLinks: session.topLinks,
    talks: [{ tweets: [tweet, linked, tweet, linked].map((one, depth) => ({ tweet: one, depth })), people: 3, more: 2 }],
    newcomers: [
      { ...person, first: tweet },
      { ...person, first: null },
    ],
    back: [person],
    waiting: answers,
    thanks: [person],
    related: [{ session: summary, question: { label: text, text } }],
  };
}

function shape(page: string): { tags: Set<string>; attributes: Set<string>; addresses: string[] } {
  const elements = load(page)('*')
    .toArray()
    .filter((node) => 'tagName' in node);
  return {
    tags: new Set(elements.map(({ tagName }) => tagName)),
    attributes: new Set(elements.flatMap(({ attribs }) => Object.keys(attribs))),
    addresses: elements.flatMap(({ attribs }) => attribs['href'] ?? []),
  };
}

function kinds(markdown: string): Set<string> {
  const all = new Set<string>();
  const open: Nodes[] = [fromMarkdown(markdown)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    all.add(node.type);
    if ('children' in node) open.push(...node.children);
  }
  return all;
}

// What holds an address is a link where it is one of the web: the harmless page has them all.
const harmless = recapOf('https://good.example/page');
const [page, nodes] = [shape(recapPage([harmless])), kinds(recapMarkdown(harmless))];

describe.each(Object.entries(ATTACKS))('%s', (_, text) => {
  test('adds nothing to the page of a recap', () => {
    const { tags, attributes, addresses } = shape(recapPage([recapOf(text)]));
    expect([...tags].filter((tag) => !page.tags.has(tag))).toEqual([]);
    expect([...attributes].filter((name) => !page.attributes.has(name))).toEqual([]);
    for (const address of addresses) expect(address).toMatch(/^https?:\/\//);
  });

  test('adds nothing to the Markdown of a recap', () => {
    expect([...kinds(recapMarkdown(recapOf(text)))].filter((kind) => !nodes.has(kind))).toEqual([]);
  });
});
