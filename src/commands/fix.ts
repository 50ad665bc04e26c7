import type { Command } from 'commander';
import { addDays, instantOf } from '../calendar.ts';
import { type Chat, type Correction, type Role, ROLES } from '../chat.ts';
import { UserError } from '../errors.ts';
import { correct, uncorrect } from '../ingest/correct.ts';
import { statusOf } from '../normalise/identity.ts';
import { correctionWords, renderCorrections } from '../render/corrections.ts';
import { listCorrections } from '../store/corrections.ts';
import type { Database } from '../store/open.ts';
import { nothingYet, resolveWhen } from '../store/scope.ts';
import { tweetsByKey } from '../store/tweet-views.ts';
import { chooseChat } from './choose-chat.ts';
import { existingArchive } from './open-derived.ts';
import { positive } from './options.ts';
import type { Shell } from './verb.ts';

/** `edchat fix …` */
export function declareFix(command: Command, shell: Shell): void {
  command
    .option('--list', 'list what was put right')
    .option('--undo [number]', 'take the last correction back, or the one of that number', positive)
    .addHelpText('after', HELP)
    .action(async (options: { list?: boolean; undo?: number | true }) => {
      if (options.undo !== undefined) return takeBack(shell, options.undo);
      return inChat(shell, (db, chat) => shell.print(renderCorrections(listCorrections(db, chat.name), chat, shell.look)));
    });
  command
    .command('question <number> <words>')
    .description('give a question its words, such as one that was posted as a picture')
    .option('--session <session>', 'of which session (default: the latest)')
    .action((number: string, words: string, { session }: { session?: string }) =>
      put(shell, (db, chat) => ({
        kind: 'question',
        session: session ?? latest(db, chat),
        number: questionNumber(number),
        text: said(words),
      })),
    );
  command
    .command('answer <id> <question>')
    .description('say which question a tweet answers: Q5, or none')
    .action((id: string, question: string) =>
      put(shell, () => ({ kind: 'answer', key: keyOf(id), question: question.toLowerCase() === 'none' ? null : questionNumber(question) })),
    );
  command
    .command('topic <session> <words>')
    .description('say what a session was about')
    .action((session: string, words: string) => put(shell, () => ({ kind: 'topic', session, text: said(words) })));
  command
    .command('role <id> <role>')
    .description(`say what a tweet is: ${ROLES.join(', ')}`)
    .action((id: string, role: string) => put(shell, () => ({ kind: 'role', key: keyOf(id), role: roleOf(role) })));
  command
    .command('session <session>')
    .description('say when a session was held, that it was two, or part of another, or none')
    .option('--starts <HH:MM>', 'when it began, by the clock of the chat')
    .option('--ends <HH:MM>', 'when it ended')
    .option('--split <HH:MM>', 'it was two: the second began then')
    .option('--join <session>', 'it was one with this one')
    .option('--drop', 'it was no session')
    .action((session: string, options: SessionOptions) => put(shell, (_db, chat) => sessionCorrection(chat, session, options)));
}

const HELP = `
What you put right wins over every rule. It survives imports, undo and reindex.
What answers or passes on a tweet goes along with it.

Examples:
  $ edchat fix question Q4 "Which small structures work?"
  $ edchat fix answer 721852617572552704 Q5
  $ edchat fix topic 2016-04-17 "Personalized professional learning"
  $ edchat fix role 721852617572552704 talk        what was taken for a question is none
  $ edchat fix role 721852617572552704 question    and with "fix answer 721852617572552704 Q5" it asks Q5
  $ edchat fix session 2016-04-17 --starts 19:30 --ends 20:30
  $ edchat fix --list
  $ edchat fix --undo`;

interface SessionOptions {
  readonly starts?: string;
  readonly ends?: string;
  readonly split?: string;
  readonly join?: string;
  readonly drop?: boolean;
}

async function inChat<T>(shell: Shell, work: (db: Database, chat: Chat) => T | Promise<T>): Promise<T> {
  existingArchive(await shell.archivePath());
  return shell.writing((db) => work(db, chooseChat(db, shell.chatOption())));
}

async function put(shell: Shell, make: (db: Database, chat: Chat) => Correction): Promise<void> {
  await inChat(shell, (db, chat) => {
    const correction = make(db, chat);
    correct(db, chat, correction, shell.io.now());
    if ('key' in correction) noteIdle(shell, db, chat, correction.key);
    return shell.print(`Put right: ${correctionWords(correction, chat)}\n`);
  });
}

function noteIdle(shell: Shell, db: Database, chat: Chat, key: string): void {
  if (tweetsByKey(db, chat.name, [key]).get(key)?.view.session !== null) return;
  shell.note(
    `Tweet ${key} is in no session of ${chat.title} now, so nothing shows this yet. Is a session cut too short? edchat fix session --help`,
  );
}

async function takeBack(shell: Shell, which: number | true): Promise<void> {
  await inChat(shell, (db, chat) => {
    const { correction } = uncorrect(db, chat, which === true ? null : which);
    return shell.print(`Taken back: ${correctionWords(correction, chat)}\n`);
  });
}

function latest(db: Database, chat: Chat): string {
  const session = resolveWhen(db, chat, { kind: 'latest' }).sessions.at(-1);
  if (session === undefined) throw nothingYet(db, chat);
  return session;
}

const MOST_QUESTIONS = 30;

function questionNumber(text: string): number {
  const number = Number(/^[qa]?(\d{1,2})[a-e]?$/i.exec(text.trim())?.[1] ?? 0);
  if (number < 1 || number > MOST_QUESTIONS) throw new UserError(`"${text}" is not the number of a question: write Q4`);
  return number;
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text.toLowerCase());
  if (role === undefined) throw new UserError(`"${text}" is nothing a tweet can be: choose one of ${ROLES.join(', ')}`);
  return role;
}

function keyOf(id: string): string {
  return statusOf(id)?.id ?? id.trim();
}

function said(words: string): string {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text === '') throw new UserError('The words are missing: write them in quotes, "like this"');
  return text;
}

function sessionCorrection(chat: Chat, session: string, { starts, ends, split, join, drop }: SessionOptions): Correction {
  if (!isSession(session)) throw new UserError(`"${session}" is not a session: write its date, such as 2016-04-17`);
  const at = (clock: string) => instantAt(session.slice(0, 10), clock, chat.zone);
  if (drop) return { kind: 'drop', session };
  if (join !== undefined) return { kind: 'join', session, other: join };
  if (split !== undefined) return { kind: 'split', session, at: at(split) };
  if (starts === undefined || ends === undefined)
    throw new UserError('Say what was wrong: --starts and --ends, --split, --join, or --drop');
  const [startsAt, endsAt] = [at(starts), at(ends)];
  if (endsAt <= startsAt) throw new UserError(`It cannot end at ${ends} when it began at ${starts}`);
  return { kind: 'move', session, startsAt, endsAt };
}

function isSession(text: string): boolean {
  const [, date] = /^(\d{4}-\d{2}-\d{2})[a-z]?\d*$/.exec(text) ?? [];
  return date !== undefined && !Number.isNaN(Date.parse(date));
}

// What is said after midnight belongs to the evening before.
const NIGHT = 4;

function instantAt(date: string, clock: string, zone: string): number {
  const [, hour] = /^([01]?\d|2[0-3]):[0-5]\d$/.exec(clock) ?? [];
  if (hour === undefined) throw new UserError(`"${clock}" is not a time of day: write 19:30`);
  return instantOf(Number(hour) < NIGHT ? addDays(date, 1) : date, clock.padStart(5, '0'), zone);
}
