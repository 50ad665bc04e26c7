import { recordsOrParts } from '../parsing/json-salvage.ts';
import { type JsonObject, child, children, count, text } from '../parsing/json-value.ts';
import type { Page } from '../parsing/html.ts';
import { readStory } from '../parsing/storify-story.ts';
import type { StoryElement } from '../parsing/storify-tweet.ts';
import type { Importer } from './importer.ts';

const KEYS = new Set(['content', 'elements', 'sid', 'slug', 'stats']);

/** A story as Storify's API gave it until 2018, and as the `index.json` of people's exports: a page of it, or several in lines or a list. */
export const storifyApiJson: Importer = {
  name: 'storify-api-json',
  title: 'Storify story (API, JSON)',
  identify({ json, text: start }) {
    if (json === null || !/storify\.com\\?\//.test(start) || /"elementClass"\s*:/.test(start)) return false;
    const keys = json.container === 'object' ? json.keys : Object.keys(json.record ?? {});
    return keys.some((key) => KEYS.has(key)) && /"elements"\s*:\s*\[/.test(start);
  },
  async *extract(source) {
    const { load } = await import('cheerio/slim');
    const $ = load('', null, false);
    const stated = new Map<string, number>();
    const elements: StoryElement[] = [];
    const list = source.head.json?.keys.includes('content') ? 'content.elements' : 'elements';
    for await (const item of recordsOrParts(source, list)) {
      if (item.kind === 'rejected') yield item;
      else if (item.isPart) elements.push(readElement($, item.value));
      else {
        const story = child(item.value, 'content') ?? item.value;
        stated.set(text(story, 'permalink') ?? text(story, 'slug') ?? '', sizeOf(story));
        elements.push(...children(story, 'elements').map((element) => readElement($, element)));
      }
    }
    yield* readStory($, elements);
    const all = [...stated.values()].reduce((sum, amount) => sum + amount, 0);
    if (elements.length < all) yield { kind: 'warning', message: incomplete(elements.length, all) };
  },
};

function readElement($: Page, element: JsonObject): StoryElement {
  const source = child(element, 'source');
  const attribution = child(element, 'attribution');
  const data = child(element, 'data');
  const words = known(child(data, 'quote'), 'text') ?? known(child(data, 'image'), 'caption') ?? known(child(data, 'video'), 'title');
  return {
    type: text(element, 'type') ?? '',
    source: known(source, 'name') ?? '',
    permalink: text(element, 'permalink') ?? '',
    author: known(source, 'username') ?? known(attribution, 'username'),
    authorName: known(attribution, 'name'),
    postedAt: text(element, 'posted_at'),
    via: known(child(element, 'via'), 'username'),
    words: $('<div></div>').html(words ?? ''),
    remark: $('<div></div>').html(text(data, 'text') ?? ''),
  };
}

// Storify's own scripts wrote the word where a field was missing.
function known(value: JsonObject | null, key: string): string | null {
  const found = text(value, key);
  return found === 'undefined' ? null : found;
}

function sizeOf(story: JsonObject): number {
  const amounts = child(child(story, 'stats'), 'elements') ?? {};
  return Object.keys(amounts).reduce((sum, kind) => sum + (count(amounts, kind) ?? 0), 0);
}

function incomplete(found: number, stated: number): string {
  return `the file holds ${found} of the story's ${stated} elements: Storify gave 50 at a time. Import the other pages of it too, or the saved page of the story`;
}
