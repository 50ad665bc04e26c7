/** The chats edchat knows, those of the archive first. */
import type { ChatView } from '../views.ts';
import { fit, hang, widest, pad } from './layout.ts';
import { harmless } from './safe.ts';
import { scheduleInShort, scheduleWords } from './schedule.ts';
import { inkOf, type Look } from './terminal.ts';
import { count } from './words.ts';

/** The chats for a terminal: in full those the archive holds or the user added, in a line the others. */
export function renderChats(chats: readonly ChatView[], look: Look): string {
  const held = chats.filter(({ tweets, own }) => tweets > 0 || own);
  const others = chats.filter((view) => !held.includes(view));
  const blocks = [...held.map((view) => heldChat(view, look)), ...(others.length === 0 ? [] : [otherChats(others, held.length > 0, look)])];
  return `${blocks.join('\n\n')}\n`;
}

function heldChat({ chat, tweets, sessions, own }: ChatView, look: Look): string {
  const ink = inkOf(look);
  const tags = chat.hashtags.map((tag) => `#${harmless(tag)}`);
  const facts = [`--chat ${harmless(chat.name)}`, count(tweets, 'tweet'), count(sessions, 'session'), ...(own ? ['changed by you'] : [])];
  const about = [chat.about, ...scheduleWords(chat), ...(tags.length > 1 ? [`Tagged ${tags.join(', ')}`] : [])];
  return [
    hang('', `${ink.bold(harmless(chat.title))}  ${ink.dim(facts.join(', '))}`, look.width),
    ...about.map((line) => hang('  ', harmless(line), look.width, '    ')),
  ].join('\n');
}

function otherChats(chats: readonly ChatView[], more: boolean, look: Look): string {
  const ink = inkOf(look);
  const titles = chats.map(({ chat }) => fit(harmless(chat.title), 24));
  const width = widest(titles);
  const lines = chats.map(({ chat }, at) =>
    hang(`  ${ink.bold(pad(titles[at] ?? '', width))}  `, scheduleInShort(chat) || harmless(chat.about), look.width),
  );
  return [ink.dim(more ? 'Also known, with no tweets in this archive:' : 'Known, with no tweets in this archive yet:'), ...lines].join(
    '\n',
  );
}
