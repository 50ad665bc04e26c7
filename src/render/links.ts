/** Shared links, week by week, by the people who shared them. */
import type { Chat } from '../chat.ts';
import type { LinkView, LinkWeek } from '../views.ts';
import { readableAddress, webAddress } from './address.ts';
import { chatHeading } from './heading.ts';
import { hang, pad } from './layout.ts';
import { sharedWords } from './page-words.ts';
import { harmless } from './safe.ts';
import { hyperlink, inkOf, type Look } from './terminal.ts';
import { markedTopic } from './topic.ts';
import { count, number } from './words.ts';

const INDENT = '     ';

/** The links of some weeks for a terminal. */
export function renderLinks(weeks: readonly LinkWeek[], chat: Chat, look: Look): string {
  const total = weeks.reduce((sum, week) => sum + week.links.length, 0);
  const title = chatHeading(chat, count(total, 'link'), look);
  return `${[title, ...weeks.flatMap((week) => ['', weekHeading(week, look), ...week.links.flatMap((link) => linkEntry(link, look))])].join('\n')}\n`;
}

/** A link on two or three lines: how many shared it, its title, its address, who was first and under which question. */
export function linkEntry(link: LinkView, look: Look): string[] {
  const ink = inkOf(look);
  const address = webAddress(link.url);
  const room = look.width - INDENT.length;
  const title = harmless(link.title ?? '');
  // Without a hyperlink behind it, a cut address leads nowhere.
  const shown = look.links ? readableAddress(link.url, room) : (address ?? harmless(link.url));
  const lines = title === '' ? [ink.cyan(shown), sharedWords(link)] : [ink.bold(title), ink.cyan(shown), sharedWords(link)];
  const lead = ink.dim(`${pad(number(link.sharedBy.length), INDENT.length - 2, 'right')}  `);
  return lines.map((line, at) =>
    hang(at === 0 ? lead : INDENT, at === lines.length - 1 ? ink.dim(line) : hyperlink(line, address, look), look.width, INDENT),
  );
}

function weekHeading({ week, session, topic }: LinkWeek, look: Look): string {
  const ink = inkOf(look);
  const name = session === null ? `${week}, no session` : session;
  return hang('', `${ink.cyan(name)}  ${ink.bold(markedTopic(topic))}`.trimEnd(), look.width);
}
