import type { When } from '../calendar.ts';
import { nothingFound } from '../errors.ts';
import type { Database } from '../store/open.ts';
import { nearestSession, nothingYet, type Scope } from '../store/scope.ts';

/** The sentence for a time without a session; `verb` is the command that would show the nearest one. */
export function noSession(db: Database, { chat, label }: Scope, when: When, verb: string): Error {
  if (when.kind === 'latest') return nothingYet(db, chat);
  const nearest = nearestSession(db, chat.name, when.range.from);
  const hint = nearest === null ? 'List them with: edchat weeks' : `The nearest is ${nearest}: edchat ${verb} ${nearest}`;
  return nothingFound(`No session of ${chat.title} in ${label}. ${hint}`);
}
