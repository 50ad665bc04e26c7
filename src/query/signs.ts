/** What a token does in the grammar. */
import type { Token } from './tokenise.ts';

/** `OR` or `|`. */
export function isOr(token: Token | undefined): boolean {
  return token?.kind === 'pipe' || (token?.kind === 'keyword' && token.word === 'OR');
}

/** `AND`. */
export function isAnd(token: Token | undefined): boolean {
  return token?.kind === 'keyword' && token.word === 'AND';
}

/** `-`, `~` or `NOT`. */
export function isNot(token: Token): boolean {
  return token.kind === 'minus' || (token.kind === 'keyword' && token.word === 'NOT');
}

/** True when a condition can begin here; without one behind it an operator is a word. */
export function canBegin(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'close' && token.kind !== 'pipe';
}
