/** Shared pages in a list: where each leads, who shared it, in which sessions. */
import type { LinkView } from '../../views.ts';
import { readableAddress, readableHost, webAddress } from '../address.ts';
import { type Html, markup } from '../html/template.ts';
import { linkTitle, sharedWords } from '../page-words.ts';
import { between, sitePath } from './paths.ts';
import type { SiteLook } from './shell.ts';

/** Where a link was shared: the address of the tweet on this site, and what to call it. */
export interface SharedAt {
  readonly href: string;
  readonly words: string;
}

interface Place {
  readonly path: string;
  readonly look: SiteLook;
  /** The tweets of a link on this site; without it they are not named. */
  readonly shared?: (link: LinkView) => SharedAt | null;
  /** False on the page of a site, which every link there belongs to. */
  readonly host?: boolean;
}

/** The list, in the order given. */
export function linkList(links: readonly LinkView[], place: Place): Html {
  return markup`<ul class="list">\n${links.map((link) => item(link, place))}</ul>\n`;
}

function item(link: LinkView, { path, shared, host = true }: Place): Html {
  const address = webAddress(link.url);
  const words = linkTitle(link) ?? readableAddress(link.url, 80);
  const page = address === null ? markup`${words}` : markup`<a href="${address}" rel="nofollow">${words}</a>`;
  const site = host ? markup`<a href="${between(path, sitePath(link.host))}">${readableHost(link.url)}</a>, ` : '';
  const at = shared?.(link) ?? null;
  const where = at === null ? '' : markup`, <a href="${at.href}">${at.words}</a>`;
  return markup`<li>${page}<br><span class="soft">${site}${sharedWords(link)}${where}</span></li>\n`;
}
