/** Shared links, under their headings, by the people who shared them. */
import type { Chat } from '../chat.ts';
import type { LinkGroup, LinkHeading, LinkView } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { chatHeading } from './heading.ts';
import { hang, pad } from './layout.ts';
import { groupTitle, linkWords, markWords } from './page-words.ts';
import { harmless } from './safe.ts';
import { hyperlink, inkOf, type Look } from './terminal.ts';
import { markedTopic } from './topic.ts';
import { count, number } from './words.ts';

const INDENT = '     ';

/** Some groups of links for a terminal; `lost` addresses were cut short and are only counted. */
export function renderLinks(groups: readonly LinkGroup[], chat: Chat, look: Look, lost = 0): string {
  const total = groups.reduce((sum, { links }) => sum + links.length, 0);
  const blocks = groups.flatMap(({ heading, links }) => [
    '',
    ...headingLines(heading, chat, look),
    ...links.flatMap((link) => linkEntry(link, look, heading.by)),
  ]);
  const note = lost === 0 ? [] : ['', hang('', inkOf(look).dim(lostWords(lost)), look.width)];
  return `${[chatHeading(chat, count(total, 'link'), look), ...blocks, ...note].join('\n')}\n`;
}

/** `3 addresses were cut short by their export (https://t.co/abc…): where they led is lost` */
function lostWords(lost: number): string {
  return lost === 1
    ? '1 address was cut short by its export (https://t.co/abc…): where it led is lost'
    : `${count(lost, 'address', 'addresses')} were cut short by their export (https://t.co/abc…): where they led is lost`;
}

/**
 * A link on a few lines: how many shared it, its title, its address, who was first and under which question; what is known of the
 * page, and what the user put on it.
 */
export function linkEntry(link: LinkView, look: Look, by: LinkHeading['by'] = 'week'): string[] {
  const ink = inkOf(look);
  const address = webAddress(link.url);
  const title = harmless(link.title ?? '');
  // Without a hyperlink behind it, a cut address leads nowhere.
  const shown = (url: string) => (look.links ? readableAddress(url, look.width - INDENT.length) : (webAddress(url) ?? harmless(url)));
  const names = (title === '' ? [ink.cyan(shown(link.url))] : [ink.bold(title), ink.cyan(shown(link.url))]).map((line) =>
    hyperlink(line, address, look),
  );
  const elsewhere = [link.verdict?.movedTo, link.copy?.url].flatMap((url, at) =>
    url === null || url === undefined ? [] : [`${at === 0 ? 'now at' : 'copy'} ${hyperlink(ink.cyan(shown(url)), url, look)}`],
  );
  const marks = markWords(link);
  const lines = [...names, ink.dim(linkWords(link, by)), ...elsewhere, ...(marks === '' ? [] : [ink.yellow(marks)])];
  const lead = ink.dim(`${pad(number(link.sharedBy.length), INDENT.length - 2, 'right')}  `);
  return lines.map((line, at) => hang(at === 0 ? lead : INDENT, line, look.width, INDENT));
}

function headingLines(heading: LinkHeading, chat: Chat, look: Look): string[] {
  const ink = inkOf(look);
  if (heading.by === 'week') {
    const { week, session, topic } = heading;
    const name = session === null ? `${week}, no session` : session;
    return [hang('', `${ink.cyan(name)}  ${ink.bold(markedTopic(topic))}`.trimEnd(), look.width)];
  }
  const title = groupTitle(heading, chat);
  return title === null ? [] : [hang('', heading.by === 'question' ? ink.bold.cyan(title) : ink.bold(title), look.width)];
}
