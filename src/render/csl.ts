/** Links as literature: CSL-JSON, which Zotero, Pandoc and others read. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
import type { LinkView, PageCopy } from '../views.ts';
import { readableAddress, readableHost, webAddress } from './address.ts';
import { citationKeys } from './citation-keys.ts';
import { isoTime, safeJson } from './json-text.ts';
import type { PageChat } from './markdown.ts';
import { citedWords, linkTitle, sharedOn } from './page-words.ts';

/** Links as one CSL-JSON list, in the order given; the day a page was shared stands for the day it was seen. */
export function linksCsl(links: readonly LinkView[], chat: PageChat): string {
  const keys = citationKeys(links, chat.zone);
  const items = links.map((link, at) => {
    return {
      id: keys[at],
      type: 'webpage',
      title: linkTitle(link) ?? readableAddress(link.url, 80),
      'container-title': readableHost(link.url),
      URL: webAddress(link.url) ?? '',
      accessed: { 'date-parts': [sharedOn(link, chat.zone).split('-').map(Number)] },
      note: [citedWords(link, chat), ...(link.note === null ? [] : [link.note])].join('; '),
      ...(link.tags.length === 0 ? {} : { keyword: link.tags.join(', ') }),
      ...(link.copy === null ? {} : copyOf(link.copy)),
    };
  });
  return `[${items.map((item) => `\n${safeJson(item)}`).join(',')}\n]\n`;
}

function copyOf({ url, at }: PageCopy) {
  return { archive: 'Wayback Machine', archive_location: webAddress(url) ?? '', status: `dead; copied ${isoTime(at).slice(0, 10)}` };
}
