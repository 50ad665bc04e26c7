/** The sites that a chat reads, as an outline for other programs: OPML 2.0, http://opml.org/spec2.opml. */
import { groupBy } from '../group-by.ts';
import type { LinkView } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { type Html, markup } from './html/template.ts';
import type { PageChat } from './markdown.ts';
import { citedWords, linkTitle } from './page-words.ts';
import { count } from './words.ts';

/** Links as an outline by site, the site with most pages first; each page is an outline of type `link`. */
export function sitesOpml(links: readonly LinkView[], chat: PageChat): string {
  const sites = [...groupBy(links, ({ host }) => host)].toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>Sites of ${chat.title}</title>
<docs>http://opml.org/spec2.opml</docs>
</head>
<body>
${sites.map(([host, pages]) => siteOutline(host, pages, chat))}</body>
</opml>
`.html;
}

function siteOutline(host: string, pages: readonly LinkView[], chat: PageChat): Html {
  const address = webAddress(`https://${host}/`) ?? '';
  const words = `${host} (${count(pages.length, 'page')})`;
  const outlines = pages.flatMap((page) => {
    const url = webAddress(page.url);
    if (url === null) return [];
    const title = linkTitle(page) ?? readableAddress(page.url, 80);
    return [markup`<outline type="link" text="${title}" url="${url}" description="${citedWords(page, chat)}"/>\n`];
  });
  return markup`<outline text="${words}" htmlUrl="${address}">\n${outlines}</outline>\n`;
}
