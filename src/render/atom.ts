/** Links as a feed: Atom 1.0. */
import { Feed } from 'feed';
import type { Chat } from '../chat.ts';
import type { LinkView } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { escapeHtml } from './html/template.ts';
import { citedWords, linkTitle, markWords } from './page-words.ts';
import { harmless } from './safe.ts';
import { handle } from './words.ts';

/** Links as an Atom feed, newest first; an entry is dated when its page was first shared in the time of the list. */
export function linksAtom(links: readonly LinkView[], chat: Chat): string {
  const newest = links.toSorted((a, b) => b.firstSharedAt - a.firstSharedAt || (a.canonical < b.canonical ? -1 : 1));
  const feed = new Feed({
    id: `urn:edchat:${encodeURIComponent(chat.name)}:links`,
    title: escapeXml(`Links of ${chat.title}`),
    // Twice the same list is twice the same feed.
    updated: new Date(newest[0]?.firstSharedAt ?? 0),
    generator: 'edchat',
    author: { name: escapeXml(chat.title) },
  });
  for (const link of newest) {
    const url = webAddress(link.url);
    if (url === null) continue;
    const words = [citedWords(link, chat), markWords(link)].filter((part) => part !== '').join('; ');
    feed.addItem({
      // HTML inside, where a title of a stranger must not become any.
      title: escapeHtml(linkTitle(link) ?? readableAddress(link.url, 80)),
      link: url,
      date: new Date(link.firstSharedAt),
      published: new Date(link.firstSharedAt),
      description: escapeHtml(words),
      author: [{ name: escapeXml(handle(link.sharedBy[0] ?? null)) }],
      ...(link.tags.length === 0 ? {} : { category: link.tags.map((tag) => ({ term: escapeXml(tag), name: escapeXml(tag) })) }),
    });
  }
  return `${feed.atom1()}\n`;
}

// The library escapes what XML takes for its own, but in attributes only the half of it.
function escapeXml(text: string): string {
  return harmless(text).replace(/[<>"]/g, ' ');
}
