/** The values of operators that are no dates: handles, hashtags, hosts, counts, ids and the words after `is:` and `has:`. */
import { UserError } from '../errors.ts';
import { statusOf } from '../normalise/identity.ts';
import { fold } from '../normalise/text.ts';
import type { Counted, Leaf, TweetIs } from './ast.ts';
import { nearest } from './nearest.ts';

// As Twitter, Gmail and people spell them; the first spelling of each is the one that errors name.
const IS: ReadonlyMap<string, TweetIs> = spellings({
  reply: 'reply replies',
  retweet: 'retweet retweets rt rts nativeretweet nativeretweets',
  quote: 'quote quotes',
  original: 'original originals',
  question: 'question questions',
  answer: 'answer answers',
  new: 'new newcomer newcomers',
  moderator: 'moderator moderators mod mods',
});
const HAS: ReadonlyMap<string, 'link' | 'media'> = spellings({
  link: 'link links url urls',
  media: 'media image images picture pictures photo photos video videos native_video consumer_video pro_video twimg',
});

/** The handle without its sign. */
export function handle(value: string): string {
  return value.trim().replace(/^[@＠](?=.)/, '');
}

/** The leaf of `#x`. */
export function tagLeaf(value: string): Leaf {
  return { kind: 'tag', tag: fold(value.replace(/^[#＃]+/, '').trim()) };
}

/** The leaf of a host, in whatever way it was pasted. */
export function siteLeaf(value: string): Leaf {
  const host = value
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\.(?=.)/, '')
    .replace(/\/$/, '');
  if (host === '' || /[/\s]/.test(host))
    throw new UserError(`site:${value}: site: takes a host, such as site:edutopia.org; for a whole address write url:${value}`);
  return { kind: 'site', host };
}

/** `has:link`, `has:media`. */
export function hasLeaf(value: string): Leaf {
  return hasOf(value) ?? refuse('has', value, HAS);
}

/** `is:reply` and its like. */
export function isLeaf(value: string): Leaf {
  return isOf(value) ?? refuse('is', value, IS);
}

/** Twitter's `filter:` takes what `has:` takes and what `is:` takes. */
export function filterLeaf(value: string): Leaf {
  return hasOf(value) ?? isOf(value) ?? refuse('filter', value, new Map<string, string>([...HAS, ...IS]));
}

/** `min_faves:5`. */
export function leastLeaf(value: string, name: string, of: Counted): Leaf {
  const digits = value.trim();
  if (!/^\d{1,9}$/.test(digits)) throw new UserError(`${name}:${value}: ${name}: takes a number: write ${name}:5`);
  return { kind: 'least', of, count: Number(digits) };
}

/** `thread:ID`: an id, or the address of a tweet on any network. */
export function threadLeaf(value: string, name: string): Leaf {
  const id = value.trim();
  const status = statusOf(id) ?? statusOf(`//${id}`);
  if (status !== null) return { kind: 'thread', id: status.id };
  if (/^\d{1,20}$/.test(id) || /^[a-z]+:\S*\/\S+$/i.test(id)) return { kind: 'thread', id };
  throw new UserError(
    `${name}:${value}: ${name}: takes the id or the address of a tweet (${name}:721852617572552704); for the threads of a search write ${name}:{${value.replace(/[{}]/g, '')}}`,
  );
}

function hasOf(value: string): Leaf | null {
  const what = HAS.get(value.trim().toLowerCase());
  return what === undefined ? null : { kind: 'has', what };
}

function isOf(value: string): Leaf | null {
  const what = IS.get(value.trim().toLowerCase());
  return what === undefined ? null : { kind: 'is', what };
}

function spellings<T extends string>(table: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const kinds = Object.keys(table) as T[];
  return new Map(kinds.flatMap((kind) => table[kind].split(' ').map((spelling) => [spelling, kind] as const)));
}

function refuse(name: string, value: string, known: ReadonlyMap<string, string>): never {
  const near = nearest(value.trim().toLowerCase(), [...known.keys()]);
  const all = [...new Set(known.values())].map((word) => `${name}:${word}`).join(', ');
  throw new UserError(`${name}:${value}: ${near === null ? '' : `did you mean ${name}:${near}? `}edchat knows ${all}`);
}
