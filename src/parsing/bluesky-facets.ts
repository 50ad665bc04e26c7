/** The words of Bluesky posts and what is marked in them: https://docs.bsky.app/docs/advanced-guides/post-richtext */
import type { Link } from '../tweet.ts';
import { type JsonObject, child, children, text } from './json-value.ts';
import { isPage, spellLink } from './shown-link.ts';

/** What a post says. */
export interface MarkedText {
  readonly text: string;
  readonly links: readonly Link[];
  readonly hashtags: readonly string[];
  /** Handles. */
  readonly mentions: readonly string[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly feature: JsonObject;
  /** The page it links to. */
  readonly page: string | null;
}

// Links to the app's own searches are hashtags by another name.
const SEARCH = /^https?:\/\/bsky\.app\/(?:search|hashtag)\b/;

/** The text of a record with its links spelled out, and what its facets mark. */
export function markedText(record: JsonObject): MarkedText {
  const words = text(record, 'text') ?? '';
  const bytes = Buffer.from(words);
  const marks = children(record, 'facets').flatMap((facet) => marksOf(facet, bytes, text(record, 'bridgyOriginalUrl')));
  const links = marks.filter(({ page }) => page !== null);
  return {
    text: withAddresses(bytes, links),
    links: [...new Set(links.map(({ page }) => page ?? ''))].map((url) => ({ short: null, url, title: null })),
    hashtags: marks.flatMap(({ feature }) => text(feature, 'tag') ?? []),
    mentions: marks.flatMap(({ feature, shown }) => (text(feature, 'did') === null ? [] : (/[\w-]+(?:\.[\w-]+)+/.exec(shown)?.[0] ?? []))),
  };
}

// Places count the bytes of UTF-8; programs that counted otherwise mark places inside a character or behind the end.
function marksOf(facet: JsonObject, bytes: Buffer, own: string | null): Mark[] {
  const index = child(facet, 'index');
  const start = placeIn(bytes, index?.['byteStart']);
  const end = placeIn(bytes, index?.['byteEnd']);
  const known = start !== null && end !== null && start < end;
  const place = known ? { start, end, shown: bytes.toString('utf8', start, end) } : { start: 0, end: 0, shown: '' };
  return children(facet, 'features').map((feature) => ({ ...place, feature, page: pageOf(feature, own) }));
}

// A bridged post links to itself where it came from.
function pageOf(feature: JsonObject, own: string | null): string | null {
  const uri = text(feature, 'uri');
  return uri === null || uri === own || !isPage(uri) || SEARCH.test(uri) ? null : uri;
}

function placeIn(bytes: Buffer, place: unknown): number | null {
  if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place > bytes.length) return null;
  return ((bytes[place] ?? 0) & 0xc0) === 0x80 ? null : place;
}

function withAddresses(bytes: Buffer, marks: readonly Mark[]): string {
  let spelled = '';
  let from = 0;
  for (const { start, end, shown, page } of marks.toSorted((a, b) => a.start - b.start)) {
    if (page === null || start < from || end === 0 || cutsWord(bytes, start) || cutsWord(bytes, end)) continue;
    spelled += bytes.toString('utf8', from, start) + spellLink(shown, page, spelled.includes(page));
    from = end;
  }
  return spelled + bytes.toString('utf8', from);
}

function cutsWord(bytes: Buffer, place: number): boolean {
  const around = bytes.subarray(Math.max(0, place - 4), place + 4).toString('utf8');
  const before = bytes.subarray(Math.max(0, place - 4), place).toString('utf8').length;
  return /[\p{L}\p{N}]$/u.test(around.slice(0, before)) && /^[\p{L}\p{N}]/u.test(around.slice(before));
}
