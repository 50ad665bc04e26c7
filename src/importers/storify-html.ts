import { type Nodes, type Page, partsOf, readPage } from '../parsing/html.ts';
import { readStory } from '../parsing/storify-story.ts';
import type { StoryElement } from '../parsing/storify-tweet.ts';
import type { Importer } from './importer.ts';

// Styles can fill the beginning of a saved page before the story starts, so any two of these will do; the script comes first.
const SIGNS = [
  /\bs\.story\["permalink"\]\s*=/,
  /\bs\.story\["stats"\]\s*=/,
  /<body\b[^>]*\bid="embed"/,
  /<div\b[^>]*\bclass="s-story\b/,
  /<ol\b[^>]*\bclass="[^"]*\bs-elements\b/,
  /<li\b[^>]*\bdata-permalink="[^>]*\bclass="s-element\b/,
];

/** A Storify story saved from the browser; the platform closed in May 2018. */
export const storifyHtml: Importer = {
  name: 'storify-html',
  title: 'Storify story (saved page)',
  identify: ({ html, text }) => html && SIGNS.filter((sign) => sign.test(text)).length >= 2,
  async *extract(source) {
    const { $, html } = await readPage(source);
    const elements = $('li.s-element')
      .toArray()
      .map((element) => readElement($, $(element)));
    yield* readStory($, elements);
    const message = incompleteStory(html, elements.length);
    if (message !== null) yield { kind: 'warning', message };
  },
};

// The kinds of tweets (quote, image, video) differ in their classes only.
const CLASSES = [
  's-quote-author-username',
  's-author-twitter-handle',
  's-quote-author-name',
  's-author-twitter-name',
  's-posted',
  's-via',
  's-quote-text',
  's-image-caption',
  's-video-title',
  's-text',
] as const;

function readElement($: Page, element: Nodes): StoryElement {
  const parts = partsOf($, element, CLASSES);
  const first = (...names: (typeof CLASSES)[number][]) => lineOf(parts(...names).first());
  return {
    type: element.attr('data-type') ?? '',
    source: element.attr('data-source') ?? '',
    permalink: element.attr('data-permalink') ?? '',
    author: first('s-quote-author-username', 's-author-twitter-handle'),
    authorName: first('s-quote-author-name', 's-author-twitter-name'),
    postedAt: parts('s-posted').find('.timestamp').first().attr('data-timestamp') ?? null,
    via: first('s-via'),
    words: parts('s-quote-text', 's-image-caption', 's-video-title'),
    remark: parts('s-text'),
  };
}

function lineOf(nodes: Nodes): string | null {
  const text = nodes.text().replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

// The story says of itself how many elements it has.
function incompleteStory(html: string, found: number): string | null {
  const stats = /\bs\.story\["stats"\]\s*=[^\n]*?"elements":\s*\{([^}]*)\}/.exec(html)?.[1];
  const stated = Array.from(stats?.matchAll(/:\s*(\d+)/g) ?? [], (match) => Number(match[1])).reduce((sum, amount) => sum + amount, 0);
  if (found >= stated) return null;
  return `the page holds ${found} of the story's ${stated} elements: it was saved before it was fully loaded`;
}
