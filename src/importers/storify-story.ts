/** What a Storify story holds besides tweets: the curator's headings, other people's pages, its own statistics. */
import type { Nodes } from '../parsing/html.ts';

const MARKED = '.s-text h1, .s-text h2, .s-text h3, .s-text h4';
const MAX_HEADING = 80;

/**
 * The heading that each element of a story is, or null. A text block is a heading by its markup; in a story without
 * any such markup, every short text block is one.
 */
export function headingsOf(elements: readonly Nodes[]): (string | null)[] {
  const marked = elements.map((element) => lineOf(element.find(MARKED).first()));
  if (marked.some((heading) => heading !== null)) return marked;
  return elements.map((element) => {
    const line = lineOf(element.find('.s-text').first());
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

/** One sentence that counts elements which are neither tweets nor headings, or null when there are none. */
export function leftOut(others: readonly Nodes[]): string | null {
  const counts = new Map<Noun, number>();
  for (const element of others) {
    const kind = `${element.attr('data-type') ?? ''}/${(element.attr('data-source') ?? '').toLowerCase()}`;
    // A text block without words is a ruled line.
    if (kind.startsWith('text/') && lineOf(element.find('.s-text')) === null) continue;
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

/** One sentence when the page holds fewer elements than the story says of itself, else null. */
export function incompleteStory(html: string, found: number): string | null {
  const stats = /\bs\.story\["stats"\]\s*=[^\n]*?"elements":\s*\{([^}]*)\}/.exec(html)?.[1];
  const stated = Array.from(stats?.matchAll(/:\s*(\d+)/g) ?? [], (match) => Number(match[1])).reduce((sum, amount) => sum + amount, 0);
  if (found >= stated) return null;
  return `the page holds ${found} of the story's ${stated} elements: it was saved before it was fully loaded`;
}
