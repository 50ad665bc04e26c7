/**
 * Bookmarks as browsers, linkding and Raindrop import them: the "Netscape bookmark file", HTML of 1996 in capitals, in which
 * folders nest, `TAGS` came later, and a description follows its link as `DD`. Each stands on one line: what follows a line break
 * is read as the next element by some importers.
 */
import type { LinkGroup, LinkHeading, LinkView } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { type Html, markup } from './html/template.ts';
import type { PageChat } from './markdown.ts';
import { beforeWords, citedWords, groupTitle, linkTitle, markWords, verdictWords } from './page-words.ts';
import { harmless } from './safe.ts';

/** Some groups of links as bookmarks, each group a folder in one of the chat. */
export function bookmarksFile(groups: readonly LinkGroup[], chat: PageChat): string {
  const folders = groups
    .filter(({ links }) => links.length > 0)
    .map(({ heading, links }) => {
      const title = groupTitle(heading, chat);
      const items = links.map((link) => bookmark(link, chat, heading.by));
      return title === null ? markup`${items}` : folder(title, items);
    });
  return markup`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${folder(`Links of ${chat.title}`, folders)}</DL><p>
`.html;
}

function folder(title: string, content: readonly Html[]): Html {
  return markup`<DT><H3>${harmless(title)}</H3>\n<DL><p>\n${content}</DL><p>\n`;
}

function bookmark(link: LinkView, chat: PageChat, by: LinkHeading['by']): Html {
  const address = webAddress(link.url);
  if (address === null) return markup``;
  // Commas divide tags.
  const tags = link.tags.map((tag) => harmless(tag.replaceAll(',', ' '))).join(',');
  const title = harmless(linkTitle(link) ?? readableAddress(link.url, 80));
  const words = [
    citedWords(link, chat),
    by === 'week' || by === 'question' ? beforeWords(link) : '',
    verdictWords(link),
    link.copy === null ? '' : `copy: ${link.copy.url}`,
  ];
  const about = [markWords({ ...link, tags: [] }), ...words].filter((part) => part !== '').join('; ');
  const date = Math.floor(link.firstSharedAt / 1000);
  return markup`<DT><A HREF="${address}" ADD_DATE="${date}" TAGS="${tags}">${title}</A>\n<DD>${harmless(about)}\n`;
}
