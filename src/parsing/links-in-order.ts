import type { Link, Media } from '../tweet.ts';

/**
 * Ties the addresses that an export lists to the t.co forms that stand in the text, both in the order of the text.
 * Pictures come after the links and share one t.co form: the first that is left over.
 */
export function tieInOrder(
  text: string | null,
  addresses: readonly string[],
  pictures: readonly string[] = [],
): { readonly links: Partial<Link>[]; readonly media: Partial<Media>[] } {
  const shorts = [...new Set(text?.match(/https?:\/\/t\.co\/\w+/gi))];
  const unique = [...new Set(addresses)];
  // An export that already wrote out the links in its text has none left to tie.
  const links = unique.map((url, index) => ({ short: shorts[index] ?? null, url }));
  const left = shorts[unique.length] ?? null;
  return { links, media: [...new Set(pictures)].map((url) => ({ short: left, url })) };
}

/** The addresses in a cell that joins them with commas; an address may itself hold a comma. */
export function addressesInCell(value: string | null): string[] {
  return value?.split(/,\s*(?=https?:\/\/)/i).filter((url) => /^https?:\/\//i.test(url)) ?? [];
}

/** Whether an address is that of a picture or video of a tweet. */
export function isPicturePage(url: string): boolean {
  return /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status(?:es)?\/\d+\/(?:photo|video)\//i.test(url);
}
