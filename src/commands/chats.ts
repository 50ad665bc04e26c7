import type { Command } from 'commander';
import type { Chat, Meeting, Weekday } from '../chat.ts';
import { UserError } from '../errors.ts';
import { rebuildChats } from '../ingest/rebuild.ts';
import { fold } from '../normalise/text.ts';
import { renderChats } from '../render/chats.ts';
import { chatsJson } from '../render/json.ts';
import { count } from '../render/words.ts';
import { deleteChat, listChats, ownChats, saveChat, tweetsPerChat } from '../store/chats.ts';
import type { Database } from '../store/open.ts';
import { openForReading, openInMemory } from '../store/open.ts';
import { sessionsPerChat } from '../store/sessions.ts';
import type { ChatView } from '../views.ts';
import { findChat } from './choose-chat.ts';
import { jsonOption } from './options.ts';
import type { Shell } from './verb.ts';

interface ChatOptions {
  readonly zone?: string;
  readonly weekday?: string;
  readonly time?: string;
  readonly minutes?: string;
  readonly hashtag?: string[];
  readonly moderator?: string[];
  readonly slow?: boolean;
  readonly topicLabels?: boolean;
  readonly title?: string;
  readonly about?: string;
}

/** `edchat chats` with `add` and `remove` */
export function declareChats(command: Command, shell: Shell): void {
  jsonOption(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ edchat chats\n  $ edchat chats add mychat --weekday monday --time 20:00 --zone America/Denver\n  $ edchat chats add iaedchat --moderator mslopez',
    )
    .action(async (options: { json?: boolean }) => {
      const db = await lookInto(shell);
      try {
        const views = chatViews(db);
        await shell.print(options.json ? chatsJson(views) : renderChats(views, shell.look));
      } finally {
        db.close();
      }
    });
  command
    .command('add <name>')
    .description('add a chat, or change one')
    .option('--weekday <day>', 'the day it meets, such as sunday')
    .option('--time <HH:MM>', 'when it begins, by its own clock')
    .option('--zone <zone>', 'its time zone, such as America/Chicago')
    .option('--minutes <n>', 'how long it takes (default 60)')
    .option('--hashtag <tags...>', 'further hashtags that count as its own')
    .option('--moderator <handles...>', 'people who always moderate')
    .option('--slow', 'a slow chat: it runs all week, and each week is one session')
    .option('--topic-labels', 'it numbers topics, not questions: T1 is what others call Q1')
    .option('--title <text>', 'how its name is written')
    .option('--about <text>', 'one line about it')
    .action(async (name: string, options: ChatOptions) => {
      await shell.writing((db) => {
        const chat = chatFrom(listChats(db), name, options);
        saveChat(db, chat);
        rebuildChats(db);
        return shell.print(
          `${chat.title} is known now; the archive holds ${count(tweetsPerChat(db).get(chat.name) ?? 0, 'tweet')} of it.\n`,
        );
      });
    });
  command
    .command('remove <name>')
    .description('forget what you added or changed; no tweet is lost')
    .action(async (name: string) => {
      await shell.writing((db) => {
        const chat = findChat(listChats(db), name);
        if (!deleteChat(db, chat.name))
          throw new UserError(`${chat.title} comes with edchat and was not changed by you: there is nothing to remove`);
        rebuildChats(db);
        return shell.print(`What you entered about ${chat.title} is forgotten. Its tweets are still in the archive.\n`);
      });
    });
}

// The shipped chats can be listed before there is an archive.
async function lookInto(shell: Shell): Promise<Database> {
  const { existsSync } = await import('node:fs');
  const path = await shell.archivePath();
  return existsSync(path) ? openForReading(path) : openInMemory();
}

function chatViews(db: Database): ChatView[] {
  const tweets = tweetsPerChat(db);
  const sessions = sessionsPerChat(db);
  const own = ownChats(db);
  return listChats(db).map((chat) => ({
    chat,
    tweets: tweets.get(chat.name) ?? 0,
    sessions: sessions.get(chat.name) ?? 0,
    own: own.has(chat.name),
  }));
}

function chatFrom(chats: readonly Chat[], typed: string, options: ChatOptions): Chat {
  const name = fold(typed.trim().replace(/^[#＃]/, ''));
  if (!/^[\p{L}\p{N}_]+$/u.test(name)) throw new UserError(`"${typed}" is no name for a chat: write its hashtag, such as iaedchat`);
  const known = chats.find((chat) => chat.name === name);
  const zone = options.zone ?? known?.zone;
  if (zone === undefined) throw new UserError(`In which time zone does ${typed} meet? Add --zone, such as --zone America/Chicago`);
  if (!isZone(zone)) throw new UserError(`"${zone}" is not a time zone: write it like America/Chicago or Europe/London`);
  const tags = (options.hashtag ?? []).map((tag) => fold(tag.replace(/^[#＃]/, '')));
  const moderators = (options.moderator ?? []).map((handle) => handle.replace(/^@/, '').toLowerCase());
  return {
    name,
    title: options.title ?? known?.title ?? `#${typed.trim().replace(/^[#＃]/, '')}`,
    about: options.about ?? known?.about ?? '',
    hashtags: [...new Set([name, ...(known?.hashtags ?? []), ...tags])],
    zone,
    schedule: meetingFrom(options) ?? known?.schedule ?? [],
    slow: options.slow ?? known?.slow ?? false,
    topicLabels: options.topicLabels ?? known?.topicLabels ?? false,
    moderators: [...new Set([...(known?.moderators ?? []), ...moderators])],
  };
}

const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function meetingFrom({ weekday, time, minutes = '60' }: ChatOptions): readonly Meeting[] | null {
  if (weekday === undefined && time === undefined) return null;
  const day = WEEKDAYS.find((one) => weekday !== undefined && weekday.length >= 2 && one.startsWith(weekday.toLowerCase()));
  if (day === undefined) throw new UserError('On which day does it meet? Write --weekday sunday (or monday, tuesday, …)');
  const clock = /^(\d{1,2}):(\d{2})$/.exec(time ?? '');
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59)
    throw new UserError('When does it begin? Write --time 20:00, by its own clock, 24 hours');
  const length = Number(minutes);
  if (!Number.isInteger(length) || length < 5 || length > 24 * 60)
    throw new UserError(`"${minutes}" is not a length in minutes: write --minutes 60`);
  return [{ weekday: day, time: `${clock[1]?.padStart(2, '0')}:${clock[2]}`, minutes: length }];
}

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
