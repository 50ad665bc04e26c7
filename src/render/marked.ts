/** What the user starred, noted or tagged. */
import type { Chat } from '../chat.ts';
import type { MarkedView } from '../views.ts';
import { webAddress } from './address.ts';
import { hang } from './layout.ts';
import { markWords } from './page-words.ts';
import { harmless } from './safe.ts';
import { hyperlink, inkOf, type Look } from './terminal.ts';
import { tweetText } from './tweet-text.ts';
import { handle, moment } from './words.ts';

const INDENT = '  ';

/** Marked tweets and links, each with its marks below. */
export function renderMarked(marked: readonly MarkedView[], chat: Pick<Chat, 'zone'>, look: Look): string {
  return `${marked.map((one) => entry(one, chat, look)).join('\n\n')}\n`;
}

function entry(one: MarkedView, { zone }: Pick<Chat, 'zone'>, look: Look): string {
  const ink = inkOf(look);
  const { tweet, link, key } = one;
  const own = hang(INDENT, ink.yellow(markWords(one)), look.width);
  if (tweet !== null) {
    const lead = `${ink.green(handle(tweet.author))}  ${ink.dim(moment(tweet.createdAt, zone, null))}  `;
    return [hang('', `${lead}${tweetText({ ...tweet }, look)} ${ink.dim(`[${harmless(key)}]`)}`, look.width, INDENT), own].join('\n');
  }
  if (link === null) return [hang('', `${harmless(key)} ${ink.dim('(not in the archive now)')}`, look.width, INDENT), own].join('\n');
  const address = hang('', hyperlink(ink.cyan(webAddress(link.url) ?? harmless(link.url)), webAddress(link.url), look), look.width, INDENT);
  return [...(link.title === null ? [] : [hang('', ink.bold(harmless(link.title)), look.width, INDENT)]), address, own].join('\n');
}
