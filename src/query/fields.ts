/** The operators of the form `name:value`. To add one, add a line to OPERATORS and a row to docs/search.md. */
import { distance } from 'fastest-levenshtein';
import { UserError } from '../errors.ts';
import { fold } from '../normalise/text.ts';
import type { Leaf, TweetIs } from './ast.ts';
import { dateLeaf, numberLeaf, sessionLeaf, sinceLeaf, untilLeaf, weekLeaf } from './dates.ts';

interface Operator {
  readonly example: string;
  /** Makes the leaf, or throws a UserError; `value` is not empty. */
  readonly read: (value: string, name: string) => Leaf;
}

const IS: Readonly<Record<string, TweetIs>> = {
  reply: 'reply',
  replies: 'reply',
  retweet: 'retweet',
  retweets: 'retweet',
  rt: 'retweet',
  nativeretweets: 'retweet',
  quote: 'quote',
  quotes: 'quote',
  original: 'original',
  question: 'question',
  answer: 'answer',
};
const HAS: Readonly<Record<string, 'link' | 'media'>> = { link: 'link', links: 'link', media: 'media' };

const from: Operator = { example: 'from:mrslopez', read: (value) => ({ kind: 'from', who: handle(value) }) };
const tag: Operator = { example: 'tag:iaedchat', read: tagLeaf };

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    from,
    by: { ...from, example: 'by:mrslopez' },
    to: { example: 'to:mrslopez', read: (value) => ({ kind: 'to', who: handle(value) }) },
    tag,
    since: { example: 'since:2016-04-17', read: sinceLeaf },
    after: { example: 'after:2016-04-17', read: sinceLeaf },
    until: { example: 'until:2016-04-17', read: untilLeaf },
    before: { example: 'before:2016-04-17', read: untilLeaf },
    date: { example: 'date:2016-04-03..2016-04-17', read: dateLeaf },
    on: { example: 'on:2016-04-17', read: dateLeaf },
    week: { example: 'week:2016-W15', read: weekLeaf },
    session: { example: 'session:2016-04-17', read: sessionLeaf },
    has: { example: 'has:link', read: (value) => hasLeaf(value) ?? refuse('has', value, ['link', 'media']) },
    is: {
      example: 'is:reply',
      read: (value) => isLeaf(value) ?? refuse('is', value, ['reply', 'retweet', 'quote', 'original', 'question', 'answer']),
    },
    filter: {
      example: 'filter:links',
      read: (value) => hasLeaf(value) ?? isLeaf(value) ?? refuse('filter', value, ['links', 'media', 'replies', 'retweets', 'quote']),
    },
    url: { example: 'url:edutopia.org/assessment', read: (value) => ({ kind: 'url', text: value }) },
    site: { example: 'site:edutopia.org', read: siteLeaf },
    q: { example: 'q:3', read: numberLeaf },
    a: { example: 'a:3', read: numberLeaf },
    topic: { example: 'topic:grading', read: (value) => ({ kind: 'topic', words: value }) },
  } satisfies Record<string, Operator>),
);

/** The names before the colon that mean something. */
export const OPERATOR_NAMES: readonly string[] = [...OPERATORS.keys()];

/** The leaf of `name:value`; null where people write a colon after a word (`Note:`, `Q:`). Throws a UserError for what is meant as an operator and is none. */
export function fieldLeaf(name: string, value: string, grouped: boolean): Leaf | null {
  const operator = OPERATORS.get(name);
  const empty = value.trim() === '';
  if (operator === undefined) {
    if (empty) return null;
    throw unknownOperator(name, value);
  }
  if (!empty) return operator.read(value, name);
  if (grouped) throw new UserError(`${name}: takes one value, not a bracket: write (${operator.example} OR ${name}:…)`);
  // Pasted questions and answers begin with Q: and A: too.
  if (name.length === 1) return null;
  throw new UserError(`${name}: needs a value right after the colon, without a space: ${operator.example}`);
}

/** The leaf of `#x`. */
export function tagLeaf(value: string): Leaf {
  return { kind: 'tag', tag: fold(value.replace(/^[#＃]+/, '').trim()) };
}

function handle(value: string): string {
  return value.trim().replace(/^[@＠](?=.)/, '');
}

function siteLeaf(value: string): Leaf {
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

function hasLeaf(value: string): Leaf | null {
  const what = HAS[value.trim().toLowerCase()];
  return what === undefined ? null : { kind: 'has', what };
}

function isLeaf(value: string): Leaf | null {
  const what = IS[value.trim().toLowerCase()];
  return what === undefined ? null : { kind: 'is', what };
}

function refuse(name: string, value: string, known: readonly string[]): never {
  throw new UserError(`${name}:${value}: edchat knows ${known.map((word) => `${name}:${word}`).join(', ')}`);
}

function unknownOperator(name: string, value: string): UserError {
  const [nearest] = OPERATOR_NAMES.filter((known) => known.length > 1)
    .map((known) => ({ known, steps: distance(name, known) }))
    .filter(({ known, steps }) => steps <= Math.min(2, known.length - 1))
    .toSorted((one, other) => one.steps - other.steps);
  const advice =
    nearest === undefined ? `edchat knows ${OPERATOR_NAMES.map((known) => `${known}:`).join(' ')}.` : `did you mean ${nearest.known}:?`;
  return new UserError(
    `${name}: is no search operator, ${advice} To search for the words, quote them: "${name}:${value.replace(/"/g, '')}"`,
  );
}
