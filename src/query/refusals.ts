/** What is said of names that mean nothing. */
import { UserError } from '../errors.ts';
import { nearest } from './nearest.ts';
import { OPERATOR_NAMES } from './operators.ts';

// What other search boxes call it.
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['author', 'from'],
  ['user', 'from'],
  ['hashtag', 'tag'],
  ['label', 'tag'],
  ['subject', 'topic'],
  ['moderator', 'mod'],
  ['question', 'q'],
  ['answer', 'a'],
  ['domain', 'site'],
  ['link', 'url'],
  ['from_date', 'since'],
  ['to_date', 'until'],
  ['year', 'on'],
  ['month', 'on'],
  ['day', 'on'],
  ['query', 'saved'],
  ['newer', 'newer_than'],
  ['within', 'newer_than'],
  ['older', 'older_than'],
  ['min_favorites', 'min_faves'],
  ['likes', 'min_faves'],
  ['faves', 'min_faves'],
]);

/** The error for `name:value` of no known name. */
export function unknownOperator(name: string, value: string): UserError {
  const near = ELSEWHERE.get(name) ?? nearest(name, OPERATOR_NAMES);
  const advice = near === null ? `edchat knows ${OPERATOR_NAMES.map((known) => `${known}:`).join(' ')}.` : `did you mean ${near}:?`;
  return new UserError(
    `${name}: is no search operator, ${advice} To search for the words, quote them: "${name}:${value.replace(/"/g, '')}"`,
  );
}

/** The error for `saved:name` of no saved search. */
export function unknownSaved(name: string, names: readonly string[]): UserError {
  const near = nearest(name, names);
  const known = names.length === 0 ? 'none is saved yet' : `there are ${names.map((other) => `saved:${other}`).join(', ')}`;
  return new UserError(
    `saved:${name}: no search is saved under this name${near === null ? '' : `, did you mean saved:${near}?`}; ${known}`,
  );
}
