/** What is attached to a Bluesky post: pictures, a link card, a quoted post. */
import type { Link, Media, RawReference } from '../tweet.ts';
import { type JsonObject, child, children, text } from './json-value.ts';
import { hostOf, isPage } from './shown-link.ts';

/** The attachments of a post. */
export interface Attached {
  readonly card: Pick<Link, 'url' | 'title'> | null;
  readonly media: readonly Media[];
  readonly quoteOf: RawReference | null;
  /** The quoted post, where the export holds it. */
  readonly quoted: JsonObject | null;
}

// Animated pictures are link cards of these hosts.
const PICTURE_HOSTS = new Set(['media.tenor.com', 'static.klipy.com', 't.gifs.bsky.app']);

/** The attachments of a post: as the server shows them (`embed`, or `embeds` of a quoted one), else as they were written. */
export function attached(post: JsonObject, record: JsonObject): Attached {
  const view = child(post, 'embed') ?? children(post, 'embeds')[0] ?? child(record, 'embed');
  const media = child(view, 'media') ?? view;
  const card = child(media, 'external');
  const uri = text(card, 'uri');
  const isPicture = PICTURE_HOSTS.has(hostOf(uri) ?? '');
  const page = uri !== null && !isPicture && isPage(uri);
  const quoted = quotedIn(view);
  return {
    card: page ? { url: uri, title: text(card, 'title') } : null,
    media: [...picturesIn(media), ...(isPicture ? [uri] : [])].flatMap((url) => (url === null ? [] : [{ short: null, url }])),
    quoteOf: quoted === null ? null : { id: text(quoted, 'uri'), author: text(child(quoted, 'author'), 'handle') },
    quoted: child(quoted, 'value') === null ? null : quoted,
  };
}

function picturesIn(media: JsonObject | null): (string | null)[] {
  return [...children(media, 'images').map((image) => text(image, 'fullsize') ?? text(image, 'thumb')), text(media, 'playlist')];
}

// Feeds, lists and starter packs are attached the same way; only posts are quoted.
function quotedIn(view: JsonObject | null): JsonObject | null {
  const record = child(view, 'record');
  return [record, child(record, 'record')].find((one) => /\/app\.bsky\.feed\.post\//.test(text(one, 'uri') ?? '')) ?? null;
}
