import { jsonRecords } from '../parsing/json-records.ts';
import { type JsonObject, child, isObject, text } from '../parsing/json-value.ts';
import type { Page } from '../parsing/html.ts';
import { readStory } from '../parsing/storify-story.ts';
import type { StoryElement } from '../parsing/storify-tweet.ts';
import type { Importer } from './importer.ts';

/** A story as `storify.com/USER/SLUG.json` gave it in 2011, also as a call of a function (JSONP). */
export const storify2011Json: Importer = {
  name: 'storify-2011-json',
  title: 'Storify story (JSON of 2011)',
  identify: ({ json, text: start }) =>
    json?.container === 'object' &&
    /"elementClass"\s*:/.test(start) &&
    /"elements"\s*:\s*[[{]/.test(start) &&
    ['published_at', 'shorturl', 'permalink', 'elements'].filter((key) => json.keys.includes(key)).length >= 2,
  async *extract(source) {
    const { load } = await import('cheerio/slim');
    const $ = load('', null, false);
    for await (const item of jsonRecords(source)) {
      if (item.kind === 'rejected') yield item;
      else
        yield* readStory(
          $,
          elementsOf(item.value).map((element) => readElement($, element)),
        );
    }
  },
};

// The elements are numbered from 0, and a program that saved the story again may have sorted the numbers as words.
function elementsOf(story: JsonObject): readonly JsonObject[] {
  const elements = story['elements'];
  if (Array.isArray(elements)) return elements.filter(isObject);
  return Object.entries(isObject(elements) ? elements : {})
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .flatMap(([, element]) => (isObject(element) ? [element] : []));
}

function readElement($: Page, element: JsonObject): StoryElement {
  const kind = text(element, 'elementClass') ?? '';
  const author = text(child(element, 'author'), 'username');
  const name = text(child(element, 'author'), 'name');
  const seconds = Number(element['created_at'] ?? NaN);
  const words = text(element, 'description') ?? text(element, 'title') ?? '';
  const isRemark = kind === 'text';
  return {
    type: { tweet: 'quote', website: 'link' }[kind] ?? kind,
    source: text(element, 'source') ?? '',
    permalink: text(element, 'permalink') ?? '',
    author,
    authorName: name === author ? null : name,
    postedAt: Number.isFinite(seconds) ? seconds * 1000 : null,
    via: null,
    words: $('<div></div>').html(isRemark ? '' : words),
    remark: $('<div></div>').html(isRemark ? words : ''),
  };
}
