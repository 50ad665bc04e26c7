/** Arguments and options that several commands share. */
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { parseWhen, type When } from '../calendar.ts';
import type { Chat } from '../chat.ts';
import type { Database } from '../store/open.ts';
import { resolveWhen, type Scope, wholeScope } from '../store/scope.ts';

/** The WHEN argument; `latest` when left out. */
export function whenArgument(): Argument {
  return new Argument('[when]', 'latest, a date, a week (2016-W15), a month, a year, or a range')
    .default('latest')
    .argParser((text): When => parseWhen(text));
}

/** The WHEN argument of commands about everything; `all` when left out. */
export function anyWhenArgument(): Argument {
  return new Argument('[when]', 'latest, a date, a week (2016-W15), a month, a year, or a range')
    .default('all', 'all time')
    .argParser((text): When => parseWhen(text));
}

/** The tweets that the value of such an argument means. */
export function scopeOf(db: Database, chat: Chat, value: When | string): Scope {
  return value === 'all' ? wholeScope(db, chat) : resolveWhen(db, chat, whenOf(value));
}

/** Adds `--json`. */
export function jsonOption(command: Command): Command {
  return command.option('--json', 'print one JSON object, for other programs');
}

/** Reads a whole number of at least one. */
export function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Write a whole number of at least 1.');
  return number;
}

/** The value of a WHEN argument, whether it was parsed or is the default. */
export function whenOf(value: When | string): When {
  return typeof value === 'string' ? parseWhen(value) : value;
}
