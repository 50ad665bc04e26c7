/** The text of a tweet as it is shown: short links give way to where they lead. */
import type { TweetView } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { harmless, type LineBreaks } from './safe.ts';
import { hyperlink, inkOf, type Look } from './terminal.ts';

/** A piece of a tweet: words, or a link with what is shown of it. */
export interface Part {
  readonly text: string;
  /** A web address, or null for words. */
  readonly url: string | null;
}

type Words = Pick<TweetView, 'text' | 'links' | 'media'>;

const ADDRESS = /https?:\/\/[^\s<>"…\u0002\u0003]+/gi; // oxlint-disable-line no-control-regex
const MARKS = /([\u0002\u0003])/; // oxlint-disable-line no-control-regex
const SHORT = /^https?:\/\/t\.co\//i;

/** The text of a tweet in pieces, harmless, in order. */
export function tweetParts(tweet: Words, lineBreaks: LineBreaks = 'space'): Part[] {
  return partsOf(harmless(tweet.text, lineBreaks), tweet);
}

/** The text of a tweet for a terminal, its links to be clicked where that is possible. */
export function tweetText(tweet: Words, look: Look, lineBreaks: LineBreaks = 'space'): string {
  return tweetParts(tweet, lineBreaks)
    .map((part) => painted(part, look))
    .join('');
}

/** An excerpt of a tweet, whose hits stand between U+0002 and U+0003, with the hits in bold yellow, or between stars without colour. */
export function excerptText(tweet: Words, excerpt: string, look: Look): string {
  const ink = inkOf(look);
  let hit = false;
  const marked = (piece: string): string => (look.colour ? ink.bold.yellow(piece) : `*${piece}*`);
  const show = (piece: string): string => {
    if (MARKS.test(piece)) hit = piece === '\u0002';
    return MARKS.test(piece) ? '' : hit ? marked(piece) : piece;
  };
  return partsOf(harmlessBetweenMarks(excerpt), tweet)
    .map((part) => (part.url === null ? part.text.split(MARKS).map(show).join('') : painted(part, look)))
    .join('');
}

function painted({ text, url }: Part, look: Look): string {
  return url === null ? text : hyperlink(inkOf(look).cyan(text), url, look);
}

// Cleaning trims, and the words around a hit keep their distance.
function harmlessBetweenMarks(excerpt: string): string {
  const clean = (piece: string): string => harmless(`|${piece}|`).slice(1, -1);
  return excerpt
    .split(MARKS)
    .map((piece) => (MARKS.test(piece) ? piece : clean(piece)))
    .join('')
    .trim();
}

function partsOf(text: string, tweet: Words): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(match);
    parts.push({ text: text.slice(end, index), url: null }, linkPart(address, tweet, index + address.length === text.length));
    end = index + address.length;
  }
  return [...parts, { text: text.slice(end), url: null }].filter((part) => part.text !== '');
}

function linkPart(address: string, tweet: Words, last: boolean): Part {
  const link = tweet.links.find(({ short, url }) => short === address || url === address);
  // Twitter appends the address of a tweet's own pictures to its text.
  const picture = link === undefined && last && tweet.media > 0 && SHORT.test(address);
  const url = link?.url ?? address;
  return { text: picture ? '(picture)' : readableAddress(url), url: webAddress(url) };
}

// The full stop of a sentence is not part of the address before it; a closing bracket is when it was opened inside.
function withoutEnd(address: string): string {
  return address.replace(/[.,;:!?'"’”»)\]}]+$/, (end) => (end.startsWith(')') && address.includes('(') ? ')' : ''));
}
