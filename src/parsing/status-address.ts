/** Addresses of tweets, as pages spell them. */
import type { RawTweet } from '../tweet.ts';

// `//twitter.com/...` in Storify, `mobile.` from telephones, `#!/` of 2011; the Wayback Machine puts its own before each.
const STATUS = /^(?:https?:)?\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w{1,20}|i\/web)\/status(?:es)?\/(\d{1,19})(?!\d)/i;
const WAYBACK = /^(?:(?:https?:)?\/\/web\.archive\.org)?\/web\/\d+[a-z_]*\//;

/** An address as it was before the Wayback Machine rewrote it. */
export function withoutWayback(address: string): string {
  return address.replace(WAYBACK, '');
}

/** The id and, where the address names one, the author of the tweet at an address; null for any other address. */
export function statusOf(address: string): { id: string; author: string | null } | null {
  const [, author, id] = STATUS.exec(withoutWayback(address.trim())) ?? [];
  return id === undefined || author === undefined ? null : { id, author: author === 'i/web' || author === 'i' ? null : author };
}

/** A tweet of which nothing but its address is known; null for an address that is none of a tweet. */
export function addressOnly(address: string, at: string): RawTweet | null {
  const status = statusOf(address);
  if (status === null) return null;
  return {
    at,
    id: status.id,
    url: `https://twitter.com/${status.author ?? 'i/web'}/status/${status.id}`,
    author: status.author,
    text: null,
    encoded: false,
    stub: true,
  };
}

/** A page's address in full: Twitter's own pages leave out their host. */
export function onTwitter(address: string): string {
  const plain = withoutWayback(address.trim());
  return /^\/(?!\/)/.test(plain) ? `https://twitter.com${plain}` : plain;
}
