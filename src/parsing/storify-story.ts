/** What a Storify story is made of: tweets, the curator's headings above them, other people's pages. */
import type { Extracted } from '../importers/importer.ts';
import type { Nodes, Page } from './html.ts';
import { type StoryElement, storyTweet } from './storify-tweet.ts';

const MARKED = 'h1, h2, h3, h4';
const MAX_HEADING = 80;

/** The tweets of a story under their headings, then a warning that counts what else it holds. */
export function* readStory($: Page, elements: readonly StoryElement[]): Generator<Extracted> {
  const headings = headingsOf(elements);
  const others: StoryElement[] = [];
  let section: string | null = null;
  for (const [index, element] of elements.entries()) {
    const heading = headings[index] ?? null;
    section = heading ?? section;
    const tweet = storyTweet($, element, `element ${index + 1}`, section);
    if (tweet !== null) yield { kind: 'tweet', tweet };
    else if (heading === null) others.push(element);
  }
  const message = leftOut(others);
  if (message !== null) yield { kind: 'warning', message };
}

/*
 * The heading that each element is, or null. A remark is a heading by its markup; in a story without any such markup,
 * every short remark is one.
 */
function headingsOf(elements: readonly StoryElement[]): (string | null)[] {
  const marked = elements.map(({ remark }) => lineOf(remark.find(MARKED).first()));
  if (marked.some((heading) => heading !== null)) return marked;
  return elements.map(({ remark }) => {
    const line = lineOf(remark.first());
    return line !== null && line.length <= MAX_HEADING ? line : null;
  });
}

function lineOf(nodes: Nodes): string | null {
  const text = nodes.text().replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

type Noun = readonly [one: string, many: string];

const NOUNS: readonly (readonly [RegExp, Noun])[] = [
  [/^link\//, ['web link', 'web links']],
  [/^video\/youtube$/, ['YouTube video', 'YouTube videos']],
  [/^video\//, ['video', 'videos']],
  [/^image\//, ['picture', 'pictures']],
  [/^quote\/googleplus$/, ['Google+ post', 'Google+ posts']],
  [/^quote\/facebook$/, ['Facebook post', 'Facebook posts']],
  [/^quote\//, ['quotation', 'quotations']],
  [/^text\//, ['remark of the curator', 'remarks of the curator']],
  [/^/, ['other element', 'other elements']],
];

function leftOut(others: readonly StoryElement[]): string | null {
  const counts = new Map<Noun, number>();
  for (const element of others) {
    const kind = `${element.type}/${element.source.toLowerCase()}`;
    // A remark without words is a ruled line.
    if (kind.startsWith('text/') && lineOf(element.remark) === null) continue;
    const noun = NOUNS.find(([pattern]) => pattern.test(kind))?.[1];
    if (noun !== undefined) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const parts = [...counts].map(([[one, many], amount]) => `${amount} ${amount === 1 ? one : many}`);
  const total = [...counts.values()].reduce((sum, amount) => sum + amount, 0);
  return `${inWords(parts)} ${total === 1 ? 'is not a tweet and was' : 'are not tweets and were'} left out`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
