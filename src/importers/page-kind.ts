import type { Head } from './importer.ts';

/** The importers of web pages that hold tweets; each is the name of one. */
export type PageKind =
  | 'storify-html'
  | 'tweetdeck-html'
  | 'twitter-web-legacy-html'
  | 'twitter-web-react-html'
  | 'threadreader-html'
  | 'nitter-html'
  | 'twitter-mobile-html'
  | 'togetter-html'
  | 'twitter-tweet-embed-html';

const STATUS = 'href=["\']?[^"\'\\s>]*\\b(?:twitter|x)\\.com/[^"\'\\s>]*/?status(?:es)?/\\d';
const ADDRESS_BEFORE_NEXT_QUOTE = `(?:\\n<(?!blockquote\\b)[^>]*>){0,80}?\\n<a\\b[^>]*\\s${STATUS}`;

// The outer kind comes first: pages of every kind may hold tweets put in as blog posts do it.
const KINDS: readonly (readonly [PageKind, readonly RegExp[]])[] = [
  ['storify-html', [tag(ofClass('s-element'), 'data-permalink=')]],
  ['tweetdeck-html', [tag(ofClass('js-stream-item'), 'data-tweet-id=')]],
  ['twitter-web-legacy-html', [tag(ofClass('tweet'), 'data-tweet-id=', 'data-screen-name=')]],
  ['twitter-web-react-html', [tag('data-testid=["\']?tweet(?=["\'\\s>])')]],
  ['threadreader-html', [tag(ofClass('content-tweet'), 'id=["\']?tweet_', 'data-tweet=')]],
  ['nitter-html', [tag(ofClass('timeline-item')), tag(ofClass('tweet-date')), tag(ofClass('tweet-content'))]],
  ['twitter-mobile-html', [tag(ofClass('(?:main-)?tweet')), tag(ofClass('tweet-text'), 'data-id=["\']?\\d')]],
  ['togetter-html', [tag(ofClass('type_tweet')), tag(ofClass('timestamp'), 'data-timestamp=')]],
  ['twitter-tweet-embed-html', [new RegExp(`${tag(ofClass('twitter-(?:tweet|video)')).source}[^>]*>${ADDRESS_BEFORE_NEXT_QUOTE}`, 'i')]],
  ['twitter-tweet-embed-html', [tag('data-tweet-?id=["\']?\\d')]],
  ['twitter-tweet-embed-html', [tag('src=["\']?[^"\'\\s>]*/embed/Tweet\\.html\\?[^"\'\\s>]*\\bid=\\d')]],
];

const known = new WeakMap<Head, PageKind | null>();

/** Which kind of page of tweets a head is of; null for any other page, and for what is no page. */
export function pageKind(head: Head): PageKind | null {
  const kept = known.get(head);
  if (kept !== undefined) return kept;
  const kind = head.html ? (KINDS.find(([, signs]) => signs.every((sign) => sign.test(head.markup)))?.[0] ?? null) : null;
  known.set(head, kind);
  return kind;
}

// A start tag that has all of these attributes, in any order, with or without quotes.
function tag(...attributes: readonly string[]): RegExp {
  return new RegExp(`<[a-z][\\w:-]*${attributes.map((attribute) => `(?=[^>]*\\s${attribute})`).join('')}`, 'i');
}

function ofClass(name: string): string {
  return `class=(?:"(?:[^"]*\\s)?${name}[\\s"]|'(?:[^']*\\s)?${name}[\\s']|${name}[\\s>])`;
}
