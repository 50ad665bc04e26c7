/** The search language over plain objects, read naively. Stems are declared, not computed. */
import { localDate } from '../../src/calendar.ts';
import type { QueryNode } from '../../src/query/ast.ts';
import { canonicalUrl } from '../../src/rules/canonical-url.ts';
import { kindOf } from '../../src/tweet.ts';
import { type Kept, zone } from './search-archive.ts';

const STEMS: Readonly<Record<string, string>> = {
  grade: 'grade',
  grades: 'grade',
  grading: 'grade',
  graded: 'grade',
  assess: 'assess',
  assessment: 'assess',
  assessments: 'assess',
  study: 'studi',
  studies: 'studi',
  studying: 'studi',
  growth: 'growth',
  mindset: 'mindset',
  mindsets: 'mindset',
  rubric: 'rubric',
  rubrics: 'rubric',
  why: 'why',
  sbg: 'sbg',
  cafe: 'cafe',
  standards: 'standard',
  standard: 'standard',
  based: 'base',
  base: 'base',
};
/** What the tweets are made of. */
export const WORDS = [...Object.keys(STEMS), 'Café', 'why?', 'GRADING', 'WHY', 'standards-based'];
export const AUTHORS = ['kofi', 'MrsLopez', 'ana', 'mr_smith', 'grading'];
export const TAGS = ['iaedchat', 'grades', 'growth_mindset'];
export const DAYS = ['2014-01-05', '2016-04-10', '2016-04-16', '2016-04-17', '2016-04-18', '2016-11-06'];

function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Who moderated the only session that is known. */
export const MODERATOR = 'ana';
/** The only session with a topic that somebody stated, and the only question with words. */
export const STATED = { session: '2016-04-17', topic: 'Grades', number: 2, question: 'Why study rubrics?' };

// The question and the topic a tweet belongs to are found by stems only.
function contextOf({ placed }: Kept): string[][] {
  const isThere = placed?.session === STATED.session;
  const answers = isThere && placed.role === 'answer' && placed.question === STATED.number;
  return [answers ? plainWords(STATED.question) : [], isThere ? plainWords(STATED.topic) : []];
}

function columnsOf({ tweet: { text, author, authorName, hashtags, links } }: Kept): string[][] {
  const address = links.flatMap(({ url }) =>
    plainWords(decodeURIComponent(canonicalUrl(url)?.canonical ?? '')).filter((word) => word.length > 1),
  );
  const inner = [...text.replace(/https?:\S+/g, ' ').matchAll(/#(\w+)/g)].flatMap(([, tag = '']) =>
    tag.includes('_') ? tag.split('_') : [],
  );
  return [
    plainWords(text.replace(/https?:\S+/g, ' ')),
    plainWords(`${author} ${authorName ?? ''}`),
    hashtags.flatMap(plainWords),
    inner,
    address,
  ];
}

function inARow(
  columns: readonly string[][],
  wanted: readonly string[],
  same: (word: string, want: string, last: boolean) => boolean,
): boolean {
  return columns.some((column) =>
    column.some((_, at) => wanted.every((want, index) => same(column[at + index] ?? '', want, index === wanted.length - 1))),
  );
}

function stem(word: string): string {
  return STEMS[word] ?? word;
}

// Everything tied to some tweets by what they answer; here nobody answers a tweet that is there.
function threadOf(some: readonly Kept[], all: readonly Kept[]): Set<Kept> {
  const answered = new Set(some.filter(({ tweet }) => !tweet.isRetweet).flatMap(({ tweet }) => tweet.replyTo ?? []));
  const others = all.filter(({ tweet }) => !tweet.isRetweet && tweet.replyTo !== null && answered.has(tweet.replyTo));
  return new Set([...some, ...others]);
}

function firstSession(who: string | null, all: readonly Kept[]): string | undefined {
  const own = all.filter(({ tweet, placed }) => placed !== undefined && tweet.author?.toLowerCase() === who?.toLowerCase());
  return own.toSorted((a, b) => (BigInt(a.tweet.key) < BigInt(b.tweet.key) ? -1 : 1))[0]?.placed?.session;
}

// Any part of the address as it was written or as it is kept; of a pasted one, any spelling, or where none shares it, the text.
function sharesAddress({ links, text }: Kept['tweet'], part: string, all: readonly Kept[]): boolean {
  const isWhole = part.includes('://');
  const kept = canonicalUrl(isWhole ? part : `https://${part}`)?.canonical ?? part;
  if (!isWhole) return links.some(({ url }) => canonicalUrl(url)?.canonical.includes(kept) === true || url.includes(part));
  const shares = (one: Kept['tweet']) => one.links.some(({ url }) => canonicalUrl(url)?.canonical.startsWith(kept));
  return all.some(({ tweet }) => shares(tweet)) ? shares({ ...all[0]!.tweet, links }) : text.includes(part);
}

/** Whether one of `all` is what the search means; the session of 2016-04-17 is about grades, and moderated by ana. */
export function matches(node: QueryNode, { tweet, placed }: Kept, all: readonly Kept[]): boolean {
  const date = localDate(tweet.createdAt, zone);
  switch (node.kind) {
    case 'and':
      return node.parts.every((part) => matches(part, { tweet, placed }, all));
    case 'or':
      return node.parts.some((part) => matches(part, { tweet, placed }, all));
    case 'not':
      return !matches(node.part, { tweet, placed }, all);
    case 'saved':
      return matches(node.part, { tweet, placed }, all);
    case 'word': {
      const same = {
        stem: (a: string, b: string) => stem(a) === stem(b),
        exact: (a: string, b: string) => a === b,
        prefix: (a: string, b: string, last: boolean) => (last ? a.startsWith(b) : a === b),
      };
      const columns = columnsOf({ tweet, placed });
      return inARow(node.form === 'stem' ? [...columns, ...contextOf({ tweet, placed })] : columns, plainWords(node.text), same[node.form]);
    }
    case 'phrase':
      return inARow(columnsOf({ tweet, placed }), plainWords(node.text), (a, b) => a === b);
    case 'literal':
      return tweet.text.includes(node.text);
    case 'from':
      return tweet.author?.toLowerCase() === node.who.toLowerCase();
    case 'to':
      return (
        !tweet.isRetweet &&
        (tweet.replyToAuthor?.toLowerCase() === node.who.toLowerCase() || new RegExp(`^@${node.who}(?!\\w)`, 'i').test(tweet.text))
      );
    case 'mention':
      return tweet.mentions.includes(node.who.toLowerCase());
    case 'tag':
      return tweet.hashtags.includes(node.tag);
    case 'dates':
      return date >= node.range.from && date < node.range.until;
    case 'session':
      return placed?.session === (node.session === 'latest' ? STATED.session : node.session);
    case 'sessions':
      return placed !== undefined && placed.session >= node.range.from && placed.session < node.range.until;
    case 'has':
      return node.what === 'link' ? tweet.links.length > 0 : tweet.media.length > 0;
    case 'is':
      if (node.what === 'question' || node.what === 'answer') return placed?.role === node.what;
      if (node.what === 'moderator') return placed?.session === STATED.session && tweet.author?.toLowerCase() === MODERATOR;
      if (node.what === 'new')
        return placed !== undefined && placed.session > STATED.session && placed.session === firstSession(tweet.author, all);
      if (node.what === 'quote') return !tweet.isRetweet && tweet.quoteOf !== null;
      return kindOf(tweet) === node.what;
    case 'least':
      return (tweet[node.of] ?? -1) >= node.count;
    case 'mod':
      return placed?.session === STATED.session && node.who.toLowerCase() === MODERATOR;
    case 'thread': {
      const seeds = all.filter((one) => one.tweet.key === node.id || one.tweet.replyTo === node.id || one.tweet.quoteOf === node.id);
      return [...threadOf(seeds, all)].some((one) => one.tweet.key === tweet.key);
    }
    case 'threadOf': {
      const seeds = all.filter((one) => !one.tweet.context && matches(node.part, one, all));
      return [...threadOf(seeds, all)].some((one) => one.tweet.key === tweet.key);
    }
    case 'url':
      return sharesAddress(tweet, node.text, all);
    case 'site':
      return tweet.links.some(({ url }) => `.${canonicalUrl(url)?.host}`.endsWith(`.${node.host}`));
    case 'numbered':
      return placed?.role === node.role && (placed.question ?? 0) >= node.first && (placed.question ?? 0) <= node.last;
    case 'topic':
      return placed?.session === '2016-04-17' && plainWords(node.words).every((word) => stem(word) === 'grade');
  }
}
