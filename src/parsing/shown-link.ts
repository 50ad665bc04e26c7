/** Links whose words on the page are not their address: shortened for the eye, or words of the author's own. */
import type { Link } from '../tweet.ts';

// Networks cut what they show of an address, with an ellipsis or with three dots.
const CUT = /(?:\.{3}|…)$/;

/**
 * What stands in a text for a link: its whole address where an address is shown, else the words and the address; the
 * words alone where the text holds the address elsewhere (`again`).
 */
export function spellLink(shown: string, address: string, again: boolean): string {
  const words = shown.trim();
  if (words === '' || words === address || isAddress(words, address)) return shown.replace(words, () => address) || address;
  return again ? shown : `${shown} ${address}`;
}

function isAddress(words: string, address: string): boolean {
  if (/\s/.test(words)) return false;
  if (/^(?:https?:\/\/|www\.)/i.test(words)) return true;
  const host = hostOf(`https://${words.replace(CUT, '')}`);
  return host !== null && host === hostOf(address);
}

/** The host of an address, without `www.`; null when it has none. */
export function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') || null : null;
}

/** Whether an address leads to a page; apps also link to their own places and to mail. */
export function isPage(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** The links with the title of the card that shows one of them; a card of another page is one more link. */
export function withCard(links: readonly Link[], card: Pick<Link, 'url' | 'title'> | null): readonly Link[] {
  if (card === null) return links;
  if (!links.some(({ url }) => url === card.url)) return [...links, { short: null, ...card }];
  return links.map((link) => (link.url === card.url ? { ...link, title: card.title } : link));
}
