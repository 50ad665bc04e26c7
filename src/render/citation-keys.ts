import { createHash } from 'node:crypto';
import type { LinkView } from '../views.ts';
import { sharedOn } from './page-words.ts';

/** A key for each link by which it is cited: site, year and a few letters that stay the same whatever else is listed. */
export function citationKeys(links: readonly LinkView[], zone: string): string[] {
  return links.map((link) => {
    const site = link.host.replace(/[^a-z0-9]/g, '') || 'page';
    const letters = createHash('sha256').update(link.canonical).digest('hex').slice(0, 6);
    return `${site}${sharedOn(link, zone).slice(0, 4)}${letters}`;
  });
}
