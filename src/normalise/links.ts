/** Which addresses of a tweet are pages it shares, and which are its own pictures, quotes or hashtag pages. */
import { cutLinks } from '../rules/cut-links.ts';
import type { Link, Media, RawTweet } from '../tweet.ts';
import { cleanName } from './clean.ts';
import { lostLinks } from './lost-links.ts';
import { isHashtagPage, isOwnPicture, statusAt } from './shared-page.ts';
import { addressesIn } from './text.ts';

/** The addresses of a tweet, sorted by what they are. */
export interface Addresses {
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  /** Ids of other tweets whose address the text holds. */
  readonly statuses: readonly string[];
  /** True when the only whole text is behind an `i/web/status` address: what we have is cut. */
  readonly cut: boolean;
  /** The stubs of addresses that the export cut short, as they stand in the text; no other field knows them. */
  readonly lost: readonly string[];
}

/** Sorts the addresses of a raw tweet; `text` is its clean text, `id` its own id. */
export function sortAddresses(raw: RawTweet, text: string, id: string | null): Addresses {
  const media = (raw.media ?? []).flatMap((item) => (item.url ? [{ short: item.short ?? null, url: item.url }] : []));
  const links: Link[] = [];
  const statuses: string[] = [];
  let cut = false;
  const all = candidates(raw, text, media);
  const lost = lostLinks({ text, links: all, media });
  for (const link of all) {
    const status = statusAt(link.url);
    if (isOwnPicture(link.url)) media.push({ short: link.short, url: link.url });
    else if (status === null) {
      if (!isHashtagPage(link.url)) links.push(link);
    } else if (/^\/(?:photo|video)\//.test(status.part)) media.push({ short: link.short, url: link.url });
    else if (status.author === null && (status.id === id || text.endsWith(`… ${link.short}`))) cut = true;
    else if (status.id !== id) statuses.push(status.id);
  }
  return { links, media, statuses, cut, lost };
}

// What the export lists, then the addresses in the text that it does not mention.
function candidates(raw: RawTweet, text: string, media: readonly Media[]): Link[] {
  if (!raw.links?.length && !text.includes('://')) return [];
  const listed = (raw.links ?? []).flatMap((link): Link[] => {
    const url = link.url ?? link.short ?? null;
    return url === null || !isWhole(url)
      ? []
      : [{ short: link.short ?? (isShort(url) ? url : null), url, title: cleanName(link.title, true) }];
  });
  const known = new Set([...listed.flatMap((link) => [link.short, link.url]), ...media.flatMap((item) => [item.short, item.url])]);
  const found = addressesIn(text).filter((address) => isWhole(address) && !known.has(address));
  return unique([...listed, ...found.map((url) => ({ short: isShort(url) ? url : null, url, title: null }))]);
}

function isWhole(url: string): boolean {
  return /^https?:\/\//i.test(url) && cutLinks(url).length === 0;
}

function isShort(url: string): boolean {
  return /^https?:\/\/t\.co\//i.test(url);
}

function unique(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [link.short ?? link.url, link])).values()];
}
